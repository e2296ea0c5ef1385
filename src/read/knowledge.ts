import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Knowledge, KnownActor } from '../domain/ports/knowledge.ts';
import { knowledgeOf } from './known-actors.ts';

export { knowledgeOf } from './known-actors.ts';

const FOLDER = new URL('./knowledge/', import.meta.url);
const COUNTRIES_SOURCE = 'world-countries 5.1.0';

/** Grows with every release that knows something else. */
const SHIPPED_SNAPSHOT = 3;

/** What Stemma uses of a row of world-countries (its type file describes a module shape that Node does not give). */
type CountryRow = {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca3: string;
  readonly independent: boolean | null;
  readonly capital?: readonly string[];
  readonly demonyms?: { readonly eng?: { readonly f: string; readonly m: string } };
};

type StateWords = {
  readonly country: string;
  readonly aliases: readonly string[];
  readonly metonyms: readonly string[];
  readonly demonyms: readonly string[];
  readonly source: string;
};

/**
 * What ships with Stemma: the states of the world-countries package with the newsroom's further words for them, and the
 * rows of every other file in `knowledge/`. Read once per process (some 100 ms).
 */
export function loadKnowledge(): Knowledge {
  loaded ??= knowledgeOf(shippedActors(), SHIPPED_SNAPSHOT);
  return loaded;
}
let loaded: Knowledge | undefined;

/** Rows of each file that ships, for people; `states.json` adds words to the states of world-countries. */
export const shippedCounts = (): readonly { readonly file: string; readonly rows: number }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, rows: readRows<unknown>(file).length }));

function shippedActors(): readonly KnownActor[] {
  const rows: KnownActor[] = [];
  const words = new Map(readRows<StateWords>('states.json').map((row) => [row.country, row]));
  const countries: readonly CountryRow[] = createRequire(import.meta.url)('world-countries/countries.json').map(
    asNewsCodes,
  );
  // States that news names in many words before their lesser namesakes: "Dominican" is of the Republic.
  const familiar = [...countries].sort((a, b) => Number(words.has(b.cca3)) - Number(words.has(a.cca3)));
  for (const country of familiar) {
    const more = words.get(country.cca3);
    if (!country.independent && !more) continue;
    rows.push({
      id: `kb:${country.cca3.toLowerCase()}`,
      name: country.name.common,
      kind: 'state',
      country: country.cca3,
      aliases: [...new Set([country.name.official, ...(more?.aliases ?? [])])].filter(
        (alias) => alias !== country.name.common,
      ),
      metonyms: [...new Set([...(more?.metonyms ?? []), ...(country.capital ?? [])])].filter(
        (city) => city !== country.name.common,
      ),
      demonyms: [...new Set([...(more?.demonyms ?? []), country.demonyms?.eng?.m, country.demonyms?.eng?.f])].filter(
        (word): word is string => !!word,
      ),
      source: more ? `${COUNTRIES_SOURCE}; ${more.source}` : COUNTRIES_SOURCE,
    });
  }
  for (const file of readdirSync(FOLDER).sort())
    if (file.endsWith('.json') && file !== 'states.json') rows.push(...readRows<KnownActor>(file));
  return rows;
}

/** The package calls Kosovo `UNK`; everyone else writes the code that ISO leaves to users, `XKX`. */
const asNewsCodes = (row: CountryRow): CountryRow => (row.cca3 === 'UNK' ? { ...row, cca3: 'XKX' } : row);

const readRows = <Row>(file: string): readonly Row[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
