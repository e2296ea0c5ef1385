import type { Actor, ActorKind } from '../../domain/actor.ts';
import { slug } from '../../domain/ids.ts';
import type { KnownActor } from '../../domain/ports/knowledge.ts';
import type { Passage } from '../passage.ts';
import { kindOfName } from './name-kinds.ts';
import type { NameMention } from './names.ts';
import { NOT_A_NAME } from './not-names.ts';
import { inOfficeFirst, isProminent, rolesOn } from './offices.ts';
import { FEMININE, MASCULINE, ORGANIZATION_WORD, roleClass } from './person-words.ts';

/** One of an article's actors while the article is being read. */
export type CastMember = {
  readonly id: string;
  name: string;
  kind: ActorKind;
  country?: string;
  readonly aliases: Set<string>;
  readonly known?: KnownActor;
  /** Classes of office by which descriptions find it: `spokesperson`, `diplomat`… */
  readonly roles: Set<string>;
  /** The article's own words for its office, the first that were found. */
  role?: string;
  gender?: 'm' | 'f';
  /** Known persons whom the surname that names it fits as well, likeliest first. */
  readonly rivals: KnownActor[];
  /** Words of the passage at which it is named, in order. */
  readonly at: number[];
};

/** Who appears in an article: names gathered under one actor each, found again by mention. */
export type Cast = {
  readonly members: readonly CastMember[];
  readonly names: readonly NameMention[];
  /** The actor of a name, by its first word. */
  readonly byWord: ReadonlyMap<number, CastMember>;
  readonly add: (name: string, kind: ActorKind, at: number) => CastMember;
  /** A known actor who may be meant, without being named. */
  readonly candidate: (known: KnownActor, at: number) => CastMember;
};

export function castOf(passage: Passage, names: readonly NameMention[], published: string | null): Cast {
  const members: CastMember[] = [];
  const byId = new Map<string, CastMember>();
  const byWord = new Map<number, CastMember>();
  const byLastWord = new Map<string, CastMember[]>();
  const byPart = new Map<string, CastMember[]>();
  const byAlias = new Map<string, CastMember[]>();
  const countries = new Set<string>();
  const put = (id: string, name: string, kind: ActorKind, known?: KnownActor): CastMember => {
    const before = byId.get(id);
    if (before) return before;
    const member: CastMember = {
      id,
      name,
      kind,
      aliases: new Set(),
      roles: new Set(),
      rivals: [],
      at: [],
      ...(known ? { known } : {}),
    };
    if (known?.country) {
      member.country = known.country;
      countries.add(known.country);
    }
    for (const { role } of known?.roles ?? [])
      for (const word of role.split(' ')) if (roleClass(word)) member.roles.add(roleClass(word)!);
    byId.set(id, member);
    members.push(member);
    if (kind === 'person') append(byLastWord, lastWord(name), member);
    if (kind === 'person' && name.includes(' ')) append(byPart, name.slice(0, name.indexOf(' ')), member);
    if (kind === 'person' && name.includes(' ')) append(byPart, lastWord(name), member);
    return member;
  };
  const add = (name: string, kind: ActorKind, at: number) => {
    const member = put(`in:${slug(name)}`, name, kind);
    member.at.push(at);
    return member;
  };
  const nameAlso = (member: CastMember, form: string) => {
    if (!member.aliases.has(form)) append(byAlias, form, member);
    member.aliases.add(form);
  };
  const claim = (member: CastMember, mention: NameMention) => {
    if (mention.by !== 'demonym' && !mention.isPlace) nameAlso(member, mention.form);
    member.at.push(mention.first);
    byWord.set(mention.first, member);
    describe(passage, member, mention);
  };

  // Full names first, then what is short for them.
  for (const mention of names) {
    if (mention.by === 'none' && mention.first === mention.last) continue;
    if (mention.by === 'surname') continue;
    if (mention.by === 'none') {
      const kind: ActorKind = mention.type === 'PER' ? 'person' : kindOfName(mention.form);
      const shorter =
        kind === 'person'
          ? byLastWord.get(lastWord(mention.form))?.find(({ name }) => samePerson(name, mention.form))
          : undefined;
      const initials = kind === 'person' ? undefined : initialsOf(passage, mention);
      const member = shorter ?? put(`in:${slug(mention.form)}`, mention.form, kind);
      if (initials) nameAlso(member, initials);
      claim(member, mention);
    } else {
      const known = likeliest(mention.known, byId, published);
      claim(put(known.id, known.name, known.kind, known), mention);
    }
  }
  for (const mention of names) {
    if (byWord.has(mention.first)) continue;
    const sharesPart = ORGANIZATION_WORD.has(mention.form.toLowerCase()) ? [] : (byPart.get(mention.form) ?? []);
    const fuller = nearest([...(byAlias.get(mention.form) ?? []), ...sharesPart], mention.first);
    if (fuller) {
      claim(fuller, mention);
      continue;
    }
    if (mention.by === 'surname') {
      const bearers = mention.known
        .filter((actor) => actor.country === undefined || countries.has(actor.country))
        .filter((actor) => isProminent(actor, published));
      const [known, ...rivals] = inOfficeFirst(bearers, published);
      if (known) {
        const member = put(known.id, known.name, known.kind, known);
        for (const rival of rivals) if (!byId.has(rival.id)) member.rivals.push(rival);
        claim(member, mention);
        continue;
      }
    }
    if (NOT_A_NAME.has(mention.form.toLowerCase())) continue;
    claim(
      put(
        `in:${slug(mention.form)}`,
        mention.form,
        mention.type === 'PER' || mention.by === 'surname' ? 'person' : 'other',
      ),
      mention,
    );
  }
  const candidate = (known: KnownActor, at: number) => {
    const member = put(known.id, known.name, known.kind, known);
    if (member.at.length === 0) member.at.push(at);
    return member;
  };
  return { members, names: names.filter(({ first }) => byWord.has(first)), byWord, add, candidate };
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/** The member named last before a word; of those only named later, the first. */
function nearest(members: readonly CastMember[], word: number): CastMember | undefined {
  let best: CastMember | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const member of members) {
    const first = member.at[0] ?? word;
    const last = member.at.at(-1) ?? word;
    const distance = last <= word ? word - last : first <= word ? 0 : 1e6 + first - word;
    if (distance < least) {
      least = distance;
      best = member;
    }
  }
  return best;
}

/** "Maria Zakharova" and "Maria V. Zakharova": same first and last word. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  return x.at(-1) === y.at(-1) && x[0] === y[0];
}

/** Of several known actors under one form: who is in the cast already, else who held office when the article came out, else the first. */
function likeliest(
  known: readonly KnownActor[],
  here: ReadonlyMap<string, CastMember>,
  published: string | null,
): KnownActor {
  if (known.length === 1) return known[0]!;
  const met = known.find(({ id }) => here.has(id));
  if (met) return met;
  return inOfficeFirst(known, published)[0]!;
}

/** Titles before a name, the apposition behind it, and what its own words say of its sex. */
function describe(passage: Passage, member: CastMember, { first, last }: NameMention): void {
  if (member.kind !== 'person') return;
  const words: string[] = [];
  for (
    let i = first - 1;
    i >= 0 &&
    i >= first - 6 &&
    /^[\p{L}\p{N}'’.-]/u.test(passage.word[i]!) &&
    passage.sentence[i] === passage.sentence[first];
    i--
  )
    words.unshift(passage.lower[i]!);
  let apposition = '';
  if (passage.word[last + 1] === ',') {
    const from = last + 2;
    let to = from;
    while (
      to < passage.count &&
      to < from + 18 &&
      passage.sentence[to] === passage.sentence[first] &&
      passage.word[to] !== ',' &&
      passage.quotation[to] === passage.quotation[first]
    )
      to++;
    const opens = passage.lower[from] ?? '';
    const inner = passage.lower.slice(from, to);
    if (inner.some((word) => roleClass(word)) && !/^(?:who|which|said|says|and|but|told)$/.test(opens)) {
      words.push(...inner);
      apposition = passage.text.slice(passage.start[from]!, passage.end[to - 1]!);
    }
  }
  for (const word of words) {
    const role = roleClass(word);
    if (role) member.roles.add(role);
    if (word === 'foreign') member.roles.add('diplomat');
  }
  const near = words.slice(0, 6);
  if (!member.gender) {
    if (near.some((word) => FEMININE.has(word))) member.gender = 'f';
    else if (near.some((word) => MASCULINE.has(word))) member.gender = 'm';
  }
  if (apposition && !member.role) member.role = apposition;
}

/** "Afghan National Army (ANA)": the short form that brackets give right behind a name. */
function initialsOf(passage: Passage, { last }: NameMention): string | undefined {
  if (passage.word[last + 1] !== '(' || passage.word[last + 3] !== ')') return undefined;
  const form = passage.word[last + 2]!;
  return /^\p{Lu}[\p{L}]{1,6}$/u.test(form) ? form : undefined;
}

/** Everyone who is named or speaks; a state of which only the capital is named, as a place, is not among them. */
export function actorsOf(cast: Cast, published: string | null): readonly Actor[] {
  const acting = new Set(cast.names.filter(({ isPlace }) => !isPlace).map(({ first }) => cast.byWord.get(first)));
  const placed = new Set(cast.names.map(({ first }) => cast.byWord.get(first)));
  const listed = cast.members.filter((member) => acting.has(member) || !placed.has(member));
  return listed.map(({ id, name, kind, aliases, country, known }) => {
    const roles = known?.kind === 'person' ? rolesOn(known, published) : [];
    return {
      id,
      name,
      kind,
      aliases: [...aliases].filter((alias) => alias !== name),
      ...(country ? { country } : {}),
      ...(roles.length > 0 ? { roles } : {}),
    };
  });
}

/** Place in `cast.names` of the first name at or behind a word. */
export function firstAtOrAfter(cast: Cast, word: number): number {
  let low = 0;
  let high = cast.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cast.names[middle]!.first < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
