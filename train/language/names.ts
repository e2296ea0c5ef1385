import { givenSegments } from '../../src/language/conllu-out.ts';
import { Gazetteer } from '../../src/language/gazetteer.ts';
import { LinearModel, type LinearRows } from '../../src/language/linear-model.ts';
import { loadClasses, loadNet } from '../../src/language/load.ts';
import { MAX_NAME_FEATURES, type NameClues, nameFeatures } from '../../src/language/name-features.ts';
import { FOLLOWS, kindOf, mayEnd, NAME_KINDS, NAME_LABEL_COUNT } from '../../src/language/name-labels.ts';
import { cluesOf, NameFinder, transitionFeature } from '../../src/language/names.ts';
import type { Net } from '../../src/language/net/net.ts';
import { bestPath } from '../../src/language/viterbi.ts';
import type { WordClasses } from '../../src/language/word-classes.ts';
import { type Words, wordsOf } from '../../src/language/words.ts';
import { withOtherNames } from './augment.ts';
import { seeded, shuffle, treebank } from './corpus.ts';
import { documents } from './documents.ts';
import { gazetteerSections, placeNames } from './gazetteer.ts';
import { type NamedText, namedDocument, namedRows } from './named-text.ts';
import { Perceptron } from './perceptron.ts';
import { named, saveModel } from './save.ts';

const note = (line: string): void => void process.stderr.write(`${line}\n`);
export const NAME_UNIT = 0.1;
/** Features that fewer updates have moved are left out. */
export const NAME_TOUCHES = 4;
const EPOCHS = 6;
const MISC = NAME_KINDS.indexOf('MISC');

/** A text with all that the finder looks at, so that every round of training reads it only once. */
export type NameLesson = NamedText & { readonly words: Words; readonly tag: Uint8Array; readonly clues: NameClues };

/** Makes models/names from all sets, and says first what cross-validation expects of it. */
export async function trainNames(): Promise<void> {
  const classes = loadClasses();
  const sections = gazetteerSections(classes);
  const gazetteer = new Gazetteer(sections);
  const { net } = loadNet();
  const lessons = nameLessons(classes, net, gazetteer);
  const places = placeNames();
  const more: OtherNames = (seen, seed) => lessonsOf(withOtherNames(seen, places, seed), classes, net, gazetteer);
  for (const line of crossValidated(lessons, gazetteer, more)) note(line);
  const rows = learnMixed(lessons, more, note);
  saveModel('names', { kinds: NAME_KINDS }, { ...named('labels', rows), ...sections });
}

/** All labelled texts, with what the finder sees of them. */
export function nameLessons(classes: WordClasses, net: Net, gazetteer: Gazetteer): NameLesson[] {
  const texts: NamedText[] = [
    ...[
      'crossner-politics.train',
      'crossner-politics.dev',
      'wikigold',
      'uner-ewt-dev',
      're3d.train',
      're3d.dev',
    ].flatMap(namedRows),
    ...['gum-train', 'gum-dev'].flatMap((name) =>
      documents(treebank(name)).map((document) => namedDocument(document, givenSegments(document))),
    ),
  ];
  return lessonsOf(texts, classes, net, gazetteer);
}

export function lessonsOf(
  texts: readonly NamedText[],
  classes: WordClasses,
  net: Net,
  gazetteer: Gazetteer,
): NameLesson[] {
  return texts.map((text) => {
    const { segments } = text;
    const words = wordsOf(segments.text, segments.tokenStart, segments.tokenEnd, segments.tokenCount, classes);
    const tag = new Uint8Array(segments.tokenCount);
    const read = new Uint8Array(segments.sentenceCount);
    net.read(words, classes, segments.sentenceFirstToken, segments.sentenceCount, read, { pair: tag });
    return { ...text, words, tag, clues: cluesOf(segments, words, tag, gazetteer) };
  });
}

/** Copies of lessons with other names in them. */
export type OtherNames = (lessons: readonly NameLesson[], seed: number) => readonly NameLesson[];

const LEARNERS = 2;

/** The sum of learners that saw other copies in another order. */
export function learnMixed(lessons: readonly NameLesson[], more: OtherNames, say: (line: string) => void): LinearRows {
  const learners = Array.from({ length: LEARNERS }, (_, l) =>
    learnNames([...lessons, ...more(lessons, 41 + l)], EPOCHS, say, 31 + l),
  );
  for (const other of learners.slice(1)) learners[0]!.absorb(other);
  return learners[0]!.rows(LEARNERS * NAME_UNIT, LEARNERS * NAME_TOUCHES);
}

/** Trains the labels. Where a set does not mark MISC, the finder may call an unmarked word so without being corrected. */
export function learnNames(
  lessons: readonly NameLesson[],
  epochs: number,
  say: (line: string) => void,
  seed: number,
): Perceptron {
  const learner = new Perceptron(NAME_LABEL_COUNT);
  const random = seeded(seed);
  const sentences = lessons.flatMap((lesson) =>
    Array.from({ length: lesson.segments.sentenceCount }, (_, s) => ({
      lesson,
      first: lesson.segments.sentenceFirstToken[s]!,
      end: lesson.segments.sentenceFirstToken[s + 1]!,
    })),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    for (const sentence of shuffle([...sentences], random))
      wrong += learnSentence(learner, sentence.lesson, sentence.first, sentence.end);
    say(
      `names, round ${epoch + 1}/${epochs}: ${wrong} of ${sentences.length} sentences wrong, ${learner.featureCount} features`,
    );
  }
  return learner;
}

const N = NAME_LABEL_COUNT;

function learnSentence(learner: Perceptron, lesson: NameLesson, first: number, end: number): number {
  const length = end - first;
  const features: Int32Array[] = [];
  const emission = new Float64Array(length * N);
  const buffer = new Int32Array(MAX_NAME_FEATURES);
  for (let i = first; i < end; i++) {
    const n = nameFeatures(lesson.clues, first, end, i, buffer);
    features.push(buffer.slice(0, n));
    learner.score(features[i - first]!, n, emission.subarray((i - first) * N, (i - first + 1) * N));
  }
  const transition = new Float64Array(N * N);
  for (let before = 0; before < N; before++)
    learner.score(Int32Array.of(transitionFeature(before)), 1, transition.subarray(before * N, (before + 1) * N));
  learner.tick();
  const path = new Uint8Array(length);
  bestPath(length, N, emission, transition, FOLLOWS, mayEnd, new Uint8Array(length * N), path);
  const right = lesson.labels.subarray(first, end);
  const allowed = lesson.marksMisc
    ? right
    : right.map((label, i) => (label === 0 && path[i]! > 0 && kindOf(path[i]!) === MISC ? path[i]! : label));
  let wrong = 0;
  for (let i = 0; i < length; i++) {
    const before = i === 0 ? 0 : path[i - 1]!;
    const rightBefore = i === 0 ? 0 : allowed[i - 1]!;
    if (path[i] !== allowed[i]) {
      wrong = 1;
      learner.update(features[i]!, features[i]!.length, allowed[i]!, 1);
      learner.update(features[i]!, features[i]!.length, path[i]!, -1);
    }
    if (path[i] !== allowed[i] || before !== rightBefore) {
      learner.update(Int32Array.of(transitionFeature(rightBefore)), 1, allowed[i]!, 1);
      learner.update(Int32Array.of(transitionFeature(before)), 1, path[i]!, -1);
    }
  }
  return wrong;
}

const FOLDS = 4;

/** Trains on three quarters of all documents and measures on the fourth, four times; PER, ORG and LOC, exact spans. */
export function* crossValidated(
  lessons: readonly NameLesson[],
  gazetteer: Gazetteer,
  more: OtherNames,
  measured = FOLDS,
): Generator<string> {
  const sums = new Map<string, [right: number, predicted: number, gold: number]>();
  for (let fold = 0; fold < measured; fold++) {
    const seen = lessons.filter((_, l) => foldOf(lessons, l) !== fold);
    const rows = learnMixed(seen, more, () => {});
    const finder = new NameFinder(new LinearModel(N, rows), gazetteer);
    lessons.forEach((lesson, l) => {
      if (foldOf(lessons, l) !== fold) return;
      const found = new Set(
        finder.find(lesson.segments, lesson.words, lesson.tag).map(({ start, end, type }) => `${start},${end},${type}`),
      );
      const gold = goldNames(lesson);
      for (const type of ['', 'PER', 'ORG', 'LOC']) {
        const key = `${lesson.set.replace(/\.(?:train|dev)$/, '')}${type ? ` ${type}` : ''}`;
        const sum = sums.get(key) ?? [0, 0, 0];
        sums.set(key, sum);
        const of = (name: string) => (type ? name.endsWith(type) : /(?:PER|ORG|LOC)$/.test(name));
        for (const name of found) if (of(name)) sum[1]++;
        for (const name of gold) {
          if (!of(name)) continue;
          sum[2]++;
          if (found.has(name)) sum[0]++;
        }
      }
    });
  }
  for (const [set, [right, predicted, gold]] of sums)
    yield `${set.padEnd(24)} P ${((100 * right) / predicted).toFixed(1)} R ${((100 * right) / gold).toFixed(1)} F1 ${((200 * right) / (predicted + gold)).toFixed(1)} (${gold})`;
}

/** Rows that follow each other may come from one article: folds are blocks of 25. */
const foldOf = (lessons: readonly NameLesson[], l: number): number =>
  lessons[l]!.set === 'gum' ? l % FOLDS : Math.floor(l / 25) % FOLDS;

function goldNames({ labels, segments }: NamedText): Set<string> {
  const names = new Set<string>();
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    let last = i;
    while (last + 1 < labels.length && ((labels[last]! - 1) & 3) < 2) last++;
    names.add(`${segments.tokenStart[i]},${segments.tokenEnd[last]},${NAME_KINDS[kindOf(labels[i]!)]}`);
    i = last;
  }
  return names;
}
