/**
 * Words that a page builder or an editor used, to how much they speak for the article: log odds, in 1/16. A hash table in
 * two lists of numbers (open addressing), because a page asks it ten thousand times.
 */
export class Lexicon {
  private readonly keys: Int32Array;
  /** 0 where a slot is free; no word is kept whose odds say nothing. */
  private readonly odds: Float32Array;
  private readonly shift: number;

  constructor(entries: Iterable<readonly [number, number]>) {
    const list = [...entries].filter(([, odds]) => odds !== 0);
    let bits = 4;
    while (1 << bits < list.length * 2) bits++;
    this.shift = 32 - bits;
    this.keys = new Int32Array(1 << bits);
    this.odds = new Float32Array(1 << bits);
    for (const [key, odds] of list) {
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.odds[slot] = odds;
    }
  }

  /** Log odds of a word by its key; 0 for a word that is not in the list. */
  of(key: number): number {
    return this.odds[this.slotOf(key)]!;
  }

  /** All words with their log odds, by key. */
  entries(): readonly (readonly [number, number])[] {
    return Array.from(this.odds, (odds, slot) => [this.keys[slot]!, odds] as const)
      .filter(([, odds]) => odds !== 0)
      .sort(([a], [b]) => a - b);
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift;
    while (this.odds[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

const SCALE = 16;

/** FNV-1a over UTF-16 code units, 32 bits: the key of a word in a lexicon. */
export function wordKey(word: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    key ^= word.charCodeAt(i);
    key = Math.imul(key, 0x01000193);
  }
  return key | 0;
}

/** Reads keys and log odds that `train/clean` has written side by side. */
export const lexiconOf = (keys: Int32Array, odds: Int8Array): Lexicon =>
  new Lexicon(Array.from(keys, (key, i) => [key, odds[i]! / SCALE] as const));

/** Log odds as they are stored. */
export const storedOdds = (logOdds: number): number => Math.max(-127, Math.min(127, Math.round(logOdds * SCALE)));
