import type { Classed } from './symbols.ts';

export type Tense = 'past' | 'future' | 'unknown';

const FUTURE = new Set(
  "will won't shall 'll would scheduled due expected upcoming deadline plan plans planned planning intends hopes vows vowed agreed".split(
    ' ',
  ),
);
const PAST = new Set(
  'was were had did said told came went took made began left met held won lost fell rose broke sent gave got saw kept led died fled struck hit shot ran became found brought put set has have since after ended reported'.split(
    ' ',
  ),
);
const TO_AHEAD = new Set(
  'is are due scheduled expected set agreed plans plan planned decided ready about vowed promised hopes likely'.split(
    ' ',
  ),
);
/** Right before a date these point ahead whatever the verb: "extended to Nov. 16", "payable Jan. 2". */
const AHEAD = new Set('by until till through effective payable deadline soon'.split(' '));
/** Words that look ahead but are said on a day themselves. */
const PROMISE = new Set('agreed vowed promised planned decided pledged'.split(' '));
const BE = new Set(['be', 'been', 'being']);

/**
 * Whether the clause around a date speaks of what has happened or of what will: the nearest telling word to its left,
 * then to its right, inside the sentence. News tells the past unless it says otherwise.
 */
export function tenseAt(symbols: readonly Classed[], from: number, to: number): Tense {
  const beside = symbols[from - 1]?.is ?? '';
  const second = symbols[from - 2]?.is ?? '';
  if (
    (AHEAD.has(beside) || (AHEAD.has(second) && symbols[from - 1]?.symbol !== '.')) &&
    !perfectAround(symbols, from, to)
  )
    return 'future';
  // "agreed in June to buy": the day is that of the promise, not of the deed.
  const verb = symbols[from - 1]?.symbol === 'i' ? second : beside;
  if (PROMISE.has(verb)) return 'past';
  if (beside === 'as' && (second === 'START' || second === 'soon')) return 'future';
  for (let at = from - 1, seen = 0; at >= 0 && seen < 14 && symbols[at]!.symbol !== '.'; at--, seen++) {
    const found = told(symbols, at);
    if (found) return found;
  }
  for (let at = to, seen = 0; at < symbols.length && seen < 10 && symbols[at]!.symbol !== '.'; at++, seen++) {
    const found = told(symbols, at);
    if (found) return found;
  }
  return 'unknown';
}

/** "had filed by Wednesday", "until Thursday they had not". */
function perfectAround(symbols: readonly Classed[], from: number, to: number): boolean {
  for (let at = from - 1; at >= 0 && at > from - 10 && symbols[at]!.symbol !== '.'; at--)
    if (symbols[at]!.is === 'had') return true;
  for (let at = to; at < symbols.length && at < to + 6 && symbols[at]!.symbol !== '.'; at++)
    if (/^(?:had|was|were)$/.test(symbols[at]!.is)) return true;
  return false;
}

const NOUN_MARK = /^(?:the|a|an|its|his|her|their|our|this|that|such|new|any)$/;

function told(symbols: readonly Classed[], at: number): Tense | undefined {
  const word = symbols[at]!.is;
  const before = symbols[at - 1]?.is ?? '';
  if (symbols[at]!.symbol === 'x') return 'future';
  // "showed the plan in May": a noun looks nowhere.
  if (/^plans?$/.test(word) && /^[tAh_]$/.test(symbols[at - 1]?.symbol ?? '') && NOUN_MARK.test(before))
    return undefined;
  if (FUTURE.has(word)) return before === 'been' || before === 'previously' ? 'past' : 'future';
  if (word === 'to') return TO_AHEAD.has(before) ? 'future' : undefined;
  if (BE.has(before)) return undefined;
  if (PAST.has(word)) return 'past';
  // "a still undecided day" is no deed.
  if (/^[At]$/.test(symbols[at - 1]?.symbol ?? '') || before === 'still') return undefined;
  if (symbols[at]!.symbol === '_' && word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')) return 'past';
  return undefined;
}
