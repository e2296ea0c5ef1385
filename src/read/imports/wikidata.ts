import type { ActorKind } from '../../domain/actor.ts';
import { BrokenRecordError, type Found, usableForms } from './found.ts';
import table from './wikidata-classes.json' with { type: 'json' };

type Snak = { readonly datavalue?: { readonly value?: unknown } };
type Claim = {
  readonly mainsnak?: Snak;
  readonly rank?: string;
  readonly qualifiers?: Readonly<Record<string, readonly Snak[]>>;
};
type Item = {
  readonly id?: unknown;
  readonly labels?: Readonly<Record<string, { readonly value?: string }>>;
  readonly aliases?: Readonly<Record<string, readonly { readonly value?: string }[]>>;
  readonly claims?: Readonly<Record<string, readonly Claim[]>>;
};

const KINDS = table.kinds as Readonly<Record<string, ActorKind>>;
const OCCUPATIONS = new Set(table.occupations);
const OFFICES = new Set(table.offices);

/**
 * One item of a Wikidata dump (the JSON data model of Wikibase). Kept are organisations, states and persons who hold offices or
 * work in politics; items for countries and offices give the words that the others point at. English labels only.
 */
export function actorOfItem(item: Item): Found {
  const { id, claims = {} } = item;
  if (typeof id !== 'string' || !/^[A-Z]\d+$/.test(id)) throw new BrokenRecordError('it has no id of Wikidata');
  // Names that are the same in every language stand under `mul` since 2024.
  const name = item.labels?.en?.value ?? item.labels?.mul?.value;
  if (!id.startsWith('Q') || !name) return {};
  const classes = refs(claims.P31);
  const iso = values(claims.P298).find((code) => /^[A-Z]{3}$/.test(code));
  const words = [
    ...(iso ? [{ ref: `country:${id}`, words: iso }] : []),
    ...(classes.some((each) => OFFICES.has(each)) ? [{ ref: `office:${id}`, words: name }] : []),
  ];
  const kind = kindOf(classes, claims);
  if (!kind) return { words };
  const country = refs(claims.P17)[0] ?? refs(claims.P27)[0];
  const roles = standing(claims.P39).flatMap((claim) => roleOf(claim));
  return {
    words,
    actor: {
      id: `wd:${id}`,
      name,
      kind,
      aliases: usableForms(aliasesOf(item), kind, name),
      ...(iso ? { country: iso } : country ? { countryRef: `country:${country}` } : {}),
      ...(roles.length > 0 && { roles }),
    },
  };
}

const aliasesOf = ({ aliases }: Item): readonly string[] =>
  [...(aliases?.en ?? []), ...(aliases?.mul ?? [])].map(({ value = '' }) => value);

function kindOf(classes: readonly string[], claims: Item['claims']): ActorKind | undefined {
  if (classes.includes(table.human))
    return claims?.P39 || refs(claims?.P106).some((occupation) => OCCUPATIONS.has(occupation)) ? 'person' : undefined;
  return classes.map((each) => KINDS[each]).find((kind) => kind !== undefined);
}

/** What the community has not marked as wrong. */
const standing = (claims: readonly Claim[] | undefined): readonly Claim[] =>
  (Array.isArray(claims) ? claims : []).filter(({ rank }) => rank !== 'deprecated');

const refs = (claims: readonly Claim[] | undefined): readonly string[] =>
  standing(claims).flatMap(({ mainsnak }) => idOf(mainsnak) ?? []);

const values = (claims: readonly Claim[] | undefined): readonly string[] =>
  standing(claims).flatMap(({ mainsnak }) =>
    typeof mainsnak?.datavalue?.value === 'string' ? mainsnak.datavalue.value : [],
  );

function idOf(snak: Snak | undefined): string | undefined {
  const value = snak?.datavalue?.value as { readonly id?: unknown } | undefined;
  return typeof value?.id === 'string' ? value.id : undefined;
}

function roleOf({ mainsnak, qualifiers }: Claim) {
  const office = idOf(mainsnak);
  if (!office) return [];
  const from = timeOf(qualifiers?.P580?.[0]);
  const to = timeOf(qualifiers?.P582?.[0]);
  return [{ roleRef: `office:${office}`, ...(from && { from }), ...(to && { to }) }];
}

/** A time of Wikibase to its precision: 9 the year, 10 the month, 11 the day; coarser ones tell no term. */
function timeOf(snak: Snak | undefined): string | undefined {
  const value = snak?.datavalue?.value as { readonly time?: string; readonly precision?: number } | undefined;
  const date = /^\+(\d{4}-\d{2}-\d{2})T/.exec(value?.time ?? '')?.[1];
  const length = { 9: 4, 10: 7, 11: 10 }[value?.precision ?? 0];
  return date && length ? date.slice(0, length) : undefined;
}
