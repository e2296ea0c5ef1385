import type { Actor, Mention } from '../actor.ts';
import type { Reading } from '../reading.ts';
import { overlaps, wordsAt } from '../span.ts';
import type { ActorRef, Statement } from '../statement.ts';
import { type AnchorText, placeOf } from './anchor.ts';
import type { ActorChange, NamedActor } from './correction.ts';

type Merge = Extract<ActorChange, { kind: 'merge' }>;
type Split = Extract<ActorChange, { kind: 'split' }>;

/** A reading in which an actor is among the actors, under these forms besides those it has. */
export function withActor(reading: Reading, actor: NamedActor, forms: readonly string[]): Reading {
  const known = reading.actors.find(({ id }) => id === actor.id);
  const { id, name, kind, country } = actor;
  const made: Actor = known
    ? { ...known, aliases: [...new Set([...known.aliases, ...forms])] }
    : { id, name, kind, aliases: [...new Set(forms)], ...(country !== undefined && { country }) };
  return {
    ...reading,
    actors: known ? reading.actors.map((one) => (one.id === id ? made : one)) : [...reading.actors, made],
  };
}

/** One actor's words, mentions and forms become another's; undefined where the reading does not know the first. */
export function withMerge(reading: Reading, { actor, into }: Merge): Reading | undefined {
  const gone = reading.actors.find(({ id }) => id === actor.id);
  if (!gone) return undefined;
  const rest = { ...reading, actors: reading.actors.filter(({ id }) => id !== actor.id) };
  const joined = withActor(rest, into, [gone.name, ...gone.aliases]);
  const { name } = joined.actors.find(({ id }) => id === into.id)!;
  const to = (ref: ActorRef): ActorRef => renamed(ref, actor.id, { actor: into.id, name });
  return {
    ...joined,
    mentions: joined.mentions.map((one) => (one.actor === actor.id ? { ...one, actor: into.id } : one)),
    statements: joined.statements.map((one) => withRefs(one, to)),
  };
}

/** A form of an actor becomes another's, with what was said under it; undefined where the reading has no such form of that actor. */
export function withSplit(reading: Reading, split: Split, text: AnchorText): Reading | undefined {
  const { actor, form, to } = split;
  const own = reading.mentions.filter((mention) => mention.actor === actor.id);
  const place = split.anchor && placeOf(split.anchor, text);
  if (split.anchor && !place) return undefined;
  const isSplit = (mention: Mention): boolean =>
    place
      ? overlaps([mention.start, mention.end], place)
      : folded(text.text.slice(mention.start, mention.end)) === folded(form);
  const moved = new Set(own.filter(isSplit));
  const inTitle = !place && reading.actors.some((one) => one.id === actor.id && formsOf(one).includes(form));
  const isOther = (statement: Statement): boolean => {
    const span = statement.source[0] ?? statement.cue[0];
    if (!span || span[2] === 'title')
      return inTitle && statement.source.some((one) => wordsAt(one, text.text, text.title ?? '').includes(form));
    const named = lastNamed(own, Math.max(...[...statement.source, ...statement.cue].map(([, end]) => end)));
    return named !== undefined && moved.has(named);
  };
  const ref = (one: ActorRef): ActorRef => renamed(one, actor.id, { actor: to.id, name: to.name });
  const statements = reading.statements.map((one) => (isOther(one) ? withRefs(one, ref) : one));
  const isUsed = moved.size > 0 || statements.some((one, at) => one !== reading.statements[at]);
  if (!isUsed) return undefined;
  const mentions = reading.mentions.map((one) => (moved.has(one) ? { ...one, actor: to.id } : one));
  return withActor({ ...reading, mentions, statements, actors: leftOf(reading, split, mentions, text) }, to, [form]);
}

const folded = (form: string): string => form.replace(/\s+/g, ' ').trim().toLowerCase();
const formsOf = ({ name, aliases }: Actor): readonly string[] => [name, ...aliases];

/** A pronoun goes with the name that stands last before it; before the first name, with that. */
const lastNamed = (mentions: readonly Mention[], end: number): Mention | undefined =>
  mentions.findLast(({ start }) => start < end) ?? mentions[0];

/** The actors without the form that was split off, and without the actor where nothing of it is left. */
function leftOf(
  { actors }: Reading,
  { actor, form }: Split,
  mentions: readonly Mention[],
  { text }: AnchorText,
): readonly Actor[] {
  const left = mentions.filter((mention) => mention.actor === actor.id);
  const isLeft = (words: string) =>
    folded(words) !== folded(form) || left.some(({ start, end }) => folded(text.slice(start, end)) === folded(form));
  return actors.flatMap((one) => {
    if (one.id !== actor.id) return [one];
    const forms = formsOf(one).filter(isLeft);
    if (left.length === 0 || forms.length === 0) return [];
    const name = isLeft(one.name) ? one.name : forms.toSorted((a, b) => b.length - a.length)[0]!;
    return [{ ...one, name, aliases: one.aliases.filter(isLeft) }];
  });
}

function renamed(ref: ActorRef, from: string, to: { readonly actor: string; readonly name: string }): ActorRef {
  const { candidates: before, ...rest } = ref;
  const candidates = before && joined(before.map((one) => (one.actor === from ? { ...one, ...to } : one)));
  return {
    ...rest,
    ...(ref.actor === from && to),
    // Two candidates that are one actor are no doubt any more.
    ...(candidates && candidates.length > 1 && { candidates }),
  };
}

/** Candidates that are one actor are one candidate. */
function joined(candidates: NonNullable<ActorRef['candidates']>): NonNullable<ActorRef['candidates']> {
  const byActor = new Map<string, (typeof candidates)[number]>();
  for (const one of candidates) byActor.set(one.actor, { ...one, p: (byActor.get(one.actor)?.p ?? 0) + one.p });
  return [...byActor.values()];
}

function withRefs(statement: Statement, to: (ref: ActorRef) => ActorRef): Statement {
  const speaker = statement.speaker && to(statement.speaker);
  const jointly = statement.jointly
    .map(to)
    .filter((ref, at, all) => ref.actor !== speaker?.actor && all.findIndex(({ actor }) => actor === ref.actor) === at);
  const isSame = JSON.stringify([speaker, jointly]) === JSON.stringify([statement.speaker, statement.jointly]);
  return isSame ? statement : { ...statement, speaker, jointly };
}
