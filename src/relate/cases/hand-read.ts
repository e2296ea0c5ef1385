import type { Actor, ActorKind, Mention } from '../../domain/actor.ts';
import type { ChainStep } from '../../domain/article.ts';
import { shortHash, slug, statementId } from '../../domain/ids.ts';
import type { ReadArticle } from '../../domain/read-article.ts';
import type { Figure, PlaceMention } from '../../domain/reading.ts';
import type { Span } from '../../domain/span.ts';
import type { Statement, Via } from '../../domain/statement.ts';

/** An invented article, read by hand: everything is given in words and found in the text. */
export type HandRead = {
  readonly id: string;
  readonly outlet: string;
  readonly published?: string;
  readonly title?: string;
  readonly text: string;
  readonly agency?: string;
  readonly actors?: readonly (readonly [name: string, kind: ActorKind, ...aliases: string[]])[];
  readonly places?: readonly (readonly [name: string, country: string])[];
  readonly said?: readonly {
    readonly who: string;
    readonly words: string;
    readonly cue?: string;
    readonly stance?: Statement['stance'];
    readonly via?: readonly Via[];
  }[];
  readonly figures?: readonly (Pick<Figure, 'value' | 'counted'> & Partial<Figure> & { readonly words: string })[];
  readonly chain?: readonly ChainStep[];
};

export function handRead(given: HandRead): ReadArticle {
  const { text } = given;
  const actors = (given.actors ?? []).map(
    ([name, kind, ...aliases]): Actor => ({ id: `in:${slug(name)}`, name, kind, aliases }),
  );
  const statements = (given.said ?? []).map((said): Statement => {
    const content = [spanOf(text, said.words)];
    const cue = said.cue ? [spanOf(text, said.cue)] : [];
    return {
      id: statementId(given.id, shortHash(text), { source: [], cue, content }),
      source: [],
      cue,
      content,
      kind: 'speech',
      mode: 'indirect',
      stance: said.stance ?? 'asserts',
      hedges: [],
      speaker: { actor: `in:${slug(said.who)}`, name: said.who },
      jointly: [],
      to: [],
      via: said.via ?? [],
      saidOn: null,
      parent: null,
      confidence: 0.9,
    };
  });
  return {
    id: given.id,
    title: given.title ?? null,
    text,
    outlet: { name: given.outlet, domain: `${slug(given.outlet)}.example` },
    url: null,
    agency: given.agency ?? null,
    published: given.published ?? null,
    timeMs: given.published ? Date.parse(given.published) : 0,
    language: 'en',
    reading: {
      reader: 'by hand',
      statements,
      mentions: actors.flatMap((actor) => mentionsOf(text, actor)),
      actors,
      dates: [],
      places: (given.places ?? []).flatMap(([name, country]) => placesIn(text, name, country)),
      figures: (given.figures ?? []).map(({ words, ...figure }) => {
        const [start, end] = spanOf(text, words);
        return { unit: '', ...figure, start, end };
      }),
      events: [],
      chain: given.chain ?? [],
    },
  };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return [start, start + words.length];
}

const occurrences = (text: string, form: string) => [...text.matchAll(new RegExp(`\\b${RegExp.escape(form)}\\b`, 'g'))];

const mentionsOf = (text: string, actor: Actor): readonly Mention[] =>
  [actor.name, ...actor.aliases].flatMap((form) =>
    occurrences(text, form).map(({ index }) => ({
      start: index,
      end: index + form.length,
      type: actor.kind === 'person' ? 'PER' : actor.kind === 'state' ? 'LOC' : 'ORG',
      actor: actor.id,
    })),
  );

const placesIn = (text: string, name: string, country: string): readonly PlaceMention[] =>
  occurrences(text, name).map(({ index }) => ({
    start: index,
    end: index + name.length,
    name,
    country,
    lat: null,
    lon: null,
  }));
