import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Knowledge, KnownActor } from '../domain/ports/knowledge.ts';

const FOLDER = new URL('./knowledge/', import.meta.url);
const COUNTRIES_SOURCE = 'world-countries 5.1.0';

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
 * rows of every other file in `knowledge/`. Read once per process (some 15 ms).
 */
export function loadKnowledge(): Knowledge {
  loaded ??= knowledgeOf(shippedActors());
  return loaded;
}
let loaded: Knowledge | undefined;

/** A look-up over the given actors. Forms are compared without accents and with one kind of hyphen and apostrophe; case counts. */
export function knowledgeOf(actors: readonly KnownActor[], snapshot = 1): Knowledge {
  const byId = new Map<string, KnownActor>();
  const byForm = new Map<string, KnownActor[]>();
  const put = (form: string, actor: KnownActor) => {
    const key = formKey(form);
    const before = byForm.get(key);
    if (!before) byForm.set(key, [actor]);
    else if (!before.includes(actor)) before.push(actor);
  };
  for (const actor of actors) byId.set(actor.id, actor);
  for (const actor of actors) put(actor.name, actor);
  for (const actor of actors) for (const alias of actor.aliases) put(alias, actor);
  for (const actor of actors) for (const metonym of actor.metonyms ?? []) put(metonym, actor);
  for (const actor of actors) for (const demonym of actor.demonyms ?? []) put(demonym, actor);
  // A surname alone points at the persons of that name; whoever asks must say which of them is meant.
  for (const actor of actors)
    if (actor.kind === 'person') for (const name of [actor.name, ...actor.aliases]) put(surname(name), actor);
  return { snapshot, named: (form) => byForm.get(formKey(form)) ?? [], actor: (id) => byId.get(id) };
}

/** The words by which forms of a name are compared. */
export function formKey(form: string): string {
  const plain = /^[\x20-\x7e]*$/.test(form)
    ? form
    : form.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'");
  return plain.replace(/^the /i, '').replace(/[-‐–]/g, ' ').replace(/\s+/g, ' ').trim();
}

const surname = (name: string) => name.split(' ').at(-1)!;

function shippedActors(): readonly KnownActor[] {
  const rows: KnownActor[] = [];
  const words = new Map(readRows<StateWords>('states.json').map((row) => [row.country, row]));
  const countries: readonly CountryRow[] = createRequire(import.meta.url)('world-countries/countries.json');
  for (const country of countries) {
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

const readRows = <Row>(file: string): readonly Row[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
