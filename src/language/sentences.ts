import { MAY_END, NEVER_END, SENTENCE_STARTERS } from './english/abbreviations.ts';
import { SPEECH_VERBS } from './english/speech-verbs.ts';
import { hardWrapped } from './hard-wrap.ts';
import type { Tokens } from './tokenise.ts';

/** A sentence longer than this is cut, so that no later step meets a line without an end. */
export const LONGEST_SENTENCE = 250;

/**
 * Groups tokens into sentences. Returns the first token of each sentence and, last, the number of tokens.
 * A line break always ends a sentence, except inside a paragraph that was wrapped to a fixed width.
 * Linear in the number of tokens.
 */
export function sentences(text: string, tokens: Tokens): Int32Array {
  const firsts: number[] = [];
  const { count } = tokens;
  const isSoft = hardWrapped(text);
  let first = 0;
  for (let token = 0; token < count; token++) {
    const next = token + 1;
    const ends =
      next === count ||
      breaksLine(text, tokens, token, isSoft) ||
      next - first >= LONGEST_SENTENCE ||
      (isClosed(text, tokens, token, first) && !isNoteMark(text, tokens, next) && opens(text, tokens, token));
    if (!ends) continue;
    firsts.push(first);
    first = next;
  }
  return Int32Array.from([...firsts, count]);
}

function breaksLine(text: string, tokens: Tokens, token: number, isSoft: (at: number) => boolean): boolean {
  const end = tokens.start[token + 1]!;
  for (let at = tokens.end[token]!; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code === 10 || code === 13 || code === 0x2029 || code === 0x2028) && !isSoft(at)) return true;
  }
  return false;
}

const charOf = (text: string, tokens: Tokens, token: number): number => text.charCodeAt(tokens.start[token]!);
const lengthOf = (tokens: Tokens, token: number): number => tokens.end[token]! - tokens.start[token]!;
const gapAfter = (tokens: Tokens, token: number): number => tokens.start[token + 1]! - tokens.end[token]!;

/** The token that stopped the sentence: `token` itself, or the one before the closing quotes and brackets that end with `token`. */
function stopBefore(text: string, tokens: Tokens, token: number, first: number): number {
  let at = token;
  while (at > first && isCloser(text, tokens, at) && gapAfter(tokens, at - 1) === 0) at--;
  return at;
}

function isCloser(text: string, tokens: Tokens, token: number): boolean {
  if (lengthOf(tokens, token) > 1) return false;
  const code = charOf(text, tokens, token);
  return (
    code === 34 || code === 39 || code === 0x201d || code === 0x2019 || code === 41 || code === 93 || code === 0xbb
  );
}

/** "[12]" behind a full stop belongs to the sentence before it. */
function isNoteMark(text: string, tokens: Tokens, token: number): boolean {
  return (
    text.charCodeAt(tokens.start[token]!) === 91 &&
    token + 2 < tokens.count &&
    /^\[\d{1,3}\]/.test(text.slice(tokens.start[token]!, tokens.start[token]! + 5))
  );
}

/** The token before the note marks that end with `token`, or `token` itself. */
function beforeNotes(text: string, tokens: Tokens, token: number, first: number): number {
  let at = token;
  while (at - 3 >= first && text.charCodeAt(tokens.start[at]!) === 93 && isNoteMark(text, tokens, at - 2)) at -= 3;
  return at;
}

/** Could a sentence end with this token? */
function isClosed(text: string, tokens: Tokens, ending: number, first: number): boolean {
  const token = beforeNotes(text, tokens, ending, first);
  if (isCloser(text, tokens, ending + 1) && gapAfter(tokens, ending) === 0) return false;
  const stop = stopBefore(text, tokens, token, first);
  const code = text.charCodeAt(tokens.end[stop]! - 1);
  if (code === 33 || code === 63 || code === 0x3002) return true;
  if (code === 0x2026) return true;
  if (code !== 46) return false;
  if (lengthOf(tokens, stop) === 1) {
    // A number at the head of a line ("1. Wash the rice") is the item's mark, not a sentence.
    return !(stop === first + 1 && isItemMark(text, tokens, first));
  }
  return abbreviationMayEnd(text, tokens, stop, ending);
}

function isItemMark(text: string, tokens: Tokens, token: number): boolean {
  return /^(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})$/.test(text.slice(tokens.start[token]!, tokens.end[token]!));
}

function abbreviationMayEnd(text: string, tokens: Tokens, stop: number, token: number): boolean {
  const word = text.slice(tokens.start[stop]!, tokens.end[stop]!);
  if (/^\.+$/.test(word)) return true;
  const lower = word.slice(0, -1).toLowerCase();
  if (NEVER_END.has(lower)) return false;
  const initials = /^(?:\p{L}\.)+$/u.test(word);
  if (!initials && !MAY_END.has(lower)) return false;
  if (initials && word.length === 2) return false;
  return startsLikeSentence(text, tokens, token + 1);
}

function startsLikeSentence(text: string, tokens: Tokens, token: number): boolean {
  if (isOpener(charOf(text, tokens, token))) return true;
  return SENTENCE_STARTERS.has(text.slice(tokens.start[token]!, tokens.end[token]!));
}

const isOpener = (code: number): boolean =>
  code === 34 || code === 0x201c || code === 0x2018 || code === 39 || code === 40 || code === 91 || code === 0xab;

/** Could the words after this token begin a sentence? */
function opens(text: string, tokens: Tokens, token: number): boolean {
  const next = token + 1;
  const code = charOf(text, tokens, next);
  const glued = gapAfter(tokens, token) === 0;
  const quoteClosed = isCloser(text, tokens, token);
  if (glued)
    return (
      !quoteClosed &&
      isUpper(text, tokens.start[next]!) &&
      lengthOf(tokens, next) > 1 &&
      text.charCodeAt(tokens.end[token]! - 1) !== 0x2026
    );
  if (isUpper(text, tokens.start[next]!)) return !(quoteClosed && isAttribution(text, tokens, next));
  if (code >= 48 && code <= 57) return true;
  if (isOpener(code)) return opensUpper(text, tokens, next);
  if (code === 45 || code === 0x2013 || code === 0x2014)
    return lengthOf(tokens, next) === 1 && opensUpper(text, tokens, next);
  return (
    code === 36 || code === 0xa3 || code === 0x20ac || code === 35 || code === 64 || code === 42 || code === 0x2022
  );
}

/** The first letter or digit behind opening marks decides. */
function opensUpper(text: string, tokens: Tokens, token: number): boolean {
  let at = token;
  while (at < tokens.count && at < token + 4 && !/[\p{L}\p{N}]/u.test(text[tokens.start[at]!]!)) at++;
  if (at >= tokens.count) return true;
  return isUpper(text, tokens.start[at]!) || /[\p{N}]/u.test(text[tokens.start[at]!]!);
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const letter = text[at]!;
  return letter !== letter.toLowerCase();
}

/** `"Why now?" Maria Lopez asked.` goes on after the closing quote. */
function isAttribution(text: string, tokens: Tokens, token: number): boolean {
  for (let at = token; at < tokens.count && at < token + 5; at++) {
    const word = text.slice(tokens.start[at]!, tokens.end[at]!);
    if (at > token && SPEECH_VERBS.has(word)) return true;
    if (!/^\p{Lu}/u.test(word)) return false;
  }
  return false;
}
