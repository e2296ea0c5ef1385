import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `m` rows of `k` numbers times a matrix of `n` columns. */
type Product = (
  x: number,
  xStep: number,
  w: number,
  scale: number,
  bias: number,
  out: number,
  m: number,
  k: number,
  n: number,
) => void;

/** The functions of kernel.wat; all places are byte addresses in its memory. */
export type Kernel = {
  readonly memory: WebAssembly.Memory;
  readonly product: Product;
  readonly product7: Product;
  seven(x: number, out: number, count: number): void;
  recur(
    y: number,
    yStep: number,
    peep: number,
    skip: number,
    out: number,
    outStep: number,
    words: number,
    hidden: number,
  ): void;
  embed(
    rows: number,
    width: number,
    words: number,
    vectors: number,
    vector: number,
    vectorScale: number,
    forms: number,
    form: number,
    formScale: number,
    out: number,
  ): void;
  gather(
    rows: number,
    width: number,
    words: number,
    tables: number,
    size: number,
    step: number,
    each: number,
    eachStep: number,
    every: number,
    unit: number,
    out: number,
    outStep: number,
  ): void;
  rectify(a: number, scale: number, out: number, count: number): void;
  round(a: number, scale: number, out: number, count: number): void;
  pairs(
    a: number,
    aStep: number,
    b: number,
    bStep: number,
    out: number,
    rows: number,
    columns: number,
    k: number,
  ): void;
};

let assembled: WebAssembly.Module | undefined;

/** A kernel with a memory of its own. */
export function newKernel(): Kernel {
  assembled ??= new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'kernel.wasm')));
  return new WebAssembly.Instance(assembled).exports as unknown as Kernel;
}

const PAGE_BYTES = 65536;

/** Hands out pieces of a kernel's memory, one behind the other, each on a multiple of 16 bytes; nothing is given back. */
export class Floor {
  readonly memory: WebAssembly.Memory;
  private next = 64;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
  }

  /** The address of `bytes` fresh bytes, all 0. Views made before may be stale afterwards. */
  take(bytes: number): number {
    const at = this.next;
    this.next = (at + bytes + 15) & ~15;
    const missing = this.next - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return at;
  }

  /** A copy of an array; its address. */
  keep(array: Int8Array | Int16Array | Float32Array): number {
    const at = this.take(array.byteLength);
    new Uint8Array(this.memory.buffer, at, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    return at;
  }
}
