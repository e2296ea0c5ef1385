/** One line of the bench table. `score` and `speed` are as people read them; speed is per CPU-second, or a ratio within one run. */
export type BenchRow = {
  readonly task: string;
  /** The set, and which part of it. */
  readonly data: string;
  readonly rows: number;
  readonly score: string;
  readonly speed?: string;
  /** Peak resident memory of the measuring process, in MB. */
  readonly memoryMb?: number;
};

/** What each folder of `bench/` exports from its `main.ts`: measures on the given data folder, or throws `BenchSkipped`. */
export type Bench = { readonly run: (benchDir: string) => Promise<readonly BenchRow[]> };

/** A measurement that cannot be made here, with the reason in words. */
export class BenchSkipped extends Error {
  override readonly name = 'BenchSkipped';
}
