import type { Article } from '../domain/article.ts';
import { isArticle } from '../domain/article.ts';
import type { Capture, Reservations } from '../domain/capture.ts';
import type { Archive, RevisionToRead } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import { correctedArticleOf, groupRef, type Queue, type Step, storylineOf, type Task } from '../domain/ports/queue.ts';
import type { Reading } from '../domain/reading.ts';
import { excerptOf } from '../rights/excerpt.ts';
import { identityOf, outletDomainOf } from './identity.ts';
import type { Stages } from './stages.ts';

export type LinePorts = {
  readonly archive: Archive;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly stages: Stages;
};

export type Next = { readonly step: Step; readonly ref: string };

/** While more articles arrive a storyline is grouped once for all of them. */
const GATHER_MS = 2000;

/** Does one task. Doing it twice changes nothing; what it works on may be gone, and then there is nothing to do. */
export const STEPS: Readonly<Record<Step, (ports: LinePorts, task: Task) => Promise<Next | undefined>>> = {
  fetch: async () => undefined,
  clean: (ports, { ref }) => cleanStep(ports, ref),
  read: (ports, { ref }) => readStep(ports, ref),
  relate: (ports, { ref }) => {
    const storyline = storylineOf(ref);
    if (storyline !== undefined) return groupStep(ports, storyline);
    const corrected = correctedArticleOf(ref);
    return corrected === undefined ? placeStep(ports, ref) : correctStep(ports, corrected);
  },
};

async function cleanStep({ archive, stages }: LinePorts, ref: string): Promise<Next | undefined> {
  const capture = await archive.capture(ref);
  if (!capture) return undefined;
  const domain = outletDomainOf(capture);
  const lines = domain === undefined ? undefined : await archive.outletLines(domain);
  const result = capture.reservations?.linkOnly ? RESERVED : await stages.clean(capture, lines);
  if (!isArticle(result)) {
    await archive.keepFailure(ref, result.error, result.message);
    return undefined;
  }
  const article = withReservations(result, capture);
  if (article.reservations?.linkOnly) {
    await archive.keepFailure(ref, RESERVED.error, RESERVED.message);
    return undefined;
  }
  const kept = await archive.keepArticle({
    capture: ref,
    address: identityOf(capture, article),
    article,
    cleaner: stages.cleaner,
    excerpt: excerptOf(article),
    outletLines: lines?.snapshot ?? 0,
    demo: capture.demo,
  });
  if (kept.outcome === 'refused') return undefined;
  const outcome = await archive.outcome(ref);
  const isDone = kept.outcome === 'same' && outcome?.state === 'article' && outcome.placed;
  return isDone ? undefined : { step: 'read', ref: kept.article };
}

const RESERVED = {
  error: 'reserved',
  message: 'The publisher reserves this page: nothing but its address is kept.',
} as const;

/** Opt-outs of the answer's headers hold for the article as those of its page do. */
function withReservations(article: Article, capture: Capture): Article {
  const [a, b] = [article.reservations, capture.reservations];
  if (!b) return article;
  if (!a) return { ...article, reservations: b };
  const limits = [a.maxSnippetChars, b.maxSnippetChars].filter((limit) => limit !== undefined && limit >= 0);
  const both: Reservations = {
    ...b,
    ...a,
    linkOnly: a.linkOnly || b.linkOnly,
    noArchive: Boolean(a.noArchive || b.noArchive),
    noSnippet: Boolean(a.noSnippet || b.noSnippet),
    evidence: [...new Set([...a.evidence, ...b.evidence])],
    ...(limits.length > 0 && { maxSnippetChars: Math.min(...(limits as number[])) }),
  };
  return { ...article, reservations: both };
}

/** Reads a revision as the stages do. */
export function readRevision(stages: Pick<Stages, 'read'>, revision: RevisionToRead): Promise<Reading> {
  const { text, title, published, outlet, url, agency, dateline, chain, language } = revision.cleaned;
  return stages.read(
    {
      id: revision.articleId,
      ...{ text, title, published, outlet, url, agency, dateline, chain, language },
      notAfter: new Date(revision.fetchedAtMs).toISOString().slice(0, 10),
    },
    revision.demo,
  );
}

async function readStep({ archive, stages }: LinePorts, ref: string): Promise<Next | undefined> {
  const revision = await archive.revision(ref);
  if (!revision) return undefined;
  const reading = await readRevision(stages, revision);
  await archive.keepReading(revision.id, reading, reading.knowledge ?? stages.knowledge);
  return { step: 'relate', ref };
}

async function placeStep({ archive, queue, clock, stages }: LinePorts, ref: string): Promise<Next | undefined> {
  const article = await archive.readArticle(ref);
  if (!article) return undefined;
  const placed = await stages.place(article, await archive.neighbours());
  const before = article.storyline;
  // Before the placement: a crash between the two leaves a grouping too many, not one too few.
  const storylines = new Set([placed.storyline.id, ...(before === undefined ? [] : [before])]);
  for (const storyline of storylines)
    await queue.push('relate', groupRef(storyline), { notBeforeMs: clock.nowMs() + GATHER_MS });
  await archive.keepPlacement({
    article: article.id,
    story: placed.story.id,
    storyline: placed.storyline.id,
    ...(placed.storyline.joins && { joins: placed.storyline.joins }),
    why: [...placed.story.why, ...placed.storyline.why],
    copies: placed.copies,
    lineage: placed.lineage,
  });
  return undefined;
}

/** What readers put right changes who says what in an article, so that its storyline is grouped again. */
export async function correctStep(
  { archive, queue, clock }: Pick<LinePorts, 'archive' | 'queue' | 'clock'>,
  article: string,
): Promise<undefined> {
  const storyline = await archive.applyCorrections(article);
  if (storyline !== null) await queue.push('relate', groupRef(storyline), { notBeforeMs: clock.nowMs() + GATHER_MS });
  return undefined;
}

async function groupStep({ archive, stages }: LinePorts, storyline: string): Promise<undefined> {
  const articles = await archive.storylineArticles(storyline);
  if (articles.length === 0) return undefined;
  const lineage = await archive.storylineLineage(storyline);
  const findings = stages.group(articles);
  const stories = Map.groupBy(articles, (article) => article.story ?? '');
  await archive.keepGroup(storyline, {
    ...findings,
    origins: [...stories]
      .filter(([story]) => story !== '')
      .map(([story, members]) => {
        const { outlets, origins } = stages.origins(members, lineage, story);
        return { story, outlets, origins };
      }),
  });
  return undefined;
}
