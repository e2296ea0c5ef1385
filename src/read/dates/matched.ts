import { type Anchor, publishedValue } from './anchor.ts';
import type { Classed } from './symbols.ts';
import { type Tense, tenseAt } from './tense.ts';

/** What a rule makes of its words. */
export type TimeValue = {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string | null;
  readonly mod?: string | undefined;
  readonly why?: string;
};

export const NO_DAY = 'the article has no date to count from';

/** The words a rule matched, the words around them, and what they are counted from. */
export class Matched {
  readonly tokens: readonly Classed[];
  readonly all: readonly Classed[];
  readonly from: number;
  readonly to: number;
  readonly anchor: Anchor;

  constructor(all: readonly Classed[], from: number, to: number, anchor: Anchor) {
    this.all = all;
    this.from = from;
    this.to = to;
    this.anchor = anchor;
    this.tokens = all.slice(from, to);
  }

  /** The first matched word of one of the classes. */
  pick(symbols: string): Classed | undefined {
    return this.tokens.find((token) => symbols.includes(token.symbol));
  }

  has(symbols: string): boolean {
    return this.pick(symbols) !== undefined;
  }

  get tense(): Tense {
    return tenseAt(this.all, this.from, this.to);
  }

  get next(): Classed | undefined {
    return this.all[this.to];
  }

  get previous(): Classed | undefined {
    return this.all[this.from - 1];
  }

  /** What the narrative speaks of: its last date, or the published day. */
  get running(): string | undefined {
    return this.anchor.running ?? publishedValue(this.anchor);
  }

  /** What "last week" counts from: the published day, in histories the running date. */
  get speaking(): string | undefined {
    return this.anchor.narrative ? this.running : publishedValue(this.anchor);
  }
}

export const date = (value: string | null | undefined, mod?: string): TimeValue =>
  value === null || value === undefined
    ? { type: 'DATE', value: null, why: NO_DAY }
    : { type: /[\dX]T/.test(value) && !value.startsWith('P') ? 'TIME' : 'DATE', value, mod };

export const duration = (value: string, mod?: string): TimeValue => ({ type: 'DURATION', value, mod });

const LETTERS: Readonly<Record<string, readonly [letter: string, times: number, time: boolean]>> = {
  Y: ['Y', 1, false],
  M: ['M', 1, false],
  W: ['W', 1, false],
  D: ['D', 1, false],
  E: ['Y', 10, false],
  C: ['Y', 100, false],
  Q: ['M', 3, false],
  FN: ['W', 2, false],
  WE: ['WE', 1, false],
  TH: ['H', 1, true],
  TM: ['M', 1, true],
  TS: ['S', 1, true],
};

const HALF: Readonly<Record<string, readonly [count: number, letter: string]>> = {
  Y: [6, 'M'],
  M: [2, 'W'],
  W: [3, 'D'],
  D: [12, 'H'],
  TH: [30, 'M'],
  TM: [30, 'S'],
};

/** `P9M`, `PT4H`, `P2Y6M`; `PXY` for an unknown number of years. */
export function durationOf(count: number | 'X', unit: string): string {
  const [letter, times, time] = LETTERS[unit]!;
  const head = time ? 'PT' : 'P';
  if (count === 'X') return `${head}X${unit === 'E' || unit === 'C' ? unit : letter}`;
  const whole = Math.floor(count * times);
  const rest = count * times - whole;
  if (rest === 0) return `${head}${whole}${letter}`;
  const half = HALF[unit];
  if (rest !== 0.5 || !half) return `${head}${count * times}${letter}`;
  const tail = `${half[0]}${half[1]}`;
  const separator = unit === 'D' ? 'T' : '';
  return whole > 0 ? `${head}${whole}${letter}${separator}${tail}` : `${unit === 'D' ? 'PT' : head}${tail}`;
}
