import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gazetteer } from './gazetteer.ts';
import { LinearModel, type LinearRows } from './linear-model.ts';
import { BrokenModel, readModel, type Sections } from './model-file.ts';
import { NAME_KINDS, NAME_LABEL_COUNT } from './name-labels.ts';
import { NameFinder } from './names.ts';
import { Net, type NetFacts } from './net/net.ts';
import { unpackKeys } from './packed-keys.ts';
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

/** The net, and what its pairs of tags mean. */
export type LoadedNet = { readonly net: Net; readonly uposOfPair: Uint8Array; readonly tagOfPair: Uint8Array };

export function loadNet(folder = MODELS): LoadedNet {
  const { facts, sections } = openModel('net', folder);
  const net = facts as unknown as NetFacts;
  if (net.relations.join(' ') !== RELATIONS.join(' '))
    throw new BrokenModel(join(folder, 'net/net.bin'), `relations ${RELATIONS.join(' ')}`, net.relations.join(' '));
  const pairs = net.pairs.map((pair) => pair.split('/') as [string, string]);
  return {
    net: new Net(net, sections),
    uposOfPair: Uint8Array.from(pairs, ([upos]) => uposOf(upos)),
    tagOfPair: Uint8Array.from(pairs, ([, tag]) => tagOf(tag)),
  };
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
