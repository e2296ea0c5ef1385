import { ArcHybrid, SHIFT } from './arc-hybrid.ts';
import type { LinearModel } from './linear-model.ts';
import { MAX_PARSE_FEATURES, ParseNodes, parseFeatures } from './parser-features.ts';
import { RELATIONS } from './tags.ts';
import type { Words } from './words.ts';

const ROOT = RELATIONS.indexOf('root');

/** Greedy transition-based dependency parsing (Nivre, 2008): the best allowed step each time, twice as many steps as words. */
export class Parser {
  private readonly model: LinearModel;
  private readonly relationCount: number;
  private readonly nodes = new ParseNodes();
  private readonly features = new Int32Array(MAX_PARSE_FEATURES);
  private readonly scores: Int32Array;
  private state: ArcHybrid;

  constructor(model: LinearModel, relationCount: number) {
    this.model = model;
    this.relationCount = relationCount;
    this.state = new ArcHybrid(relationCount);
    this.scores = new Int32Array(model.classCount);
  }

  /**
   * Parses the words from `first` up to `end`. `tag` holds the tagger's classes and `upos` the coarse tags of all words.
   * Heads are written as places in the text's tokens, -1 for the root.
   */
  parse(
    words: Words,
    tag: Uint8Array,
    upos: Uint8Array,
    first: number,
    end: number,
    head: Int32Array,
    relation: Uint8Array,
  ): void {
    const length = end - first;
    if (length > this.state.capacity) this.state = new ArcHybrid(this.relationCount, length);
    const { state, nodes, features, scores, model } = this;
    nodes.load(words, tag, upos, first, end);
    state.begin(length);
    while (!state.isDone) {
      if (state.depth === 1) {
        // Nothing but the root on the stack: there is only one step.
        state.apply(SHIFT);
        continue;
      }
      const n = parseFeatures(state, nodes, features);
      scores.fill(0);
      model.score(features, n, scores);
      state.apply(bestStep(state, scores, this.relationCount));
    }
    for (let i = 0; i < length; i++) {
      head[first + i] = state.head[i]! < 0 ? -1 : first + state.head[i]!;
      relation[first + i] = state.head[i]! < 0 ? ROOT : state.relation[i]!;
    }
  }
}

/** The best of the allowed steps. */
export function bestStep(state: ArcHybrid, scores: ArrayLike<number>, relationCount: number): number {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  if (state.mayShift) {
    best = SHIFT;
    bestScore = scores[SHIFT]!;
  }
  if (state.mayLeft)
    for (let step = 1; step <= relationCount; step++)
      if (scores[step]! > bestScore) {
        best = step;
        bestScore = scores[step]!;
      }
  if (state.mayRight)
    for (let step = 1 + relationCount; step <= 2 * relationCount; step++)
      if (scores[step]! > bestScore) {
        best = step;
        bestScore = scores[step]!;
      }
  return best;
}
