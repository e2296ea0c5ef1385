import type { NamedActor } from '../domain/corrections/correction.ts';
import { slug } from '../domain/ids.ts';
import { formKey } from '../domain/name-form.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { FoundActor } from '../domain/ports/corrections.ts';
import type { AskKnowledge, KnownActor } from '../domain/ports/knowledge.ts';

/** An actor as a reader names it: by id, or by name; `isNew` says that it is none of those who bear the name already. */
export type ActorWish = { readonly actor: string } | { readonly name: string; readonly isNew?: boolean };

/** Several actors bear the name, or none does and these bear a similar one. */
export type WhichActor = {
  readonly name: string;
  readonly which: readonly FoundActor[];
  readonly isExact: boolean;
};

const MAX_NAME = 200;
/** Actors of a like name that are offered. */
const MOST_LIKE = 8;

/**
 * Whom a reader means: an actor of the archive (or the one it went into), else of the knowledge, else a new one under this name.
 * `butNot` leaves an actor out: whom a name is taken from does not count among its bearers.
 */
export async function whomMeant(
  { archive, knowledge }: { readonly archive: Archive; readonly knowledge: AskKnowledge },
  wish: ActorWish,
  demo: boolean,
  butNot?: string,
): Promise<NamedActor | WhichActor | { readonly refused: string }> {
  if ('actor' in wish) {
    const { actor } = wish;
    const found =
      (await archive.actorNow(actor, demo)) ?? knowledge(demo, (known) => fromKnowledge(known.actor(actor)));
    return found ? named(found) : { refused: `There is no actor ${wish.actor}.` };
  }
  const name = wish.name.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
  if (!/[\p{L}\p{N}]/u.test(name)) return { refused: 'Give a name.' };
  const known = wish.isNew ? [] : knowledge(demo, ({ named }) => named(name));
  const which = wish.isNew ? [] : await bearersOf(name, { archive, known }, demo, butNot);
  if (which.length > 1) return { name, which, isExact: true };
  if (which[0]) return named(which[0]);
  const like = wish.isNew ? [] : await likeNamed(name, { archive, known }, demo, butNot);
  if (like.length > 0) return { name, which: like, isExact: false };
  return { id: await freeId(archive, name, demo), name, kind: 'other' };
}

async function bearersOf(
  name: string,
  { archive, known }: { readonly archive: Archive; readonly known: readonly KnownActor[] },
  demo: boolean,
  butNot: string | undefined,
): Promise<readonly FoundActor[]> {
  const held = await archive.actorsCalled(name, demo);
  const more: FoundActor[] = [];
  for (const actor of known.filter((one) => bears(one, name)))
    more.push((await archive.actorNow(actor.id, demo)) ?? fromKnowledge(actor)!);
  const all = [...held, ...more].filter(({ id }) => id !== butNot);
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** Those who have the name within a longer one, or are known by it as their surname, seat or people: a new actor might be one of them. */
async function likeNamed(
  name: string,
  { archive, known }: { readonly archive: Archive; readonly known: readonly KnownActor[] },
  demo: boolean,
  butNot: string | undefined,
): Promise<readonly FoundActor[]> {
  const { actors } = await archive.pages.search({ tab: 'actors', words: name, limit: MOST_LIKE, withoutDemo: !demo });
  const ids = [
    ...actors.rows.filter((row) => (row.demo ?? false) === demo).map(({ id }) => id),
    ...known.map(({ id }) => id),
  ];
  const found: FoundActor[] = [];
  for (const id of new Set(ids)) {
    const actor = (await archive.actorNow(id, demo)) ?? fromKnowledge(known.find((one) => one.id === id));
    if (actor && actor.id !== butNot) found.push(actor);
  }
  return found.slice(0, MOST_LIKE);
}

/** A capital, a people or a surname names nobody for certain; a name or alias does. */
const bears = ({ name, aliases }: KnownActor, form: string): boolean =>
  [name, ...aliases].some((one) => formKey(one) === formKey(form));

const fromKnowledge = (actor: KnownActor | undefined): FoundActor | undefined =>
  actor && { id: actor.id, name: actor.name, kind: actor.kind, country: actor.country ?? null, statements: 0 };

const named = ({ id, name, kind, country }: FoundActor): NamedActor => ({
  ...{ id, name, kind },
  ...(country !== null && { country }),
});

/** An id that nobody bears: a second actor of one name is numbered. */
async function freeId(archive: Archive, name: string, demo: boolean): Promise<string> {
  const id = `in:${slug(name)}`;
  for (let number = 1; ; number++) {
    const free = number === 1 ? id : `${id}-${number}`;
    if (!(await archive.actorNow(free, demo))) return free;
  }
}
