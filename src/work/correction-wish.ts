import { anchorAt, anchorOf, hullOf } from '../domain/corrections/anchor.ts';
import type { Change, NamedActor } from '../domain/corrections/correction.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { AskKnowledge } from '../domain/ports/knowledge.ts';
import type { ActorPage, StatementPage } from '../domain/ports/pages.ts';
import type { Stance } from '../domain/statement.ts';
import { type ActorWish, type WhichActor, whomMeant } from './whom-meant.ts';

/** What a reader wants put right, in the words of the page or the command line. */
export type Wish =
  | { readonly kind: 'speaker'; readonly statement: string; readonly to: ActorWish | null }
  | { readonly kind: 'stance'; readonly statement: string; readonly to: Stance }
  | { readonly kind: 'hide'; readonly statement: string }
  | { readonly kind: 'merge'; readonly actor: string; readonly into: ActorWish }
  | {
      readonly kind: 'split';
      readonly actor: string;
      readonly form: string;
      readonly to: ActorWish;
      /** Only in this article; with `statement`, only as its source names the speaker. */
      readonly article?: string;
      readonly statement?: string;
    };

type Ports = { readonly archive: Archive; readonly knowledge: AskKnowledge };
type Made = { readonly change: Change; readonly demo: boolean } | { readonly refused: string } | WhichActor;

/** The change that a wish comes to, with its anchor; or why there is none. */
export function changeOf(ports: Ports, wish: Wish): Promise<Made> {
  switch (wish.kind) {
    case 'merge':
      return mergeOf(ports, wish);
    case 'split':
      return splitOf(ports, wish);
    default:
      return statementChangeOf(ports, wish);
  }
}

async function statementChangeOf(
  { archive, knowledge }: Ports,
  wish: Extract<Wish, { kind: 'speaker' | 'stance' | 'hide' }>,
): Promise<Made> {
  const found = await standing(archive, wish.statement);
  if ('refused' in found) return found;
  const { line, article } = found;
  const { statement } = line;
  const { text, title } = article.cleaned;
  const anchor = anchorOf(statement, { article: line.article.id, revision: article.revision, text, title });
  if (!anchor) return { refused: 'This statement has no words to hold a correction at.' };
  const { demo } = line.article;
  const at = { statement: line.id, anchor } as const;
  if (wish.kind === 'hide') return { change: { kind: 'hide', ...at }, demo };
  if (wish.kind === 'stance') {
    if (statement.stance === wish.to) return { refused: `The statement stands as ${wish.to} already.` };
    return { change: { kind: 'stance', ...at, to: wish.to, was: statement.stance }, demo };
  }
  const to = wish.to && (await whomMeant({ archive, knowledge }, wish.to, demo));
  if (to && !('id' in to)) return to;
  const was = statement.speaker?.actor ?? null;
  const isSettled = statement.corrected?.includes('speaker') || !to;
  if (isSettled && was === (to?.id ?? null))
    return { refused: to ? `${to.name} is given as the speaker already.` : 'Nobody is given as the speaker already.' };
  return { change: { kind: 'speaker', ...at, to, was }, demo };
}

async function standing(archive: Archive, id: string): Promise<StatementPage | { readonly refused: string }> {
  const found = await archive.pages.statement(id);
  if (found.state !== 'here') return { refused: `There is no statement ${id}.` };
  if (found.page.line.hidden) return { refused: 'A correction calls this no statement; undo that first.' };
  if (found.page.line.withdrawn)
    return { refused: 'A later reading did not find this statement; there is nothing to correct.' };
  return found.page;
}

async function mergeOf({ archive, knowledge }: Ports, wish: Extract<Wish, { kind: 'merge' }>): Promise<Made> {
  const from = await actorStanding(archive, wish.actor);
  if ('refused' in from) return from;
  const { demo } = from;
  const into = await whomMeant({ archive, knowledge }, wish.into, demo, from.id);
  if (!('id' in into)) return into;
  if (into.id === from.id) return { refused: 'These are one actor already.' };
  if ('name' in wish.into && (await isUnknown({ archive, knowledge }, into, demo)))
    return { refused: `Nobody is known under the name ${into.name}.` };
  return { change: { kind: 'merge', actor: namedOf(from), into }, demo };
}

const isUnknown = async ({ archive, knowledge }: Ports, { id }: NamedActor, demo: boolean): Promise<boolean> =>
  !(await archive.actorNow(id, demo)) && !knowledge(demo, (known) => known.actor(id));

async function splitOf({ archive, knowledge }: Ports, wish: Extract<Wish, { kind: 'split' }>): Promise<Made> {
  const from = await actorStanding(archive, wish.actor);
  if ('refused' in from) return from;
  const { demo } = from;
  const form = from.aliases.find((alias) => alias.form.toLowerCase() === wish.form.trim().toLowerCase())?.form;
  if (form === undefined) return { refused: `${from.name} is not known under “${wish.form}”.` };
  const place = await placeOfSplit(archive, wish);
  if ('refused' in place) return place;
  if (from.aliases.length === 1 && !place.article && !place.anchor)
    return { refused: `${from.name} has no other name; nothing would be left.` };
  const to = await whomMeant({ archive, knowledge }, wish.to, demo, from.id);
  if (!('id' in to)) return to;
  if (to.id === from.id)
    return { refused: `${to.name} is ${from.name}; where a merge made them one, undo that correction instead.` };
  return { change: { kind: 'split', actor: namedOf(from), form, to, ...place }, demo };
}

async function placeOfSplit(archive: Archive, { article, statement }: Extract<Wish, { kind: 'split' }>) {
  if (statement !== undefined) {
    const found = await standing(archive, statement);
    if ('refused' in found) return found;
    const source = hullOf(found.line.statement.source);
    if (!source) return { refused: 'The text names nobody as the source of this statement.' };
    const { cleaned, revision } = found.article;
    const { text, title } = cleaned;
    return { anchor: anchorAt(source, { article: found.line.article.id, revision, text, title }) };
  }
  if (article === undefined) return {};
  const found = await archive.pages.article(article);
  return found.state === 'here' ? { article } : { refused: `There is no article ${article}.` };
}

async function actorStanding(archive: Archive, id: string): Promise<ActorPage | { readonly refused: string }> {
  const found = await archive.pages.actor(id);
  if (found.state === 'here') return found.page;
  if (found.state === 'moved') return { refused: `${id} was made one with ${found.to}; correct that one.` };
  return { refused: `There is no actor ${id}.` };
}

const namedOf = ({ id, name, kind, country }: ActorPage): NamedActor => ({
  ...{ id, name, kind },
  ...(country !== null && { country }),
});
