import { type Segments, segment } from '../language/language.ts';

/** A pair of quotation marks and the words between. `first`/`last` are the words that hold the marks; `closed` is false where a paragraph ends inside. */
export type Quotation = { readonly first: number; readonly last: number; readonly closed: boolean };

/**
 * A text as the reader walks through it: words, sentences, paragraphs and quotations, all by number.
 * `lower` holds words in lower case with straight apostrophes; `quotation[i]` is the quotation that word i stands in, or -1.
 */
export type Passage = {
  readonly text: string;
  /** The same words and sentences as the language core wants them. */
  readonly segments: Segments;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: readonly string[];
  readonly lower: readonly string[];
  readonly sentence: Int32Array;
  /** First word of each sentence, and at the end the number of words. */
  readonly sentenceFirst: Int32Array;
  readonly paragraph: Int32Array;
  readonly quotation: Int32Array;
  readonly quotations: readonly Quotation[];
};

/** Lays a text out as a passage. */
export function readPassage(text: string): Passage {
  const marks = withDoubleMarks(text);
  const segments = segment(marks);
  const { tokenCount: count, tokenStart: start, tokenEnd, sentenceCount, sentenceFirstToken } = segments;
  const end = Int32Array.from(tokenEnd);
  const word: string[] = new Array(count);
  const lower: string[] = new Array(count);
  const paragraph = new Int32Array(count);
  const sentence = new Int32Array(count);
  const sentenceFirst = new Int32Array(sentenceCount + 1).fill(count);
  for (let i = 0; i < sentenceCount; i++) sentenceFirst[i] = sentenceFirstToken[i]!;
  for (let i = 0, s = -1; i < count; i++) {
    while (s + 1 < sentenceCount && sentenceFirst[s + 1]! <= i) s++;
    sentence[i] = s;
    if (PAIR_END.has(text[start[i]!]!) && end[i] === start[i]! + 1 && text[end[i]!] === text[start[i]!]) end[i]!++;
    word[i] = marks[start[i]!] === '"' ? '"' : text.slice(start[i]!, end[i]!);
    lower[i] = word[i]!.toLowerCase().replace(/[’‘`]/g, "'");
    const breaks = i > 0 && text.slice(end[i - 1]!, start[i]!).includes('\n');
    paragraph[i] = i === 0 ? 0 : paragraph[i - 1]! + (breaks ? 1 : 0);
  }
  const { quotation, quotations } = findQuotations(text, { count, start, end, word, paragraph });
  return { text, segments, count, start, end, word, lower, sentence, sentenceFirst, paragraph, quotation, quotations };
}

/**
 * The text with a double mark for each pair of single ones, as some archives print it (''No,'' she said), blanks keeping every
 * offset. Without this the sentence splitter takes the marks for apostrophes.
 */
const withDoubleMarks = (text: string) =>
  text.includes("''") || text.includes('``')
    ? text.replace(/''|``/g, '" ').replace(/(?<=[.,?!])' '(?=\s)/g, '"  ')
    : text;
const PAIR_END = new Set(["'", '`']);

type Words = Pick<Passage, 'count' | 'start' | 'end' | 'word' | 'paragraph'>;

/**
 * Quotations by paragraph, as newspapers print them: one that is open where a paragraph ends runs to its end, and
 * a paragraph may open the same quotation anew. Straight marks, curly marks, guillemets and doubled apostrophes count;
 * single quotation marks only where they cannot be apostrophes and no double mark is open.
 */
function findQuotations(text: string, { count, start, word, paragraph }: Words) {
  const quotation = new Int32Array(count).fill(-1);
  const quotations: Quotation[] = [];
  let open = -1;
  let openMark = '';
  const close = (last: number, closed: boolean) => {
    for (let i = open; i <= last; i++) quotation[i] = quotations.length;
    quotations.push({ first: open, last, closed });
    open = -1;
  };
  for (let i = 0; i < count; i++) {
    if (open >= 0 && paragraph[i] !== paragraph[open]) close(i - 1, false);
    const w = word[i]!;
    if (open < 0) {
      if (OPENING.has(w) || STRAIGHT.has(w)) {
        open = i;
        openMark = w;
      } else if (w === '‘' || (w === "'" && standsBefore(text, start[i]!))) {
        if (closesSingle(word, paragraph, i, count)) {
          open = i;
          openMark = w;
        }
      }
    } else if (CLOSES[openMark]?.includes(w)) close(i, true);
  }
  if (open >= 0) close(count - 1, false);
  return { quotation, quotations };
}

const OPENING = new Set(['“', '„', '«', '``']);
const STRAIGHT = new Set(['"', "''"]);
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '``': ["''", '"'],
  '"': ['"', '”'],
  "''": ["''"],
  '‘': ['’'],
  "'": ["'", '’'],
};

/** Whether a mark opens: nothing before its first sign, something right behind its last. */
const standsBefore = (text: string, at: number, first = at) =>
  !/[\p{L}\p{N}.,!?]/u.test(text[first - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');

/** A single mark opens a quotation only when its paragraph holds a later one that closes it after punctuation or before none. */
function closesSingle(word: readonly string[], paragraph: Int32Array, from: number, count: number): boolean {
  for (let i = from + 1; i < count && paragraph[i] === paragraph[from]; i++)
    if (word[i] === '’' || word[i] === "'") return true;
  return false;
}
