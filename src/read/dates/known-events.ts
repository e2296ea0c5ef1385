import { readFileSync } from 'node:fs';
import type { Bound } from './bound.ts';
import { findDates } from './dates.ts';

type KnownEvent = {
  readonly event: string;
  readonly date: string;
  readonly until?: string;
  readonly all: readonly RegExp[];
};

/** A known event that a sentence names: not before `date`, and where it is told as going on, not after `until`. */
export type FoundEvent = {
  readonly event: string;
  readonly date: string;
  readonly until?: string;
  readonly sentence: number;
};

let known: readonly KnownEvent[] | undefined;

function knownEvents(): readonly KnownEvent[] {
  known ??= (
    JSON.parse(readFileSync(new URL('./known-events.json', import.meta.url), 'utf8')) as {
      rows: { event: string; date: string; until?: string; all: string[] }[];
    }
  ).rows.map(({ all, ...row }) => ({ ...row, all: all.map((pattern) => new RegExp(pattern, 'u')) }));
  return known;
}

/** So many years behind the newest known event nothing is counted to. */
const UNKNOWN_YEARS = 10;

/** The last year of which this reader can know. */
const horizon = (): number => Math.max(...knownEvents().map(({ date }) => Number(date.slice(0, 4)))) + UNKNOWN_YEARS;

/** The known events that the text names, each in the first sentence that does. */
export function eventsIn(text: string, sentences: readonly string[]): readonly FoundEvent[] {
  return knownEvents().flatMap(({ all, ...row }) => {
    if (!all.every((pattern) => pattern.test(text))) return [];
    const sentence = sentences.findIndex((words) => all.every((pattern) => pattern.test(words)));
    return sentence < 0 ? [] : [{ ...row, sentence }];
  });
}

/** "some 12 years on", "13 years after", "after nearly 20 years of", "since … 20 years ago". */
const BEHIND = /^[\s,]*(?:on|later|after|since|ago|of (?:war|conflict|fighting|occupation|presence|involvement))\b/;
const BEFORE = /\bafter\s+(?:about |some |more than |over )?$/;

/** Years counted from an event, in its sentence or the next: the event's year and so many more, give or take one. */
export function countedFromEvents(
  sentences: readonly string[],
  events: readonly FoundEvent[],
): { readonly from: readonly Bound[]; readonly to: readonly Bound[] } {
  const from: Bound[] = [];
  const to: Bound[] = [];
  for (const { event, date, sentence } of events)
    for (const words of sentences.slice(sentence, sentence + 2)) {
      const years = findDates(words, { published: null }).find(({ type, value, start, end }) => {
        if (type !== 'DURATION' || !/^P\d+Y$/.test(value ?? '')) return false;
        return (
          /\b(?:on|later|after|since)$/.test(words.slice(start, end)) ||
          BEHIND.test(words.slice(end)) ||
          BEFORE.test(words.slice(0, start))
        );
      });
      if (!years) continue;
      const count = Number(/\d+/.exec(years.value!)![0]);
      if (count < LEAST_YEARS) continue;
      const year = Number(date.slice(0, 4));
      if (year + count - 1 > horizon()) continue;
      const why = `“${years.text}” after ${event} (${date})`;
      from.push({ day: `${year + count - 1}${date.slice(4)}`, why, sure: false });
      to.push({ day: `${year + count + 1}${date.slice(4)}`, why, sure: false });
    }
  return { from, to };
}

/** A year or two may be anything's; longer ones are counted from what the sentence names. */
const LEAST_YEARS = 4;
