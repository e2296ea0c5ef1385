import { formKey } from '../domain/name-form.ts';
import type { Knowledge, KnownActor } from '../domain/ports/knowledge.ts';
import { plainWords, soundOf } from './who/name-sounds.ts';
import { sameName } from './who/same-name.ts';
import { LONGEST_OFFICE_TOKENS, OFFICE_OPENS, stateOffice } from './who/state-offices.ts';

/** A person's name must be so much like a known one to be a spelling of it. */
const SAME_PERSON = 0.84;
/** Sounds shorter than this fit too many names. */
const LEAST_SOUND = 7;

/**
 * A look-up over the given actors. Forms are compared without accents and with one kind of hyphen and apostrophe; case counts.
 * Organs that every state has ("Norwegian foreign ministry") are found by rule where no actor bears the form.
 */
export function knowledgeOf(actors: readonly KnownActor[], snapshot = 1): Knowledge {
  const byId = new Map<string, KnownActor>();
  const byForm = new Map<string, KnownActor[]>();
  const lengths = new Map<string, number>();
  const put = (form: string, actor: KnownActor) => {
    const key = formKey(form);
    noteLength(lengths, form, actor.kind === 'state' ? LONGEST_OFFICE_TOKENS : 0);
    const before = byForm.get(key);
    if (!before) byForm.set(key, [actor]);
    else if (!before.includes(actor)) before.push(actor);
  };
  for (const actor of actors) byId.set(actor.id, actor);
  // A state before a paper of the same word: "Australian".
  for (const actor of actors)
    if (actor.kind === 'state')
      for (const form of [actor.name, ...actor.aliases, ...(actor.demonyms ?? [])]) put(form, actor);
  for (const actor of actors) put(actor.name, actor);
  for (const actor of actors) for (const alias of actor.aliases) put(alias, actor);
  for (const actor of actors) for (const metonym of actor.metonyms ?? []) put(metonym, actor);
  for (const actor of actors) for (const demonym of actor.demonyms ?? []) put(demonym, actor);
  // A surname alone points at the persons of that name; whoever asks must say which of them is meant.
  for (const actor of actors)
    if (actor.kind === 'person')
      for (const name of [actor.name, ...actor.aliases].filter((full) => !REIGNING.test(full))) {
        put(name.slice(name.lastIndexOf(' ') + 1), actor);
        put(surname(name), actor);
      }
  const stateOf = (words: string) => byForm.get(formKey(words))?.find((actor) => isStateName(actor, words));
  let sounds: ReadonlyMap<string, readonly KnownActor[]> | undefined;
  return {
    snapshot,
    named: (form) => {
      const key = formKey(form);
      const found = byForm.get(key);
      if (found) return found;
      const organ = stateOffice(key, stateOf);
      return organ ? [organ] : NONE;
    },
    sounding: (form) => {
      sounds ??= soundsOf(actors);
      return sounding(form, sounds);
    },
    actor: (id) => byId.get(id),
    longest: (lower) => Math.max(lengths.get(plainWord(lower)) ?? 0, OFFICE_OPENS.has(lower) ? MOST_TOKENS : 0),
  };
}

/** No form of a name has more tokens. */
const MOST_TOKENS = 12;

/** Remembers, under the first token of a form, how many tokens it has: hyphens and possessives are tokens of their own. */
function noteLength(lengths: Map<string, number>, form: string, more: number): void {
  const bare = form.startsWith('The ') || form.startsWith('the ') ? form.slice(4) : form;
  const tokens = PLAIN.test(bare) ? bare.split(' ') : (bare.match(/[\p{L}\p{N}.&]+|['’]s?|[^\s]/gu) ?? []);
  const [first] = tokens;
  if (first === undefined) return;
  const key = plainWord(first.toLowerCase());
  const length = tokens.length + more;
  if ((lengths.get(key) ?? 0) < length) lengths.set(key, length);
}
const PLAIN = /^[A-Za-z ]+$/;

const plainWord = (lower: string): string =>
  /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');

/** Those who reign have no surname: "King Juan Carlos" is no "Carlos", "Albert II of Monaco" no "Monaco". */
const REIGNING = /^(?:King|Queen|Emperor|Empress|Prince|Princess|Sultan|Patriarch|Sheikh) | of | [IVX]+$/;

const NONE: readonly KnownActor[] = [];

const isStateName = (actor: KnownActor, words: string): boolean =>
  actor.kind === 'state' && !actor.metonyms?.some((metonym) => formKey(metonym) === formKey(words));

/** The last word of a name, without the Arabic article: "al-Sisi" is "Sisi" in a headline. */
const surname = (name: string): string =>
  name.slice(name.lastIndexOf(' ') + 1).replace(/^(?:al|el)-(?=\p{L}{3})/iu, '');

/** Persons under the sound of their last word, everyone else of several words under the sound of the whole. */
function soundsOf(actors: readonly KnownActor[]): ReadonlyMap<string, readonly KnownActor[]> {
  const bySound = new Map<string, KnownActor[]>();
  for (const actor of actors)
    for (const name of [actor.name, ...actor.aliases]) {
      const key = actor.kind === 'person' ? lastSound(name) : wholeSound(name);
      if (!key) continue;
      const before = bySound.get(key);
      if (!before) bySound.set(key, [actor]);
      else if (!before.includes(actor)) before.push(actor);
    }
  return bySound;
}

function lastSound(name: string): string | undefined {
  const words = plainWords(name);
  return words.length > 1 ? `…${soundOf(words.at(-1)!)}` : undefined;
}

function wholeSound(name: string): string | undefined {
  const words = plainWords(name);
  const sound = words.map(soundOf).join('');
  return words.length > 1 && sound.length >= LEAST_SOUND ? sound : undefined;
}

function sounding(form: string, sounds: ReadonlyMap<string, readonly KnownActor[]>): readonly KnownActor[] {
  const whole = wholeSound(form);
  const groups = whole === undefined ? undefined : sounds.get(whole);
  if (groups) return groups;
  const last = lastSound(form);
  const persons = last === undefined ? undefined : sounds.get(last);
  if (!persons) return NONE;
  return persons.filter(({ name, aliases }) =>
    [name, ...aliases].some((known) => known.includes(' ') && sameName(form, known, 'person') >= SAME_PERSON),
  );
}
