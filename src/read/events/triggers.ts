import { oneOf, plainEnds, scanWords } from '../scan.ts';
import { type Telling, tellings } from './event-lexicon.ts';
import type { EventType } from './event-types.ts';

/** A word of the text in small letters, hyphens inside kept, with its offsets. */
export type EventWord = {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
};

/** Words that tell an event, from the first to behind the last, as word numbers. */
export type Trigger = { readonly type: EventType; readonly first: number; readonly to: number };

const WORD = /[\p{L}\d]+(?:['’.-][\p{L}\d]+)*|n['’]t|[^\s]|\n+/uy;
const ENDS = plainEnds(',;:!?)"');

const MARK = /^[“”‘’–—…]/;

/** Cuts a text into words and marks. Linear. */
export function eventWordsOf(text: string): readonly EventWord[] {
  const words: EventWord[] = [];
  scanWords(text, WORD, ENDS, (start, end, small) => {
    const word = text.slice(start, end);
    if (small) {
      words.push({ lower: word, start, end, mark: false });
      return;
    }
    const code = word.charCodeAt(0);
    const mark =
      code < 128 ? !(code >= 48 && code <= 57) && !((code | 32) >= 97 && (code | 32) <= 122) : MARK.test(word);
    words.push({ lower: mark ? word : word.toLowerCase().replace('’', "'"), start, end, mark });
  });
  return words;
}

let mayBegin: ((word: string) => boolean) | undefined;

/** The words between `from` and `to` that tell events, in order and apart; what names more words wins. */
export function triggersIn(words: readonly EventWord[], from: number, to: number): readonly Trigger[] {
  const byFirst = tellings();
  mayBegin ??= oneOf(byFirst.keys());
  const found: Trigger[] = [];
  for (let at = from; at < to; ) {
    const list = mayBegin(words[at]!.lower) ? byFirst.get(words[at]!.lower) : undefined;
    let hit: Trigger | undefined;
    if (list)
      for (const telling of list) {
        const end = matchEnd(telling, words, at, to);
        if (end < 0) continue;
        hit = { type: telling.type, first: at, to: end };
        break;
      }
    if (hit) found.push(hit);
    at = hit ? hit.to : at + 1;
  }
  return found;
}

/** Behind the last word of a telling that begins at `at`, or -1. Gaps never cross a mark. */
function matchEnd({ parts }: Telling, words: readonly EventWord[], at: number, to: number): number {
  let next = at + 1;
  let gap = 0;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i]!;
    if (typeof part === 'number') {
      gap = part;
      continue;
    }
    let seen = 0;
    while (next < to && seen <= gap && !part.has(words[next]!.lower)) {
      if (words[next]!.mark && words[next]!.lower !== '"' && words[next]!.lower !== '“') return -1;
      next++;
      seen++;
    }
    if (next >= to || seen > gap) return -1;
    next++;
    gap = 0;
  }
  return next;
}
