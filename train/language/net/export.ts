import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClasses } from '../../../src/language/load.ts';
import { FORM_TABLES, INPUT_WIDTH, inputsOf, VECTOR_WORDS } from '../../../src/language/net/inputs.ts';
import { RELATIONS } from '../../../src/language/tags.ts';
import { type Tree, treebank, treesOf } from '../corpus.ts';
import { readVectors, wordKeys } from '../word-classes.ts';
import { tagPairs } from './tag-pairs.ts';

export const NET_FOLDER = join(tmpdir(), 'stemma-train/net');

/** Writes what the net learns from as plain files of numbers for the program in Python: inputs, gold trees, vectors, labels. */
export function exportLessons(): void {
  mkdirSync(NET_FOLDER, { recursive: true });
  const classes = loadClasses();
  const train = treesOf([...treebank('ewt-train'), ...treebank('gum-train')], classes);
  const pairs = tagPairs(train);
  const sets: Readonly<Record<string, Tree[]>> = {
    train,
    'ewt-dev': treesOf(treebank('ewt-dev'), classes),
    'gum-dev': treesOf(treebank('gum-dev'), classes),
  };
  for (const [name, trees] of Object.entries(sets)) {
    const lengths = Int32Array.from(trees, ({ words }) => words.count);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const inputs = new Int32Array(total * INPUT_WIDTH);
    const gold = new Int32Array(total * 3);
    let at = 0;
    for (const tree of trees) {
      const { words, head, relation } = tree;
      inputsOf(words, classes, 0, words.count, inputs.subarray(at * INPUT_WIDTH));
      for (let i = 0; i < words.count; i++) gold.set([pairs.classOf(tree, i), head[i]!, relation[i]!], (at + i) * 3);
      at += words.count;
    }
    write(`${name}.lengths`, lengths);
    write(`${name}.inputs`, inputs);
    write(`${name}.gold`, gold);
  }
  const { words, vectors } = readVectors();
  const { keys, points } = wordKeys(words);
  const flat = new Float32Array(keys.length * 100);
  points.forEach((w, row) => {
    flat.set(vectors[words[w]!]!.slice(0, 100), row * 100);
  });
  write('vectors', flat);
  write(
    'fine',
    Int32Array.from(keys, (key) => classes.fine(classes.rank(key))),
  );
  writeFileSync(
    join(NET_FOLDER, 'facts.json'),
    JSON.stringify({
      inputWidth: INPUT_WIDTH,
      formRows: FORM_TABLES.rows,
      vectorWords: VECTOR_WORDS,
      fineCount: classes.fineCount,
      pairs: pairs.names,
      relations: RELATIONS,
    }),
  );
}

const write = (name: string, array: Int32Array | Float32Array): void =>
  writeFileSync(join(NET_FOLDER, `${name}.bin`), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
