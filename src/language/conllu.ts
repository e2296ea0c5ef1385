/** One syntactic word of a CoNLL-U file. `head` counts from 1 within the sentence, 0 is the root. Fields with `_` are empty strings. */
export type ConlluWord = {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
  readonly misc: string;
  /** Offsets into the sentence's text. */
  readonly start: number;
  readonly end: number;
};

export type ConlluSentence = {
  readonly id: string;
  readonly text: string;
  readonly words: readonly ConlluWord[];
  /** What stands between the sentence before and this one: nothing, a space, a paragraph, or another document. */
  readonly opens: 'document' | 'paragraph' | 'sentence';
  /** The last word is followed by a space. */
  readonly spaceAfter: boolean;
};

/**
 * Reads CoNLL-U (universaldependencies.org/format.html). Empty nodes (`8.1`) are left out; the words of a
 * multi-word token get their share of its letters. Lines that are not CoNLL-U throw {@link NotConllu}.
 */
export function fromConllu(source: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let rows: string[][] = [];
  let line = 0;
  for (const raw of source.split('\n')) {
    line++;
    const row = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (row === '') {
      if (rows.length > 0) sentences.push(sentenceOf(comments, rows, sentences.length));
      if (rows.length > 0) comments = [];
      rows = [];
    } else if (row.startsWith('#')) comments.push(row);
    else {
      const fields = row.split('\t');
      if (fields.length !== 10 || !/^\d+(?:[-.]\d+)?$/.test(fields[0]!)) throw new NotConllu(line, row);
      rows.push(fields);
    }
  }
  if (rows.length > 0) sentences.push(sentenceOf(comments, rows, sentences.length));
  return sentences;
}

/** A line that has not the ten columns of CoNLL-U. */
export class NotConllu extends Error {
  readonly line: number;
  constructor(line: number, content: string) {
    super(`Line ${line} is not CoNLL-U (ten columns separated by tabs): ${JSON.stringify(content.slice(0, 60))}`);
    this.name = 'NotConllu';
    this.line = line;
  }
}

function sentenceOf(comments: readonly string[], rows: readonly string[][], ordinal: number): ConlluSentence {
  const words: ConlluWord[] = [];
  let text = '';
  let fused: { last: number; end: number; space: boolean } | undefined;
  let spaceAfter = true;
  for (const row of rows) {
    const id = row[0]!;
    if (id.includes('.')) continue;
    const space = !row[9]!.includes('SpaceAfter=No');
    if (id.includes('-')) {
      if (spaceAfter && text !== '') text += ' ';
      fused = { last: Number(id.split('-')[1]), end: text.length + row[1]!.length, space };
      text += row[1]!;
      words.push(...piecesOf(rows, id, fused.end - row[1]!.length, row[1]!));
      spaceAfter = space;
      continue;
    }
    if (fused && Number(id) <= fused.last) continue;
    fused = undefined;
    if (spaceAfter && text !== '') text += ' ';
    words.push(wordOf(row, text.length, text.length + row[1]!.length));
    text += row[1]!;
    spaceAfter = space;
  }
  const said = (key: string) => comments.find((comment) => comment.startsWith(`# ${key}`));
  return {
    id: said('sent_id')?.split('=')[1]?.trim() ?? String(ordinal + 1),
    text,
    words,
    opens: said('newdoc') || ordinal === 0 ? 'document' : said('newpar') ? 'paragraph' : 'sentence',
    spaceAfter,
  };
}

function piecesOf(rows: readonly string[][], range: string, start: number, surface: string): ConlluWord[] {
  const [first, last] = range.split('-').map(Number) as [number, number];
  const parts = rows.filter((row) => /^\d+$/.test(row[0]!) && Number(row[0]) >= first && Number(row[0]) <= last);
  const exact = parts.map((row) => row[1]).join('') === surface;
  let at = start;
  return parts.map((row, index) => {
    const left = start + surface.length - at;
    const length = exact ? row[1]!.length : index === parts.length - 1 ? left : Math.min(row[1]!.length, left);
    at += length;
    return wordOf(row, at - length, at);
  });
}

const field = (value: string | undefined): string => (value === undefined || value === '_' ? '' : value);

function wordOf(row: readonly string[], start: number, end: number): ConlluWord {
  return {
    form: row[1]!,
    lemma: row[2]!,
    upos: field(row[3]),
    xpos: field(row[4]),
    head: Number(row[6]) || 0,
    relation: field(row[7]),
    misc: field(row[9]),
    start,
    end,
  };
}

/** Running text from sentences, with where each begins in it: a blank line before a paragraph or document, a space between sentences. */
export function rawText(sentences: readonly ConlluSentence[]): {
  readonly text: string;
  readonly starts: readonly number[];
} {
  let text = '';
  const starts: number[] = [];
  let spaced = true;
  for (const sentence of sentences) {
    if (text !== '') text += sentence.opens !== 'sentence' ? '\n\n' : spaced ? ' ' : '';
    starts.push(text.length);
    text += sentence.text;
    spaced = sentence.spaceAfter;
  }
  return { text, starts };
}
