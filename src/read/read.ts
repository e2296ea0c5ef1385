import type { Actor, Mention } from '../domain/actor.ts';
import type { ChainStep } from '../domain/article.ts';
import { sha256 } from '../domain/ids.ts';
import type { Knowledge } from '../domain/ports/knowledge.ts';
import type { Figure, NewsEvent, Reading } from '../domain/reading.ts';
import type { Statement } from '../domain/statement.ts';
import type { ArticleToRead } from './article-to-read.ts';
import { attribute } from './attribute.ts';
import { findDates } from './dates/dates.ts';
import { publishedBetween } from './dates/published-between.ts';
import { findEvents } from './events/events.ts';
import { findFigures } from './figures/figures.ts';
import { type Passage, readPassage } from './passage.ts';
import { outletCountry } from './places/outlet-country.ts';
import { findPlaces } from './places/places.ts';
import { statementsOf } from './statements/statements.ts';
import { actorsOf, type Cast, castOf } from './who/cast.ts';
import { findNames } from './who/names.ts';

export type { ArticleToRead } from './article-to-read.ts';

/** Changes whenever the same article may be read differently; kept with every reading. */
export const READER_VERSION = 'read-6';

/**
 * Who said what in an article, and who is meant. Deterministic for (article, READER_VERSION, knowledge.snapshot); never
 * throws on input. Spans point into `text`, or with `'title'` into the title. Time grows in step with the text.
 */
export function readArticle(article: ArticleToRead, knowledge: Knowledge): Reading {
  const passage = readPassage(article.text);
  const cast = castOf(passage, findNames(passage, knowledge), article.published);
  const revision = sha256(article.text);
  const dates = findDates(article.text, { published: article.published, language: article.language });
  const places = findPlaces(article.text, undefined, {
    language: article.language,
    country: outletCountry(article, knowledge),
  });
  const inText = attribute({
    article,
    passage,
    cast,
    drafts: statementsOf(passage),
    revision,
    dates,
  });

  const title = readPassage(article.title ?? '');
  const titleCast = castOf(title, findNames(title, knowledge), article.published);
  const inTitle = article.title
    ? attribute({
        article,
        passage: title,
        cast: titleCast,
        drafts: statementsOf(title, 'title'),
        revision,
        field: 'title',
      })
    : [];

  const statements = likely([...inTitle, ...inText]);
  const shown = new Set(statements.map(({ id }) => id));
  const told = inText.filter(({ id }) => shown.has(id));
  const actors = joinActors(actorsOf(cast, article.published), actorsOf(titleCast, article.published));
  const mentions: readonly Mention[] = cast.names.map((name) => ({
    start: passage.start[name.first]!,
    end: passage.end[name.last]!,
    type: name.type,
    actor: name.isPlace ? null : (cast.byWord.get(name.first)?.id ?? null),
  }));
  const between = article.published
    ? undefined
    : publishedBetween(article.text, { knowledge, dates, ...(article.notAfter ? { notAfter: article.notAfter } : {}) });
  return {
    reader: READER_VERSION,
    knowledge: knowledge.snapshot,
    statements,
    mentions,
    actors,
    dates,
    places,
    figures: withStatements(
      findFigures(article.text, { published: article.published, language: article.language, dates, places }),
      told,
    ),
    events: withStatements(findEvents(article.text, { actors: actorSpans(cast, passage), dates, places }), told),
    chain: [...article.chain, ...restsOn(statements, article.chain)],
    ...(between ? { publishedBetween: between.between, publishedBetweenWhy: between.why } : {}),
  };
}

/** The names of those who can act, where they stand. */
const actorSpans = (cast: Cast, passage: Passage) =>
  cast.names.flatMap((name) => {
    const who = name.isPlace ? undefined : cast.byWord.get(name.first);
    return who ? [{ start: passage.start[name.first]!, end: passage.end[name.last]!, name: who.name }] : [];
  });

/** Words and speaker together are four times likelier wrong than right: nobody is served by being shown that. */
const LEAST_CONFIDENCE = 0.2;

/** Without the unlikely, unless something likely was said inside it. */
function likely(statements: readonly Statement[]): readonly Statement[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const kept = new Set<string>();
  for (const { id, confidence } of statements) {
    if (confidence < LEAST_CONFIDENCE) continue;
    for (let at: string | null | undefined = id; at && !kept.has(at); at = byId.get(at)?.parent) kept.add(at);
  }
  return statements.filter(({ id }) => kept.has(id));
}

/** Each figure or event with the innermost statement it was said in; one outside all is the article's own. */
function withStatements<Fact extends Figure | NewsEvent>(
  facts: readonly Fact[],
  statements: readonly Statement[],
): readonly Fact[] {
  const spans = statements
    .flatMap(({ id, content }) => content.map(([start, end]) => ({ id, start, end })))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let open: typeof spans = [];
  return facts.map((fact) => {
    while (next < spans.length && spans[next]!.start <= fact.start) open.push(spans[next++]!);
    open = open.filter(({ end }) => end > fact.start);
    const holds = open.filter(({ end }) => end >= fact.end).sort((a, b) => a.end - a.start - (b.end - b.start));
    return holds[0] ? { ...fact, statement: holds[0].id } : fact;
  });
}

function joinActors(text: readonly Actor[], title: readonly Actor[]): readonly Actor[] {
  return [...text, ...title.filter(({ id }) => !text.some((actor) => actor.id === id))];
}

/** What the statements rest on, once each: media that are quoted as having been told or having reported. */
function restsOn(statements: readonly Statement[], known: readonly ChainStep[]): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  const seen = new Set(known.map(({ from }) => from));
  for (const { via, cue, content } of statements)
    for (const { name, kind } of via) {
      if ((kind !== 'agency' && kind !== 'outlet') || seen.has(name)) continue;
      seen.add(name);
      const evidence = cue[0] ?? content[0];
      steps.push({ step: 'cites', from: name, ...(evidence ? { evidence } : {}) });
    }
  return steps;
}
