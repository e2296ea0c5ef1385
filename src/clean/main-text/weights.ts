import { join } from 'node:path';
import { MODELS, openModel } from '../../language/load.ts';
import type { Sections } from '../../language/model-file.ts';
import { FEATURES, type Lexicons, ROW_STRIDE } from './features.ts';
import { type Forest, plant } from './forest.ts';
import { lexiconOf } from './lexicon.ts';

/** What `train/clean` has learnt for telling a page's article from the page. */
export type MainTextWeights = { readonly lexicons: Lexicons; readonly first: Forest; readonly second: Forest };

/** Weights to clean with instead of those that ship; what is absent is taken from these. */
export type CleanWeights = { readonly mainText?: MainTextWeights; readonly lines?: MainTextWeights };

/** Folder of this room's models; `main-text` ships, `measured` has not seen the held-out sites and is for measuring only. */
export const CLEAN_MODELS = join(MODELS, 'clean');

let shipped: MainTextWeights | undefined;

/** The weights that ship, read once. Throws `BrokenModel` where the file is missing or not the one that was measured. */
export function shippedWeights(): MainTextWeights {
  shipped ??= loadWeights('main-text');
  return shipped;
}

/** Reads weights by name. Throws `BrokenModel` where the file is missing or not the one that was measured. */
export function loadWeights(name: string, folder = CLEAN_MODELS): MainTextWeights {
  const { sections } = openModel(name, folder);
  const lexicon = (kind: string) =>
    lexiconOf(sections[`${kind}.keys`] as Int32Array, sections[`${kind}.odds`] as Int8Array);
  return {
    lexicons: { marks: lexicon('marks'), lines: lexicon('lines') },
    first: forestOf(sections, 'first', FEATURES.length),
    second: forestOf(sections, 'second', ROW_STRIDE),
  };
}

function forestOf(sections: Sections, name: string, width: number): Forest {
  const part = (key: string) => sections[`${name}.${key}`]! as Int32Array;
  const asFloats = (bits: Int32Array) => new Float32Array(bits.buffer, bits.byteOffset, bits.length);
  return plant({
    width,
    base: asFloats(part('base'))[0]!,
    roots: part('roots'),
    feature: sections[`${name}.feature`] as Int16Array,
    threshold: asFloats(part('threshold')),
    left: part('left'),
  });
}
