import type { Sections } from '../model-file.ts';
import type { Floor } from './kernel.ts';

/** A matrix laid out for the kernel: addresses of its weights, of the scale and of the bias of each column. */
export type Matrix = {
  readonly w: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  /** Filled up to a multiple of 8; the added columns are 0. */
  readonly columns: number;
};

/**
 * Copies the matrix `name` of a model file into the kernel's memory: bytes with a step and a bias for each column.
 * `unit` is how many whole numbers make one in what it will be multiplied with.
 */
export function keepMatrix(floor: Floor, sections: Sections, name: string, rows: number, unit: number): Matrix {
  const w = sections[`${name}.weights`] as Int8Array;
  const given = w.length / rows;
  const columns = (given + 7) & ~7;
  const scale = new Float32Array(columns);
  const bias = new Float32Array(columns);
  const steps = sections[`${name}.steps`] as Float32Array;
  for (let c = 0; c < given; c++) scale[c] = steps[c]! / unit;
  bias.set(sections[`${name}.bias`] as Float32Array);
  return {
    w: floor.keep(interleaved(w, rows, given, columns)),
    scale: floor.keep(scale),
    bias: floor.keep(bias),
    rows,
    columns,
  };
}

/** For each eight columns, pairs of rows one behind the other: the order in which the kernel reads them. */
export function interleaved(w: Int8Array, rows: number, given: number, columns: number): Int16Array {
  const out = new Int16Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < given; column++)
      out[(column >> 3) * rows * 8 + (row >> 1) * 16 + (column & 7) * 2 + (row & 1)] = w[row * given + column]!;
  return out;
}
