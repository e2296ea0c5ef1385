import { existsSync, rmSync } from 'node:fs';
import { ArcHybrid, SHIFT } from '../../src/language/arc-hybrid.ts';
import { bestStep } from '../../src/language/parser.ts';
import { MAX_PARSE_FEATURES, ParseNodes, parseFeatures } from '../../src/language/parser-features.ts';
import { RELATIONS } from '../../src/language/tags.ts';
import type { Words } from '../../src/language/words.ts';
import { seeded, shuffle } from './corpus.ts';
import { type Costs, projective, stepCosts } from './oracle.ts';
import { Perceptron } from './perceptron.ts';

/** A sentence as the parser learns it: with the tags that the tagger gives, not the right ones. */
export type Lesson = {
  readonly words: Words;
  readonly tag: Uint8Array;
  readonly upos: Uint8Array;
  readonly head: Int16Array;
  readonly relation: Uint8Array;
};

export const PARSE_UNIT = 1;
/** Features that fewer updates have moved are left out. */
export const PARSE_TOUCHES = 12;
const L = RELATIONS.length;

/**
 * Trains the parser on its own mistakes: from the second round on it mostly follows its own steps and the dynamic oracle says
 * what is best from there (Goldberg & Nivre, 2013).
 */
export function trainParser(
  lessons: readonly Lesson[],
  epochs: number,
  note: (line: string) => void,
  keptIn?: string,
  seed = 23,
): Perceptron {
  const learner = new Perceptron(1 + 2 * L);
  const heads = lessons.map((lesson) => projective(lesson.head));
  const nodes = new ParseNodes();
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const scores = new Float64Array(1 + 2 * L);
  const costs: Costs = { shift: 0, left: 0, right: 0 };
  let state = new ArcHybrid(L);
  const done = keptIn ? roundsKept(keptIn, epochs) : 0;
  if (done > 0) {
    learner.resume(`${keptIn}-${done}`);
    note(`parse: going on after round ${done}`);
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const file = keptIn && `${keptIn}-${epoch + 1}`;
    if (epoch < done) continue;
    const random = seeded(seed + epoch);
    let wrong = 0;
    let steps = 0;
    const explore = epoch === 0 ? 0 : 0.9;
    for (const t of shuffle(
      lessons.map((_, place) => place),
      random,
    )) {
      const lesson = lessons[t]!;
      const head = heads[t]!;
      if (lesson.words.count > state.capacity) state = new ArcHybrid(L, lesson.words.count);
      nodes.load(lesson.words, lesson.tag, lesson.upos, 0, lesson.words.count);
      state.begin(lesson.words.count);
      while (!state.isDone) {
        const n = parseFeatures(state, nodes, features);
        scores.fill(0);
        learner.score(features, n, scores);
        learner.tick();
        const chosen = bestStep(state, scores, L);
        stepCosts(state, head, costs);
        const right = bestRight(state, head, lesson.relation, scores, costs);
        steps++;
        if (!isRight(state, chosen, head, lesson.relation, costs)) {
          wrong++;
          learner.update(features, n, right, 1);
          learner.update(features, n, chosen, -1);
          state.apply(random() < explore ? chosen : right);
        } else state.apply(chosen);
      }
    }
    note(
      `parse, round ${epoch + 1}/${epochs}: ${((100 * wrong) / steps).toFixed(2)} % of steps wrong, ${learner.featureCount} features`,
    );
    if (file) learner.keep(file);
    if (file && epoch > 0) rmSync(`${keptIn}-${epoch}`, { force: true });
  }
  return learner;
}

function roundsKept(keptIn: string, epochs: number): number {
  for (let round = epochs; round > 0; round--) if (existsSync(`${keptIn}-${round}`)) return round;
  return 0;
}

function leastCost(state: ArcHybrid, costs: Costs): number {
  let least = Number.POSITIVE_INFINITY;
  if (state.mayShift) least = costs.shift;
  if (state.mayLeft) least = Math.min(least, costs.left);
  if (state.mayRight) least = Math.min(least, costs.right);
  return least;
}

/** The best of the steps that lose least. */
function bestRight(
  state: ArcHybrid,
  head: Int16Array,
  relation: Uint8Array,
  scores: Float64Array,
  costs: Costs,
): number {
  const least = leastCost(state, costs);
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  const offer = (step: number) => {
    if (scores[step]! > bestScore) {
      best = step;
      bestScore = scores[step]!;
    }
  };
  const top = state.stackAt(0);
  if (state.mayShift && costs.shift === least) offer(SHIFT);
  if (state.mayLeft && costs.left === least) {
    if (head[top] === state.next) offer(1 + relation[top]!);
    else for (let r = 0; r < L; r++) offer(1 + r);
  }
  if (state.mayRight && costs.right === least) {
    const below = state.stackAt(1);
    if (head[top] === (below === state.root ? -1 : below)) offer(1 + L + relation[top]!);
    else for (let r = 0; r < L; r++) offer(1 + L + r);
  }
  return best;
}

function isRight(state: ArcHybrid, step: number, head: Int16Array, relation: Uint8Array, costs: Costs): boolean {
  const least = leastCost(state, costs);
  if (step === SHIFT) return costs.shift === least;
  const top = state.stackAt(0);
  if (step <= L) return costs.left === least && (head[top] !== state.next || relation[top] === step - 1);
  const below = state.stackAt(1);
  return costs.right === least && (head[top] !== (below === state.root ? -1 : below) || relation[top] === step - 1 - L);
}
