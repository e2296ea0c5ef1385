import type { DateMention } from '../../domain/reading.ts';
import { type Anchor, anchorOf, yearOfValue } from './anchor.ts';
import { Matched, type TimeValue } from './matched.ts';
import { RULES } from './rules.ts';
import { type Classed, symbolsOf } from './symbols.ts';

export type DateContext = { readonly published: string | null; readonly language?: string | null };

type Found = { from: number; to: number; start: number; end: number; value: TimeValue };

const STICKY = RULES.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'y') }));
/** Whether any rule matches at a place: asked first, since most places hold nothing. */
const ANY = new RegExp(RULES.map(({ pattern }) => `(?:${pattern})`).join('|'), 'y');
const STARTS = new Uint8Array(128);
for (const letter of 'NOYKITMDUuFPHAtlxchCefmqvrRyZswJ') STARTS[letter.charCodeAt(0)] = 1;

/**
 * The time expressions of an English text in order, with TIMEX3 values (TimeML 1.2.1): absolute ones as they are, relative
 * ones counted from `published`, or, in a text that tells of other years, from its own running date. What cannot be
 * counted has `value: null` and says why. Nothing is read from copyright lines. Offsets are UTF-16 code units; linear.
 */
export function findDates(text: string, context: DateContext): DateMention[] {
  if (context.language && !/^en\b/i.test(context.language)) return [];
  const symbols = symbolsOf(text);
  const letters = symbols.map((symbol) => symbol.symbol).join('');
  const anchor = anchorOf(context.published, tellsOfOtherYears(symbols, context.published));
  const found: Found[] = [];
  for (let at = 0; at < symbols.length; ) {
    const hit = STARTS[letters.charCodeAt(at)] === 1 ? longest(symbols, letters, at, anchor) : undefined;
    if (!hit) {
      at++;
      continue;
    }
    found.push(hit);
    if (hit.value.value !== null && /^(?:BC)?\d{4}/.test(hit.value.value)) {
      anchor.running = hit.value.value.replace(/T.*$/, '');
      anchor.runningAt = hit.from;
    }
    if (/-Q\d$/.test(hit.value.value ?? '') && !/[eg]/.test(letters.slice(hit.from, hit.to)))
      anchor.quarter = hit.value.value!;
    at = hit.to;
  }
  const copyright = copyrightLines(text);
  return joined(found, text)
    .filter(({ start }) => !within(copyright, start))
    .map((hit) => mention(hit, text));
}

function longest(symbols: readonly Classed[], letters: string, at: number, anchor: Anchor): Found | undefined {
  ANY.lastIndex = at;
  if (!ANY.test(letters)) return undefined;
  const candidates: { length: number; index: number }[] = [];
  for (let index = 0; index < STICKY.length; index++) {
    const { pattern } = STICKY[index]!;
    pattern.lastIndex = at;
    if (pattern.test(letters)) candidates.push({ length: pattern.lastIndex - at, index });
  }
  candidates.sort((a, b) => b.length - a.length || a.index - b.index);
  for (const { length, index } of candidates) {
    const matched = new Matched(symbols, at, at + length, anchor);
    const value = STICKY[index]!.rule.read(matched);
    if (value)
      return { from: at, to: at + length, start: symbols[at]!.start, end: symbols[at + length - 1]!.end, value };
  }
  return undefined;
}

/** A history rather than news of the day: most of its years are not that of its publication. */
function tellsOfOtherYears(symbols: readonly Classed[], published: string | null): boolean {
  const now = yearOfValue(published ?? undefined);
  const years = symbols.filter((symbol) => symbol.symbol === 'Y').map((symbol) => Number(symbol.is));
  const beforeChrist = symbols.filter((symbol) => symbol.symbol === 'B').length;
  const others = years.filter((year) => now === undefined || Math.abs(year - now) > 2).length + beforeChrist;
  return others >= 8 && others >= 0.75 * (years.length + beforeChrist) && others * 250 > symbols.length;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Joins "10 p.m." and "Wednesday", "the night" "of April 12". */
function joined(found: readonly Found[], text: string): Found[] {
  const out: Found[] = [];
  for (const hit of found) {
    const last = out.at(-1);
    const between = last ? text.slice(last.end, hit.start) : '';
    const clock = last?.value.value?.match(/T\d\d:\d\d$/)?.[0];
    const clockHere = hit.value.value?.match(/T\d\d:\d\d$/)?.[0];
    if (last && clock && DAY.test(hit.value.value ?? '') && /^,?\s+(?:[A-Z]{2,4},?\s+)?(?:on\s+)?$/.test(between))
      out[out.length - 1] = {
        ...last,
        to: hit.to,
        end: hit.end,
        value: { ...hit.value, type: 'TIME', value: hit.value.value + clock },
      };
    else if (
      last &&
      clockHere &&
      DAY.test(last.value.value ?? '') &&
      /^,?\s+(?:at\s+|around\s+|about\s+)?$/.test(between)
    )
      out[out.length - 1] = {
        ...last,
        to: hit.to,
        end: hit.end,
        value: { ...hit.value, type: 'TIME', value: last.value.value + clockHere },
      };
    else out.push(hit);
  }
  return out;
}

const COPYRIGHT = /©|\(c\)\s*\d|copyright|all rights reserved/gi;
const LONG_LINE = 300;
const COPYRIGHT_REACH = 100;

/** The lines that speak of copyright; of a line that holds a whole article only what stands beside the sign. */
function copyrightLines(text: string): readonly (readonly [start: number, end: number])[] {
  const lines: [start: number, end: number][] = [];
  for (const { index } of text.matchAll(COPYRIGHT)) {
    const near = text.slice(Math.max(0, index - LONG_LINE), index).lastIndexOf('\n');
    const start = near < 0 ? Math.max(0, index - COPYRIGHT_REACH) : Math.max(0, index - LONG_LINE) + near + 1;
    const line = text.slice(index, index + LONG_LINE).indexOf('\n');
    const end = index + (line < 0 ? LONG_LINE : line);
    const last = lines.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else lines.push([start, end]);
  }
  return lines;
}

/** Whether an offset lies in one of the ranges, which are sorted and apart. Logarithmic. */
function within(ranges: readonly (readonly [start: number, end: number])[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] <= offset;
}

function mention(hit: Found, text: string): DateMention {
  const { type, value, mod, why } = hit.value;
  return {
    start: hit.start,
    end: hit.end,
    text: text.slice(hit.start, hit.end),
    type,
    value,
    ...(mod === undefined ? {} : { mod }),
    ...(why === undefined ? {} : { why }),
  };
}
