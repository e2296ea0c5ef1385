import type { SearchQuery, SearchTab } from '../domain/ports/pages.ts';
import { MODE_WORDS, STANCE_WORDS } from './wording.ts';

/** The fields of the search line, with what each finds. */
export const SEARCH_FIELDS: readonly (readonly [field: SearchField, help: string])[] = [
  ['speaker', 'who said it'],
  ['about', 'who is spoken of'],
  ['via', 'through whom the words came: an agency, an outlet'],
  ['stance', 'asserts, denies, confirms, questions, demands or declines'],
  ['mode', 'direct (a quote), indirect (a paraphrase) or mixed (a part quote)'],
  ['outlet', 'who published it'],
  ['lang', 'the article’s language: en, de, fr'],
  ['place', 'a place named in it'],
  ['after', 'published on this day or later: 2016, 2016-08, 2016-08-21'],
  ['before', 'published on this day or earlier'],
];

export type SearchField =
  | 'speaker'
  | 'about'
  | 'via'
  | 'stance'
  | 'mode'
  | 'outlet'
  | 'lang'
  | 'place'
  | 'after'
  | 'before';

/** A search line taken apart. `words` keeps phrases in their quotation marks. */
export type SearchLine = {
  readonly words: string;
  readonly fields: Readonly<Partial<Record<SearchField, string>>>;
  /** Names before a colon that are no field, and dates, stances and modes that are none; their words are searched for as they stand. */
  readonly unknown: readonly string[];
};

const FIELD_NAMES: ReadonlySet<string> = new Set(SEARCH_FIELDS.map(([field]) => field));
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** `field:"a phrase"`, `field:word`, `"a phrase"`, `word`; a quotation mark that is never closed runs to the end. */
const TOKEN = /(\p{L}+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gu;

/** Takes `speaker:"Ana Reyes" stance:denies truce` apart. The last of two equal fields counts. */
export function parseSearch(line: string): SearchLine {
  const words: string[] = [];
  const unknown: string[] = [];
  const fields: Partial<Record<SearchField, string>> = {};
  for (const match of line.matchAll(TOKEN)) {
    const [token, name, fieldPhrase, fieldWord, freePhrase, freeWord] = match;
    const phrase = fieldPhrase ?? freePhrase;
    const value = (phrase ?? fieldWord ?? freeWord ?? '').trim();
    const asWords = phrase === undefined ? value : `"${value}"`;
    const field = name?.toLowerCase();
    if (field === undefined) words.push(asWords);
    else if (!FIELD_NAMES.has(field) || !isUsable(field, value)) {
      unknown.push(token);
      words.push(asWords);
    } else if (value) fields[field as SearchField] = value;
  }
  return { words: words.filter((word) => word !== '' && word !== '""').join(' '), fields, unknown };
}

/** Fields that take one of a few words only. */
const VALUES: Readonly<Record<string, ReadonlySet<string>>> = {
  stance: new Set(Object.keys(STANCE_WORDS)),
  mode: new Set(Object.keys(MODE_WORDS)),
};

function isUsable(field: string, value: string): boolean {
  if (value === '') return true;
  if (field === 'after' || field === 'before') return DATE.test(value);
  return VALUES[field]?.has(value) ?? true;
}

/** Writes a search line back, fields after words. */
export function writeSearch({ words, fields }: Pick<SearchLine, 'words' | 'fields'>): string {
  const pairs = Object.entries(fields).map(([field, value]) => `${field}:${/\s/.test(value) ? `"${value}"` : value}`);
  return [words, ...pairs].filter(Boolean).join(' ');
}

/** The same search with one field set, or cleared. */
export function withField(line: SearchLine, field: SearchField, value: string | undefined): string {
  const { [field]: _, ...others } = line.fields;
  return writeSearch({ words: line.words, fields: value === undefined ? others : { ...others, [field]: value } });
}

/** The question put to the archive. */
export function toQuery(line: SearchLine, tab: SearchTab, limit: number, after?: string): SearchQuery {
  const { after: from, ...fields } = line.fields;
  return { tab, words: line.words, limit, ...fields, ...(from ? { from } : {}), ...(after ? { after } : {}) };
}
