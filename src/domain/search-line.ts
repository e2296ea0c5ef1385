import type { SearchQuery } from './ports/pages.ts';

/** The parts of a search that the reader's line can say. */
export type SearchLine = Omit<SearchQuery, 'tab' | 'limit' | 'after' | 'withoutDemo'>;

type Field = Exclude<keyof SearchLine, 'words'>;

/** Fields as the reader types them. `after:` and `before:` take dates of any precision, both ends count in. */
const FIELDS: Readonly<Record<string, Field>> = {
  speaker: 'speaker',
  about: 'about',
  via: 'via',
  mode: 'mode',
  stance: 'stance',
  outlet: 'outlet',
  lang: 'lang',
  place: 'place',
  after: 'from',
  before: 'before',
};

export const SEARCH_FIELDS: readonly string[] = Object.keys(FIELDS);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const PIECE = /(-?)(?:(\p{L}+):)?(?:["“„]([^"“”„]*)["”“]?|(\S+))/gu;

/**
 * The reader's line as a query: `speaker:`, `about:`, `via:`, `mode:`, `stance:`, `outlet:`, `lang:`, `place:`, `after:`, `before:`,
 * each with a word or a phrase in quotes (a later one of the same field replaces the earlier); everything else is free text.
 * What is no field, or a date that is none, stays among the words: nothing the reader typed is dropped silently.
 */
export function parseSearchLine(line: string): SearchLine {
  const words: string[] = [];
  const fields: Partial<Record<Field, string>> = {};
  for (const [piece, minus, name, phrase, word] of line.matchAll(PIECE)) {
    const field = name === undefined ? undefined : FIELDS[name.toLowerCase()];
    const value = (phrase ?? word ?? '').trim();
    const isDate = field === 'from' || field === 'before';
    if (field !== undefined && minus === '' && value !== '' && (!isDate || DATE.test(value)))
      fields[field] = CLOSED_FIELDS.has(field) ? value.toLowerCase() : value;
    else words.push(piece.trim());
  }
  return { words: words.join(' '), ...fields };
}

/** Their values are Stemma's own words, always in lower case. */
const CLOSED_FIELDS: ReadonlySet<Field> = new Set<Field>(['mode', 'stance', 'lang']);

/** A query as a line again, fields first: what a saved search and the search box show. */
export function writeSearchLine(query: SearchLine): string {
  const parts = Object.entries(FIELDS).flatMap(([name, field]) => {
    const value = query[field];
    return value === undefined ? [] : [`${name}:${/\s/.test(value) ? `"${value}"` : value}`];
  });
  return [...parts, query.words].filter((part) => part !== '').join(' ');
}
