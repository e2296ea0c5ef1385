import { BEFORE_NUMBER, CALENDAR, MAY_END, NEVER_END, STATES, TITLES } from './english/abbreviations.ts';
import { AFTER_APOSTROPHE, APOSTROPHE_FIRST, FUSED, HYPHEN_PREFIXES, UNITS } from './english/clitics.ts';

export type Tokens = { readonly count: number; readonly start: Int32Array; readonly end: Int32Array };

/**
 * Splits text into the words of Universal Dependencies English: contractions and possessives apart ("do" "n't", "Iran" "'s"),
 * hyphens apart except after prefixes, abbreviations with their stop. Offsets are UTF-16 code units; nothing but white space
 * lies between tokens. Linear in the length of the text, which is never copied.
 *
 * Most words are letters between spaces and go the short way; what has anything else in it is read by one sticky pattern.
 */
export function tokenise(text: string): Tokens {
  const sink: Sink = { text, start: new Int32Array(text.length), end: new Int32Array(text.length), count: 0 };
  const length = text.length;
  let at = 0;
  while (at < length) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    let letters = true;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) break;
      if (letters && !isLatinLetter(code)) letters = false;
      at++;
    }
    if (letters) pushWord(sink, from, at);
    else splitMixed(sink, from, at);
  }
  return { count: sink.count, start: sink.start.slice(0, sink.count), end: sink.end.slice(0, sink.count) };
}

type Sink = { readonly text: string; readonly start: Int32Array; readonly end: Int32Array; count: number };

/** White space, the no-break and thin spaces, zero-width characters and the byte-order mark. */
export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x85 ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0xad;

const isLatinLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function push(sink: Sink, start: number, end: number): void {
  if (end <= start) return;
  sink.start[sink.count] = start;
  sink.end[sink.count] = end;
  sink.count++;
}

/** A run of letters: one token, or the pieces of a fused word. */
function pushWord(sink: Sink, start: number, end: number): void {
  const length = end - start;
  if (length >= 2 && length <= 8) {
    const last = sink.text.charCodeAt(end - 1) | 32;
    // t, a, e, m, s: the letters fused words end in; spares the look-up for most words.
    if (last === 116 || last === 97 || last === 101 || last === 109 || last === 115) {
      const word = sink.text.slice(start, end);
      const pieces = word === 'IM' ? undefined : FUSED.get(word.toLowerCase());
      if (pieces) {
        let at = start;
        for (const piece of pieces) {
          push(sink, at, at + piece);
          at += piece;
        }
        return;
      }
    }
  }
  push(sink, start, end);
}

/** What may stand between two spaces, in order of preference. */
const PIECE = new RegExp(
  [
    /(?<link>(?:https?|ftp):\/\/[^\s<>"“”]+|www\.[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|co\.uk|io|ru|de|fr)\b(?:\/[^\s<>"“”]*)?)/u,
    /(?<tag>[@#][\p{L}_]\w*)/u,
    /(?<face>[:;=]-?[()DPp/|](?![\p{L}\p{N}]))/u,
    /(?<dots>\.{2,}|…+)/u,
    /(?<dash>-{2,}|[–—―]+)/u,
    /(?<ends>[!?]+)/u,
    /(?<initials>(?:\p{L}\.){2,}(?:\p{L}\b)?|\p{Lu}\.(?=$|[\s\p{Lu}-])|Ph\.D\.?)/u,
    /(?<number>(?:(?<![\p{L}\p{N}])[+-](?=\d))?(?:\d+(?:[.,:/]\d+)*|\.\d+)(?:[-]\d+)*(?:\p{L}[\p{L}\p{N}]*)?)/u,
    /(?<word>[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_]|['’ʼ`](?=\p{L})|&(?=\p{Lu})|(?<=^|[^\p{L}]\p{L}{1,8})-(?=\p{L}))*)/u,
    /(?<late>['’](?:\p{L}+|\d\ds?))/u,
    /(?<run>''|(?<same>[*=_~+#|<>`-])\k<same>*)/u,
    /(?<other>[\s\S]\p{M}*)/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'uy',
);

function splitMixed(sink: Sink, start: number, end: number): void {
  const { text } = sink;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isLatinLetter(code)) {
      // Letters with at most a mark behind them: "Kabul," "said." need no pattern.
      let stop = at + 1;
      while (stop < end && isLatinLetter(text.charCodeAt(stop))) stop++;
      if (stop === end || (stop === end - 1 && isPlainMark(text.charCodeAt(stop)))) {
        pushWord(sink, at, stop);
        push(sink, stop, end);
        return;
      }
    }
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (!found) {
      push(sink, at, at + 1);
      at++;
      continue;
    }
    const groups = found.groups!;
    const stop = Math.min(at + found[0].length, end);
    if (groups.link !== undefined) at = pushLink(sink, at, stop);
    else if (groups.number !== undefined) at = pushNumber(sink, at, stop, end);
    else if (groups.word !== undefined) at = pushMixedWord(sink, at, stop, end);
    else if (groups.late !== undefined) at = pushAfterApostrophe(sink, at, stop, start);
    else {
      push(sink, at, stop);
      at = stop;
    }
  }
}

const isPlainMark = (code: number): boolean =>
  code === 44 ||
  code === 59 ||
  code === 58 ||
  code === 41 ||
  code === 93 ||
  code === 33 ||
  code === 63 ||
  code === 34 ||
  code === 0x201d;

/** The marks that close a sentence around an address do not belong to it. */
function pushLink(sink: Sink, start: number, end: number): number {
  let stop = end;
  while (stop > start && /[.,;:!?)\]'’”]/.test(sink.text[stop - 1]!)) {
    if (sink.text[stop - 1] === ')' && sink.text.slice(start, stop).includes('(')) break;
    stop--;
  }
  push(sink, start, stop);
  return stop;
}

/** "35mm" is 35 + mm, "1990s", "7th" and "3D" stay whole. */
function pushNumber(sink: Sink, start: number, stop: number, end: number): number {
  const piece = sink.text.slice(start, stop);
  const unit = /^([+-]?[\d.,]*\d)(\p{L}+)$/u.exec(piece);
  if (unit && UNITS.has(unit[2]!.toLowerCase())) {
    push(sink, start, start + unit[1]!.length);
    const stopped = /^[apAP]\.[mM]\.?/.exec(sink.text.slice(start + unit[1]!.length, end));
    const unitEnd = stopped ? start + unit[1]!.length + stopped[0].length : stop;
    push(sink, start + unit[1]!.length, unitEnd);
    return unitEnd;
  }
  push(sink, start, stop);
  return stop;
}

/** A word with an apostrophe, hyphen or stop in or behind it. Returns where reading goes on. */
function pushMixedWord(sink: Sink, start: number, found: number, end: number): number {
  const { text } = sink;
  let stop = found;
  const hyphen = text.indexOf('-', start);
  if (hyphen > start && hyphen < stop && !HYPHEN_PREFIXES.has(text.slice(start, hyphen).toLowerCase())) stop = hyphen;
  else if (hyphen > start && hyphen < stop) {
    const second = text.indexOf('-', hyphen + 1);
    if (second > 0 && second < stop) stop = second;
  }
  if (stop < end && text.charCodeAt(stop) === 46 && keepsStop(text, start, stop, end)) {
    push(sink, start, stop + 1);
    return stop + 1;
  }
  const apostrophe = lastApostrophe(text, start, stop);
  if (apostrophe < 0) {
    pushWord(sink, start, stop);
    return stop;
  }
  const before = text.charCodeAt(apostrophe - 1) | 32;
  const tail = text.slice(apostrophe + 1, stop).toLowerCase();
  if (tail === 't' && before === 110 && apostrophe - 1 > start) {
    push(sink, start, apostrophe - 1);
    push(sink, apostrophe - 1, stop);
  } else if (AFTER_APOSTROPHE.has(tail)) {
    const inner = lastApostrophe(text, start, apostrophe);
    const body = inner > start ? text.slice(inner + 1, apostrophe).toLowerCase() : '';
    // "wouldn't've", "she'd've"
    if (body === 't' && (text.charCodeAt(inner - 1) | 32) === 110) {
      push(sink, start, inner - 1);
      push(sink, inner - 1, apostrophe);
    } else if (AFTER_APOSTROPHE.has(body)) {
      push(sink, start, inner);
      push(sink, inner, apostrophe);
    } else push(sink, start, apostrophe);
    push(sink, apostrophe, stop);
  } else push(sink, start, stop);
  return stop;
}

/** An apostrophe with letters behind it and none before: "'em", "'90s", a possessive after a sign, or an opening quote. */
function pushAfterApostrophe(sink: Sink, start: number, stop: number, chunkStart: number): number {
  const tail = sink.text.slice(start + 1, stop).toLowerCase();
  const behind = sink.text.charCodeAt(stop);
  // Text that was tokenised before has "Iran 's": the ending stands alone between spaces.
  const isAlone = start === chunkStart && start > 0 && (stop === sink.text.length || isSpace(behind));
  const stands =
    (start === chunkStart && (APOSTROPHE_FIRST.has(tail) || isDigit(tail.charCodeAt(0)))) ||
    ((start > chunkStart || isAlone) && AFTER_APOSTROPHE.has(tail));
  push(sink, start, stands ? stop : start + 1);
  return stands ? stop : start + 1;
}

function lastApostrophe(text: string, start: number, stop: number): number {
  for (let at = stop - 1; at > start; at--) {
    const code = text.charCodeAt(at);
    if (code === 39 || code === 0x2019 || code === 0x2bc || code === 96) return at;
  }
  return -1;
}

/** True when the full stop at `stop` belongs to the word before it. */
function keepsStop(text: string, start: number, stop: number, end: number): boolean {
  const word = text.slice(start, stop);
  const lower = word.toLowerCase();
  if (stop + 1 < end && isLatinLetter(text.charCodeAt(stop + 1)) && !TITLES.has(lower)) return false;
  const capital = word !== lower;
  if (capital && (TITLES.has(lower) || CALENDAR.has(word) || STATES.has(word))) return stateStands(text, word, stop);
  if (BEFORE_NUMBER.has(lower)) {
    let next = stop + 1;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    return isDigit(text.charCodeAt(next));
  }
  return MAY_END.has(lower) || NEVER_END.has(lower);
}

/** Abbreviations that are also words ("Ill.", "Mass.", "Mon.") count only where a comma or digit, or for a state a comma before, shows it. */
function stateStands(text: string, word: string, stop: number): boolean {
  if (!AMBIGUOUS.has(word)) return true;
  const after = text.slice(stop + 1, stop + 3);
  return /^,|^ \d/.test(after) || text.charCodeAt(stop - word.length - 2) === 44;
}
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'Ill',
  'Mass',
  'Miss',
  'Wash',
  'Ind',
  'Del',
  'Ark',
  'Mo',
  'La',
  'Mar',
  'Sat',
  'Sun',
  'Ore',
  'Pa',
  'Ga',
]);
