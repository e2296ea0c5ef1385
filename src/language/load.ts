import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gazetteer } from './gazetteer.ts';
import { HashIndex } from './hash-index.ts';
import { LinearModel, type LinearRows } from './linear-model.ts';
import { BrokenModel, readModel, type Sections } from './model-file.ts';
import { NAME_KINDS, NAME_LABEL_COUNT } from './name-labels.ts';
import { NameFinder } from './names.ts';
import { unpackKeys } from './packed-keys.ts';
import { Parser } from './parser.ts';
import { Tagger } from './tagger.ts';
import { RELATIONS, tagOf, uposOf } from './tags.ts';
import { WordClasses } from './word-classes.ts';

/** Where the models lie beside the sources. */
export const MODELS = join(import.meta.dirname, '../../models');

/** Reads a model by name and verifies it by the hash that models/hashes.json gives. */
export function openModel(name: string, folder = MODELS): ReturnType<typeof readModel> {
  const list = join(folder, 'hashes.json');
  let hashes: Readonly<Record<string, string>>;
  try {
    hashes = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new BrokenModel(list, 'a list of SHA-256 by model', 'none', cause);
  }
  return readModel(join(folder, name, `${name}.bin`), hashes[name] ?? 'of a listed model');
}

export const loadClasses = (folder = MODELS): WordClasses => new WordClasses(openModel('words', folder).sections);

/** The tagger, and what its classes mean. */
export type LoadedTagger = {
  readonly tagger: Tagger;
  readonly uposOfClass: Uint8Array;
  readonly tagOfClass: Uint8Array;
};

export function loadTagger(folder = MODELS): LoadedTagger {
  const { facts, sections } = openModel('tags', folder);
  const pairs = (facts.pairs as string[]).map((pair) => pair.split('/') as [string, string]);
  return {
    tagger: new Tagger(
      linear(pairs.length, sections, 'first'),
      linear(pairs.length, sections, 'second'),
      new HashIndex(sections['sure.words'] as Int32Array, sections['sure.classes'] as Uint8Array),
    ),
    uposOfClass: Uint8Array.from(pairs, ([upos]) => uposOf(upos)),
    tagOfClass: Uint8Array.from(pairs, ([, tag]) => tagOf(tag)),
  };
}

export function loadParser(folder = MODELS): Parser {
  const { facts, sections } = openModel('parses', folder);
  const relations = facts.relations as string[];
  if (relations.join(' ') !== RELATIONS.join(' '))
    throw new BrokenModel(join(folder, 'parses/parses.bin'), `relations ${RELATIONS.join(' ')}`, relations.join(' '));
  return new Parser(linear(1 + 2 * relations.length, sections, 'steps'), relations.length);
}

export function loadNames(folder = MODELS): { readonly finder: NameFinder; readonly gazetteer: Gazetteer } {
  const { facts, sections } = openModel('names', folder);
  const kinds = facts.kinds as string[];
  if (kinds.join(' ') !== NAME_KINDS.join(' '))
    throw new BrokenModel(join(folder, 'names/names.bin'), `kinds ${NAME_KINDS.join(' ')}`, kinds.join(' '));
  const gazetteer = new Gazetteer(sections);
  return { finder: new NameFinder(linear(NAME_LABEL_COUNT, sections, 'labels'), gazetteer), gazetteer };
}

function linear(classCount: number, sections: Sections, name: string): LinearModel {
  const part = (key: keyof LinearRows) => sections[`${name}.${key}`];
  return new LinearModel(classCount, {
    keys: unpackKeys(part('keys') as Uint8Array, part('lengths')!.length),
    lengths: part('lengths') as Uint8Array,
    classes: part('classes') as Uint8Array,
    weights: part('weights') as Int8Array,
  });
}
