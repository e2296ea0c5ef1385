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

/**
 * The same for `product7`, which multiplies with what a layer gives in seven bits: steps of 1/64, 64 for nothing. What the 64 adds to
 * every sum goes off the bias.
 */
export function keepMatrix7(floor: Floor, sections: Sections, name: string, rows: number): Matrix {
  const w = sections[`${name}.weights`] as Int8Array;
  const given = w.length / rows;
  const columns = (given + 7) & ~7;
  const scale = new Float32Array(columns);
  const bias = new Float32Array(columns);
  const steps = sections[`${name}.steps`] as Float32Array;
  bias.set(sections[`${name}.bias`] as Float32Array);
  const packed = new Int8Array(rows * columns);
  for (let c = 0; c < given; c++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const weight = w[row * given + c]!;
      sum += weight;
      packed[(c >> 3) * rows * 8 + (row >> 2) * 32 + (c & 7) * 4 + (row & 3)] = weight;
    }
    scale[c] = steps[c]! / 64;
    bias[c]! -= steps[c]! * sum;
  }
  return { w: floor.keep(packed), scale: floor.keep(scale), bias: floor.keep(bias), rows, columns };
}

/** For each eight columns, pairs of rows one behind the other: the order in which the kernel reads them. */
export function interleaved(w: Int8Array, rows: number, given: number, columns: number): Int16Array {
  const out = new Int16Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < given; column++)
      out[(column >> 3) * rows * 8 + (row >> 1) * 16 + (column & 7) * 2 + (row & 1)] = w[row * given + column]!;
  return out;
}
