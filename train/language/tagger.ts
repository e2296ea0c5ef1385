import { LinearModel, type LinearRows } from '../../src/language/linear-model.ts';
import type { Sections } from '../../src/language/model-file.ts';
import { packKeys } from '../../src/language/packed-keys.ts';
import { BEFORE_SENTENCE, Tagger } from '../../src/language/tagger.ts';
import { MAX_TAG_FEATURES, secondReadingFeatures, tagFeatures } from '../../src/language/tagger-features.ts';
import { TAGS, UPOS } from '../../src/language/tags.ts';
import { seeded, shuffle, type Tree } from './corpus.ts';
import { Perceptron } from './perceptron.ts';

/** A pair of coarse and fine tag is a class when it was seen this often; rarer ones are slips of the annotators. */
const PAIR_FLOOR = 8;
export const TAG_UNIT = 0.1;
/** Features that fewer updates have moved are left out: a mistake moves each of its features twice. */
export const TAG_TOUCHES = 4;

export type TagPairs = { readonly names: readonly string[]; readonly classOf: (tree: Tree, i: number) => number };

/** The pairs that occur, commonest first, as "VERB/VBD". */
export function tagPairs(trees: readonly Tree[]): TagPairs {
  const counts = new Map<string, number>();
  const name = (tree: Tree, i: number) => `${UPOS[tree.upos[i]!]}/${TAGS[tree.tag[i]!]}`;
  for (const tree of trees)
    for (const i of tree.upos.keys()) counts.set(name(tree, i), (counts.get(name(tree, i)) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= PAIR_FLOOR)
    .sort((a, b) => b[1] - a[1])
    .map(([pair]) => pair);
  const places = new Map(names.map((pair, place) => [pair, place]));
  return { names, classOf: (tree, i) => places.get(name(tree, i)) ?? -1 };
}

/** What taggers say of sentences they had not seen: the first reading, and the second on top of it. */
export type ForeignTags = { readonly drafts: readonly Uint8Array[]; readonly tags: readonly Uint8Array[] };

const goldOf = (trees: readonly Tree[], pairs: TagPairs): Int16Array[] =>
  trees.map((tree) => Int16Array.from(tree.upos, (_, i) => pairs.classOf(tree, i)));

/** Trains on three quarters and tags the fourth, four times, for each of the two readings. */
export function foreignTags(
  trees: readonly Tree[],
  pairs: TagPairs,
  epochs: number,
  note: (line: string) => void,
): ForeignTags {
  const gold = goldOf(trees, pairs);
  const classCount = pairs.names.length;
  const reading = (drafts?: readonly Uint8Array[]): Uint8Array[] => {
    const said: Uint8Array[] = new Array(trees.length);
    for (let fold = 0; fold < FOLDS; fold++) {
      const seen = trees.flatMap((_, t) => (t % FOLDS === fold ? [] : [t]));
      const model = new LinearModel(
        classCount,
        trainReading(trees, gold, seen, classCount, epochs, drafts, 17, note).rows(TAG_UNIT, TAG_TOUCHES),
      );
      const tagger = new Tagger(model, model);
      trees.forEach(({ words }, t) => {
        if (t % FOLDS !== fold) return;
        const out = new Uint8Array(words.count);
        if (drafts) tagger.tagAgain(words, 0, words.count, drafts[t]!, out);
        else tagger.tagOnce(words, 0, words.count, out);
        said[t] = out;
      });
    }
    return said;
  };
  const drafts = reading();
  return { drafts, tags: reading(drafts) };
}
const FOLDS = 4;

/** Trains both readings on all sentences; the second learns from what foreign taggers said in the first. */
export function trainTagger(
  trees: readonly Tree[],
  pairs: TagPairs,
  drafts: readonly Uint8Array[],
  epochs: number,
  seed: number,
  note: (line: string) => void,
): Readings {
  const gold = goldOf(trees, pairs);
  const all = trees.map((_, t) => t);
  return {
    first: trainReading(trees, gold, all, pairs.names.length, epochs, undefined, seed, note),
    second: trainReading(trees, gold, all, pairs.names.length, epochs, drafts, seed, note),
  };
}

function trainReading(
  trees: readonly Tree[],
  gold: readonly Int16Array[],
  order: readonly number[],
  classCount: number,
  epochs: number,
  drafts: readonly Uint8Array[] | undefined,
  seed: number,
  note: (line: string) => void,
): Perceptron {
  const learner = new Perceptron(classCount);
  const random = seeded(seed);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Float64Array(classCount);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let seen = 0;
    for (const t of shuffle([...order], random)) {
      const { words } = trees[t]!;
      const right = gold[t]!;
      const draft = drafts?.[t];
      let tag1 = BEFORE_SENTENCE;
      let tag2 = BEFORE_SENTENCE;
      for (let i = 0; i < words.count; i++) {
        let n = tagFeatures(words, 0, words.count, i, tag1, tag2, features);
        if (draft)
          n = secondReadingFeatures(
            words,
            i,
            tag1,
            draft[i]!,
            draft[i + 1] ?? BEFORE_SENTENCE,
            draft[i + 2] ?? BEFORE_SENTENCE,
            n,
            features,
          );
        scores.fill(0);
        learner.score(features, n, scores);
        let best = 0;
        for (let c = 1; c < classCount; c++) if (scores[c]! > scores[best]!) best = c;
        tag2 = tag1;
        tag1 = best;
        learner.tick();
        if (right[i]! < 0) continue;
        seen++;
        if (best === right[i]) continue;
        wrong++;
        learner.update(features, n, right[i]!, 1);
        learner.update(features, n, best, -1);
      }
    }
    note(
      `tags ${drafts ? 'second' : 'first'} reading, round ${epoch + 1}/${epochs}: ${((100 * wrong) / seen).toFixed(2)} % wrong, ${learner.featureCount} features`,
    );
  }
  return learner;
}

/** The learners of the two readings. */
export type Readings = { readonly first: Perceptron; readonly second: Perceptron };

/** The sections of models/tags; `learners` is how many were summed in each reading. */
export const taggerSections = ({ first, second }: Readings, learners: number): Sections => ({
  ...named('first', first.rows(learners * TAG_UNIT, learners * TAG_TOUCHES)),
  ...named('second', second.rows(learners * TAG_UNIT, learners * TAG_TOUCHES)),
});

/** What a trained tagger says of sentences. */
export function tagged({ first, second }: Readings, pairs: TagPairs, trees: readonly Tree[]): ForeignTags {
  const model = (learner: Perceptron) => new LinearModel(pairs.names.length, learner.rows(TAG_UNIT, TAG_TOUCHES));
  const tagger = new Tagger(model(first), model(second));
  const said = trees.map(({ words }) => {
    const draft = new Uint8Array(words.count);
    const tags = new Uint8Array(words.count);
    tagger.tagOnce(words, 0, words.count, draft);
    tagger.tagAgain(words, 0, words.count, draft, tags);
    return { draft, tags };
  });
  return { drafts: said.map(({ draft }) => draft), tags: said.map(({ tags }) => tags) };
}

/** The share of words whose coarse tag, and whose fine tag, is right. */
export function tagFigures(tags: readonly Uint8Array[], pairs: TagPairs, trees: readonly Tree[]): string {
  let words = 0;
  let upos = 0;
  let fine = 0;
  trees.forEach((tree, t) => {
    words += tree.words.count;
    for (const [i, cls] of tags[t]!.entries()) {
      const [coarse, tag] = pairs.names[cls]!.split('/');
      if (UPOS[tree.upos[i]!] === coarse) upos++;
      if (TAGS[tree.tag[i]!] === tag) fine++;
    }
  });
  return `UPOS ${((100 * upos) / words).toFixed(2)}, fine tags ${((100 * fine) / words).toFixed(2)} (${words} words)`;
}

/** A word is sure when it was seen so often and, but for slips, always had one class. */
const SURE_COUNT = 60;
const SURE_SHARE = 0.998;

/** The words whose class needs no thought, by their hash as written. */
export function sureSections(trees: readonly Tree[], pairs: TagPairs): Sections {
  const counts = new Map<number, Map<number, number>>();
  for (const tree of trees)
    for (let i = 0; i < tree.words.count; i++) {
      const word = tree.words.exact[i]!;
      const of = counts.get(word) ?? new Map<number, number>();
      counts.set(word, of);
      const cls = pairs.classOf(tree, i);
      of.set(cls, (of.get(cls) ?? 0) + 1);
    }
  const sure = [...counts].flatMap(([word, of]) => {
    const total = [...of.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...of].sort((a, b) => b[1] - a[1]);
    return total >= SURE_COUNT && best![0] >= 0 && best![1] >= SURE_SHARE * total ? [[word, best![0]] as const] : [];
  });
  sure.sort((a, b) => a[0] - b[0]);
  return {
    'sure.words': Int32Array.from(sure, ([word]) => word),
    'sure.classes': Uint8Array.from(sure, ([, cls]) => cls),
  };
}

/** A model's rows as sections of a file, keys packed. */
export const named = (name: string, rows: LinearRows): Sections => ({
  [`${name}.keys`]: packKeys(rows.keys),
  [`${name}.lengths`]: rows.lengths,
  [`${name}.classes`]: rows.classes,
  [`${name}.weights`]: rows.weights,
});
