import type { Actor } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import type { Capture } from '../domain/capture.ts';
import { sha256, shortHash, statementId } from '../domain/ids.ts';
import type { Archive, KeptArticle } from '../domain/ports/archive.ts';
import type { Reading } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { Stance, Statement } from '../domain/statement.ts';

/** An article for tests and measurements: invented words, put together as the stages would have put them. */
export type Specimen = {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly atMs?: number;
  readonly demo?: boolean;
  /** `[speaker, cue, content]`, verbatim from the text. */
  readonly says?: readonly (readonly [string, string, string, Stance?])[];
  readonly names?: readonly Actor[];
};

export function captureOf(specimen: Specimen): Capture {
  const body = new TextEncoder().encode(`<h1>${specimen.title}</h1>${specimen.text}`);
  return {
    id: shortHash('capture', specimen.url ?? '', sha256(body)),
    origin: specimen.url ? 'fetch' : 'paste',
    ...(specimen.url !== undefined && { url: specimen.url }),
    headers: { 'content-type': 'text/html' },
    fetchedAtMs: specimen.atMs ?? 1_750_000_000_000,
    sha256: sha256(body),
    body,
  };
}

export function articleOf(specimen: Specimen): Article {
  const { title, text, outlet, published, url } = specimen;
  return {
    url: url ?? null,
    canonicalUrl: null,
    outlet: outlet === undefined ? null : { name: outlet, domain: url ? new URL(url).hostname : null },
    ...{ title, text, authors: ['A. Writer'], agency: null, dateline: null },
    ...{ published: published ?? null, publishedFrom: published ? 'given' : null, modified: null, language: 'en' },
    furniture: [],
    chain: [],
  };
}

const slugOf = (name: string) => `in:${name.toLowerCase().replace(/\W+/g, '-')}`;

export function readingOf(specimen: Specimen, article: string): Reading {
  const { text, says = [], names = [] } = specimen;
  const at = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new RangeError(`The specimen does not say “${words}”.`);
    return [start, start + words.length];
  };
  const statements = says.map(([speaker, cue, content, stance = 'asserts']): Statement => {
    const spans = { source: [at(speaker)], cue: [at(cue)], content: [at(content)] };
    return {
      id: statementId(article, sha256(text), spans),
      ...spans,
      ...{ kind: 'speech', mode: content.startsWith('“') ? 'direct' : 'indirect', stance, hedges: [] },
      speaker: { actor: slugOf(speaker), name: speaker },
      ...{ jointly: [], to: [], via: [], saidOn: null, parent: null, confidence: 0.9 },
    };
  });
  const speakers = [...new Set(says.map(([speaker]) => speaker))].map(
    (name): Actor => ({ id: slugOf(name), name, kind: 'person', aliases: [name] }),
  );
  const actors = [...speakers, ...names];
  return {
    reader: 'specimen',
    statements,
    mentions: actors.flatMap(({ id, aliases }) =>
      aliases.flatMap((form) =>
        text.includes(form) ? [{ start: at(form)[0], end: at(form)[1], type: 'PER' as const, actor: id }] : [],
      ),
    ),
    actors,
    ...{ dates: [], places: [], figures: [], events: [], chain: [] },
  };
}

/** Takes a specimen the whole way in, into the story and storyline named. */
export async function keepSpecimen(
  archive: Archive,
  specimen: Specimen,
  place?: { readonly story: string; readonly storyline: string },
): Promise<KeptArticle> {
  const demo = specimen.demo ?? false;
  const capture = await archive.keepCapture(captureOf(specimen), { demo });
  const kept = await archive.keepArticle({
    capture: capture.id,
    address: specimen.url ?? null,
    article: articleOf(specimen),
    cleaner: 'specimen',
    excerpt: specimen.text.slice(0, 80),
    demo,
  });
  if (kept.outcome === 'refused') return kept;
  await archive.keepReading(kept.revision, readingOf(specimen, kept.article));
  if (place) await archive.keepPlacement({ article: kept.article, ...place, why: [], copies: [], lineage: [] });
  return kept;
}

/** A report with two speakers, as most claims about the archive need one. */
export const BRIDGE: Specimen = {
  title: 'Bridge at Oll closed after flood',
  text: 'The bridge at Oll was closed on Monday.\n\nMayor Ina Brandt said the pillars had moved by a hand. “Nobody was hurt,” the engineer Tom Reker added.',
  url: 'https://courier.example/oll-bridge',
  outlet: 'Oll Courier',
  published: '2025-03-03T09:00',
  says: [
    ['Mayor Ina Brandt', 'said', 'the pillars had moved by a hand'],
    ['the engineer Tom Reker', 'added', '“Nobody was hurt,”'],
  ],
};
