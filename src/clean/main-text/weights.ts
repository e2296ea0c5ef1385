import { join } from 'node:path';
import { MODELS, openModel } from '../../language/load.ts';
import { BrokenModel, type Sections } from '../../language/model-file.ts';
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

/**
 * Reads weights by name. Throws `BrokenModel` where the file is missing, is not the one that was measured, or holds trees that ask
 * for features which rows do not have: such trees would judge by numbers of the next row.
 */
export function loadWeights(name: string, folder = CLEAN_MODELS): MainTextWeights {
  const { sections } = openModel(name, folder);
  const path = join(folder, name, `${name}.bin`);
  const lexicon = (kind: string) =>
    lexiconOf(sections[`${kind}.keys`] as Int32Array, sections[`${kind}.odds`] as Int8Array);
  return {
    lexicons: { marks: lexicon('marks'), lines: lexicon('lines') },
    first: forestOf(sections, { name: 'first', width: FEATURES.length, path }),
    second: forestOf(sections, { name: 'second', width: ROW_STRIDE, path }),
  };
}

type Which = { readonly name: 'first' | 'second'; readonly width: number; readonly path: string };

function forestOf(sections: Sections, which: Which): Forest {
  const { name, width } = which;
  refuseMisfit(sections, which);
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

/** The hash says that a file is the one that was listed, not that it was made for the features of this version. */
function refuseMisfit(sections: Sections, { name, width, path }: Which): void {
  const part = (key: string) => sections[`${name}.${key}`] ?? new Int32Array(0);
  const nodes = part('feature').length;
  for (const key of ['threshold', 'left'])
    if (part(key).length !== nodes)
      throw new BrokenModel(
        path,
        `as many ${name}.${key} as ${name}.feature`,
        `${part(key).length} and ${nodes} of them`,
      );
  if (part('base').length !== 1 || part('roots').length === 0)
    throw new BrokenModel(path, `a base and ${name} trees`, `${part('base').length} and ${part('roots').length}`);
  for (const [i, feature] of part('feature').entries()) {
    if (feature >= width)
      throw new BrokenModel(path, `${name} trees over ${width} features`, `a question about feature ${feature}`);
    const left = part('left')[i]!;
    if (feature >= 0 && (left <= i || left + 1 >= nodes))
      throw new BrokenModel(path, `${name} branches within ${nodes} nodes`, `one from ${i} to ${left}`);
  }
}
