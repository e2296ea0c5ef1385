import type { PlaceMention } from '../../domain/reading.ts';
import { startsName, type Word } from './place-tokens.ts';
import { IN_SITE, LARGE_SITE, NO_SITE, SITE, SITE_AFTER_PREPOSITION } from './site-words.ts';

/** How far, in code units, the town that a site is placed by may be named. */
const REACH = 1500;

/** Words, without the noun, that the longest site name has. */
const LONGEST = 6;

/** A town named so close before a site holds it; further back the town that the article names most does. */
const CLOSE = 300;

/** A town right behind a site's name ("… Hospital in Toronto", "… Park, Tottenham") begins within so many code units. */
const BESIDE = 12;

/** How many words of a town's name the words before "neighbourhood" or ", Kent" may hold. */
const LONGEST_VILLAGE = 3;

type Run = { readonly first: number; readonly to: number };

/**
 * Streets, hospitals, courts, squares and small places that no gazetteer holds: "Selwyn Harke Hospital", "Narrow Hatch, Kent",
 * "the Ramla neighbourhood". They stand at the point of the town or province named beside them, else of the town named
 * nearest before (or first after), and say so. Nothing is placed where none is named. `towns` are those of `places` that a
 * site can lie in, `larger` the provinces; all sorted by start.
 */
export function findSites(
  words: readonly Word[],
  places: readonly PlaceMention[],
  towns: readonly PlaceMention[],
  larger: readonly PlaceMention[],
): PlaceMention[] {
  if (towns.length + larger.length === 0) return [];
  const main = mostNamed(towns);
  const sites: PlaceMention[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!words[at]!.isCapital) continue;
    const site = siteEndingAt(words, at);
    const village = site ? undefined : villageEndingAt(words, at, larger);
    const run = site ?? village?.run;
    if (!run) continue;
    const start = words[run.first]!.start;
    const end = words[run.to - 1]!.end;
    const inside = insideOf(places, start, end);
    if (inside === 'taken' || (inside && !yields(inside, towns, end))) continue;
    const near = village?.near ?? townFor(words, run, towns, main);
    if (!near) continue;
    const name = words
      .slice(run.first, run.to)
      .map(({ text }) => text)
      .join(' ');
    sites.push({ start, end, name, country: near.country, lat: near.lat, lon: near.lon, near: near.name });
  }
  return sites;
}

/** "Selwyn Harke Hospital", "22nd Street", "the corner of High Road": capitals that end in a noun for sites. */
function siteEndingAt(words: readonly Word[], at: number): Run | undefined {
  const noun = words[at]!.lower.replace('.', '');
  if (!SITE.has(noun)) return undefined;
  // "Wall Street Journal", "Selwyn Park Hospital": the name goes on.
  if (startsName(words[at + 1]) && touches(words, at)) return undefined;
  let first = at;
  while (first > 0 && at - first < LONGEST && belongs(words, first - 1)) first--;
  while (first < at && NO_SITE.has(words[first]!.lower)) first++;
  while (first < at && IN_SITE.has(words[first]!.lower)) first++;
  if (first === at) return undefined;
  const said = SITE_AFTER_PREPOSITION.has(noun) && !LARGE_SITE.has(words[at - 1]!.lower);
  if (said && !PREPOSITION.test(wordBefore(words, first))) return undefined;
  return { first, to: at + 1 };
}

const PREPOSITION = /^(?:at|in|near|outside|inside|to|from|around|opposite|behind|before|leave|left|on)$/;

/** The word before, articles aside. */
function wordBefore(words: readonly Word[], at: number): string {
  const previous = words[at - 1]?.lower ?? '';
  return previous === 'the' ? (words[at - 2]?.lower ?? '') : previous;
}

const touches = (words: readonly Word[], at: number): boolean => words[at + 1]!.start - words[at]!.end === 1;

/** Whether a word can be part of the name whose next word follows it. */
function belongs(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const gap = words[at + 1]!.start - word.end;
  if (gap < 0 || (gap > 1 && !(word.possessive && gap <= 3))) return false;
  if (word.isCapital)
    return !word.possessive || LARGE_SITE.has(word.lower) || /^(?:St|Saint)/.test(words[at - 1]?.text ?? '');
  if (/^\d{1,3}(?:st|nd|rd|th)?$/.test(word.lower)) return true;
  return IN_SITE.has(word.lower) && startsName(words[at - 1]);
}

/** A place of its own that only the words around it make one: "the Ramla neighbourhood", "at Narrow Hatch, Kent". */
function villageEndingAt(
  words: readonly Word[],
  at: number,
  larger: readonly PlaceMention[],
): { readonly run: Run; readonly near: PlaceMention | undefined } | undefined {
  const next = words[at + 1];
  if (!next) return undefined;
  const quarter = QUARTER.test(next.text) && next.start - words[at]!.end === 1;
  const comma = next.text === ',' && startsName(words[at + 2]);
  if (!quarter && !comma) return undefined;
  let first = at;
  while (first > 0 && at - first < LONGEST_VILLAGE - 1 && words[first - 1]!.isCapital && touches(words, first - 1))
    first--;
  const before = quarter ? wordBefore(words, first) : (words[first - 1]?.lower ?? '');
  if (!(quarter ? QUARTERED : LOCATED).test(before)) return undefined;
  if (NO_SITE.has(words[first]!.lower)) return undefined;
  const run = { first, to: at + 1 };
  if (quarter) return { run, near: undefined };
  const near = startingAt(larger, words[at + 2]!.start);
  return near ? { run, near } : undefined;
}

const QUARTER = /^(?:neighbou?rhoods?|suburbs?|districts?|villages?|townships?|settlements?|slums?|quarters?)$/;
const QUARTERED = /^(?:in|from|of|at|near|into|outside|to|around|'s|\p{L}+)$/u;
const LOCATED = /^(?:in|at|near|outside|of|from|to|:)$/;

/** The town a site lies in: named right behind it or inside its name, else nearest before, else first after. */
function townFor(
  words: readonly Word[],
  run: Run,
  towns: readonly PlaceMention[],
  main: PlaceMention | undefined,
): PlaceMention | undefined {
  const start = words[run.first]!.start;
  const end = words[run.to - 1]!.end;
  const after = towns[firstFrom(towns, end)];
  const behind = words[run.to]?.lower;
  if (after && after.start - end < BESIDE && (behind === 'in' || behind === ',' || behind === 'of')) return after;
  const before = towns[firstFrom(towns, start) - 1];
  if (before && start - before.end < CLOSE) return before;
  return main ?? (before && start - before.end < REACH ? before : after);
}

/** The town named most often, where one is named more often than all others. */
function mostNamed(towns: readonly PlaceMention[]): PlaceMention | undefined {
  const counts = new Map<string, number>();
  let main: PlaceMention | undefined;
  let second = 0;
  for (const town of towns) {
    const key = `${town.lat} ${town.lon}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const most = main ? counts.get(`${main.lat} ${main.lon}`)! : 0;
    if (count > most) main = town;
  }
  const mainKey = main && `${main.lat} ${main.lon}`;
  for (const [key, count] of counts) if (key !== mainKey) second = Math.max(second, count);
  return mainKey !== undefined && counts.get(mainKey)! > second ? main : undefined;
}

/** Index of the first span that starts at or after an offset. Logarithmic. */
function firstFrom(sorted: readonly PlaceMention[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startingAt(sorted: readonly PlaceMention[], offset: number): PlaceMention | undefined {
  const found = sorted[firstFrom(sorted, offset)];
  return found?.start === offset ? found : undefined;
}

/** The place that a site's name begins with, `taken` where another stands in its way, undefined where none does. */
function insideOf(sorted: readonly PlaceMention[], start: number, end: number): PlaceMention | 'taken' | undefined {
  const from = firstFrom(sorted, start);
  if ((sorted[from - 1]?.end ?? 0) > start) return 'taken';
  const place = sorted[from];
  if (!place || place.start >= end) return undefined;
  return place.start === start && place.end < end ? place : 'taken';
}

/** Whether a place inside a site's name gives way: "Orsen Arena" in a text that plays in another town. */
const yields = (inside: PlaceMention, towns: readonly PlaceMention[], end: number): boolean =>
  inside.inName === true &&
  !inside.adjective &&
  !towns.some((town) => town.lat === inside.lat && town.lon === inside.lon && town.start !== inside.start) &&
  towns.some((town) => town.start > end || town.end < inside.start);
