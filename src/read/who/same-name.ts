import { COMPANY_FORM, HONORIFIC } from './name-forms.ts';
import { plainWords, soundOf } from './name-sounds.ts';

export type NameKind = 'person' | 'organisation';

/**
 * How likely two names are the same one's, 0 to 1; from .5 on they are taken for the same. Titles, legal forms, accents,
 * Cyrillic letters and the usual variants of transliteration (Sergei/Sergey, al-/Al-) do not count; initials fit full names.
 * Words are paired greedily by Damerau–Levenshtein similarity (Damerau, 1964). Quadratic in the number of words of a name.
 */
export function sameName(a: string, b: string, kind?: NameKind): number {
  const [x, y] = [wordsOf(a, kind), wordsOf(b, kind)];
  if (x.length === 0 || y.length === 0) return a.trim().toLowerCase() === b.trim().toLowerCase() ? 1 : 0;
  const joined = similarity(x.join(''), y.join(''));
  if (joined === 1) return kind === 'person' && x.join(' ') !== y.join(' ') && x.length === y.length ? 0.7 : 1;
  if (initialsOf(x) === y.join('') || initialsOf(y) === x.join('')) return kind === 'person' ? 0.2 : 0.75;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  const free = new Set(long.map((_, at) => at));
  let sum = 0;
  let weakest = 1;
  short.forEach((word, place) => {
    let best = -1;
    let top = 0;
    for (const at of free) {
      const value =
        wordSimilarity(word, long[at]!) -
        (kind === 'person' && at !== place && short.length === long.length ? 0.04 : 0);
      if (value > top) {
        top = value;
        best = at;
      }
    }
    if (best >= 0) free.delete(best);
    sum += top;
    weakest = Math.min(weakest, top);
  });
  const missing = long.length - short.length;
  const matched = sum / short.length;
  if (short.length === 1 && missing > 0)
    return kind === 'person' ? 0.3 * matched : Math.max(0, matched - 0.35 - 0.1 * missing);
  const penalty = kind === 'person' ? 0.12 * missing : 0.17 * missing;
  const value = Math.max(0, matched - penalty);
  return weakest < 0.7 ? value * 0.45 : value;
}

const initialsOf = (words: readonly string[]) => (words.length > 1 ? words.map((word) => word[0]).join('') : '');

function wordsOf(name: string, kind: NameKind | undefined): readonly string[] {
  const words = plainWords(name);
  const kept = words.filter((word) => !(kind === 'organisation' ? COMPANY_FORM : HONORIFIC).has(word));
  return (kept.length > 0 ? kept : words).map(soundOf);
}

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return 0.85;
  return similarity(a, b);
}

/** 1 minus the edits per letter of the longer word; less than two thirds alike counts as nothing. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const value = 1 - edits(a, b) / longest;
  return value < 0.65 ? 0 : value;
}

function edits(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
