import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClasses, loadTagger } from '../../src/language/load.ts';
import { RELATIONS, UPOS } from '../../src/language/tags.ts';
import { seeded, shuffle, type Tree, treebank, treesOf } from './corpus.ts';
import { type Lesson, PARSE_TOUCHES, PARSE_UNIT, trainParser } from './parser.ts';
import { saveModel } from './save.ts';
import {
  type ForeignTags,
  foreignTags,
  named,
  sureSections,
  type TagPairs,
  tagFigures,
  tagged,
  taggerSections,
  tagPairs,
  trainTagger,
} from './tagger.ts';

const note = (line: string): void => void process.stderr.write(`${line}\n`);

export const trainingTrees = (): Tree[] =>
  shuffle(treesOf([...treebank('ewt-train'), ...treebank('gum-train')], loadClasses()), seeded(5));

/**
 * Makes models/tags: for each reading the sum of two learners. The first pair saw the training parts of the treebanks, and its
 * figures on the development parts are printed; the second pair saw the development parts too.
 */
export async function trainTags(): Promise<void> {
  const trees = trainingTrees();
  const pairs = tagPairs(trees);
  const { drafts } = keptForeignTags(trees, pairs);
  const measured = trainTagger(trees, pairs, drafts, TAG_ROUNDS, 17, note);
  const development = treesOf([...treebank('ewt-dev'), ...treebank('gum-dev')], loadClasses());
  const foreign = tagged(measured, pairs, development);
  note(`tags, on the development parts: ${tagFigures(foreign.tags, pairs, development)}`);
  const all = [...trees, ...development];
  const whole = trainTagger(all, pairs, [...drafts, ...foreign.drafts], TAG_ROUNDS, 71, note);
  measured.first.absorb(whole.first);
  measured.second.absorb(whole.second);
  saveModel('tags', { pairs: pairs.names }, { ...taggerSections(measured, 2), ...sureSections(trees, pairs) });
}
const TAG_ROUNDS = 5;

/**
 * Makes models/parses: the sum of two learners, one that saw the training parts of the treebanks and on which all figures are
 * measured, one that saw the development parts too, in another order.
 */
export async function trainParses(): Promise<void> {
  const trees = trainingTrees();
  const lessons = parseLessons(trees, tagPairs(trees));
  const measured = trainParser(lessons, PARSE_ROUNDS, note, join(KEPT, 'parse-train'), 23);
  const whole = trainParser([...lessons, ...developmentLessons()], PARSE_ROUNDS, note, join(KEPT, 'parse-whole'), 99);
  measured.absorb(whole);
  saveModel('parses', { relations: RELATIONS }, named('steps', measured.rows(2 * PARSE_UNIT, 2 * PARSE_TOUCHES)));
}
const PARSE_ROUNDS = 7;
const KEPT = join(tmpdir(), 'stemma-train');

/** The development parts, with the tags of models/tags, which has not seen them. */
export function developmentLessons(): Lesson[] {
  const { tagger, uposOfClass } = loadTagger();
  return treesOf([...treebank('ewt-dev'), ...treebank('gum-dev')], loadClasses()).map(({ words, head, relation }) => {
    const tag = new Uint8Array(words.count);
    tagger.tag(words, 0, words.count, tag);
    return { words, head, relation, tag, upos: Uint8Array.from(tag, (c) => uposOfClass[c]!) };
  });
}

/** The sentences with the tags of a tagger that had not seen them. */
export function parseLessons(trees: readonly Tree[], pairs: TagPairs): Lesson[] {
  const { tags } = keptForeignTags(trees, pairs);
  const uposOfClass = pairs.names.map((pair) => UPOS.indexOf(pair.split('/')[0]!));
  return trees.map(({ words, head, relation }, t) => ({
    words,
    head,
    relation,
    tag: tags[t]!,
    upos: Uint8Array.from(tags[t]!, (c) => uposOfClass[c]!),
  }));
}

/** Foreign tags take minutes, so they are kept between steps in the temporary folder, named by what they were made of. */
export function keptForeignTags(trees: readonly Tree[], pairs: TagPairs): ForeignTags {
  const made = hash(
    'sha256',
    JSON.stringify([
      pairs.names,
      wordsHash(),
      SOURCES.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')),
      trees.map((tree) => tree.source.text.length),
    ]),
  );
  const folder = join(tmpdir(), 'stemma-train');
  const file = join(folder, `foreign-tags-${made.slice(0, 16)}.json`);
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { drafts: number[][]; tags: number[][] };
    return {
      drafts: kept.drafts.map((row) => Uint8Array.from(row)),
      tags: kept.tags.map((row) => Uint8Array.from(row)),
    };
  }
  const fresh = foreignTags(trees, pairs, 5, note);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ drafts: fresh.drafts.map((row) => [...row]), tags: fresh.tags.map((row) => [...row]) }),
  );
  return fresh;
}
const SOURCES = ['../../src/language/tagger-features.ts', './tagger.ts'];
const wordsHash = (): unknown =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../models/hashes.json'), 'utf8')) as Record<string, unknown>)
    .words;
