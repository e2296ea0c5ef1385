import type { ReadArticle } from '../domain/read-article.ts';
import type { Span } from '../domain/span.ts';
import { wordsAt } from '../domain/span.ts';
import type { Statement, Via } from '../domain/statement.ts';
import type { Lineage, LineageKind } from '../domain/story.ts';
import { REPUBLISHED_COVER } from './copies.ts';
import { momentOf } from './moment.ts';
import type { Shared } from './shingles.ts';
import { folded } from './words.ts';

/** Another article with the text that the two share. */
export type SharesText = { readonly article: ReadArticle; readonly copied: Shared };

/** An outlet, agency or document is cited; a person is quoted. */
const KIND_OF_VIA: Readonly<Record<Via['kind'], LineageKind>> = {
  outlet: 'cites',
  agency: 'cites',
  document: 'cites',
  person: 'quotes',
};

/** Republishing says more of an article than citing, citing more than quoting. */
const STRENGTH: Readonly<Record<LineageKind, number>> = { republishes: 3, cites: 2, quotes: 1 };

/**
 * What an article rests on: one row for each person, agency, document or outlet, under the strongest relation stated,
 * with the words that state it. `others` are articles that may share text with it; a republished one is named by its outlet.
 */
export function lineageOf(article: ReadArticle, others: readonly SharesText[] = []): readonly Lineage[] {
  const stated = [...fromChain(article), ...fromStatements(article), ...fromAgency(article)].filter(
    (row) => !isItself(article, row.from) && !NOBODY.test(row.from),
  );
  const rows = new Map<string, Lineage>();
  for (const row of stated) {
    const key = nameKey(row.from);
    const known = rows.get(key);
    if (!known) rows.set(key, row);
    else if (STRENGTH[row.kind] > STRENGTH[known.kind]) rows.set(key, { ...row, from: longer(row.from, known.from) });
    else rows.set(key, { ...known, from: longer(known.from, row.from) });
  }
  const named = [...rows.values()].map((row) => atItsName(article, row)).map((row) => withCited(row, others));
  const original = originalOf(article, others);
  return original ? withOriginal(article, named, original) : named;
}

/** Evidence that does not hold the name ("told") gives way to the name nearest to it. */
function atItsName(article: ReadArticle, row: Lineage): Lineage {
  if (!row.evidence || row.evidence[2] === 'title' || row.evidenceText.includes(row.from)) return row;
  const at = nearestName(article.text, row.from, row.evidence[0]);
  return at === undefined ? row : { ...row, evidence: [at, at + row.from.length], evidenceText: row.from };
}

/** A cited outlet's article is the one held that shares a run of words with this one. */
function withCited(row: Lineage, others: readonly SharesText[]): Lineage {
  if (row.kind !== 'cites') return row;
  const cited = others
    .filter(
      ({ article: other, copied }) =>
        copied.longest && other.outlet && nameKey(other.outlet.name) === nameKey(row.from),
    )
    .toSorted((a, b) => b.copied.cover - a.copied.cover)[0];
  return cited ? { ...row, fromArticle: cited.article.id } : row;
}

function nearestName(text: string, name: string, near: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at;
  return best;
}

/** An outlet that was told something rests on nobody else for it. */
const isItself = ({ outlet }: ReadArticle, name: string) => outlet !== null && nameKey(outlet.name) === nameKey(name);

/** A pronoun names nobody. */
const NOBODY = /^(?:(?:one |some |many )?of )?(?:them|us|him|her|it|whom|those|these)$/iu;

function fromChain(article: ReadArticle): readonly Lineage[] {
  return article.reading.chain.map((step) => ({
    article: article.id,
    from: step.from,
    kind: step.step,
    evidence: step.evidence ?? null,
    evidenceText: step.evidenceText ?? (step.evidence ? wordsAt(step.evidence, article.text, article.title ?? '') : ''),
  }));
}

function fromStatements(article: ReadArticle): readonly Lineage[] {
  return article.reading.statements.flatMap((statement) =>
    statement.via.map((via) => {
      const evidence = spanOfName(article, statement, via.name);
      return {
        article: article.id,
        from: via.name,
        kind: passesOn(article, via) ? KIND_OF_VIA[via.kind] : 'quotes',
        evidence,
        evidenceText: evidence ? wordsAt(evidence, article.text, article.title ?? '') : '',
      };
    }),
  );
}

/** Media and documents pass words on; whoever the reading knows as anything else, or names only by a common noun, spoke them. */
function passesOn(article: ReadArticle, via: Via): boolean {
  const actor = article.reading.actors.find((one) => one.name === via.name || one.aliases.includes(via.name));
  if (actor) return actor.kind === 'media';
  return via.kind === 'document' || /^\P{Ll}/u.test(via.name);
}

/** The agency that the byline or dateline credits: the text is the agency's own. */
function fromAgency(article: ReadArticle): readonly Lineage[] {
  const { agency, outlet } = article;
  if (!agency || (outlet && nameKey(outlet.name) === nameKey(agency))) return [];
  const at = article.text.indexOf(agency);
  return [
    {
      article: article.id,
      from: agency,
      kind: 'republishes',
      evidence: at < 0 ? null : [at, at + agency.length],
      evidenceText: agency,
    },
  ];
}

/** The name nearest to the statement that came this way; else the words that name the statement's source. */
function spanOfName(article: ReadArticle, statement: Statement, name: string): Span | null {
  const anchor = statement.source[0] ?? statement.cue[0] ?? statement.content[0];
  if (!anchor) return null;
  if (anchor[2] === 'title') return anchor;
  const best = nearestName(article.text, name, anchor[0]);
  return best === undefined ? anchor : [best, best + name.length];
}

/** The article that most of this one stood in first, if any is held. */
function originalOf(article: ReadArticle, others: readonly SharesText[]): SharesText | undefined {
  return others
    .filter(({ article: other, copied }) => copied.cover >= REPUBLISHED_COVER && cameBefore(other, article))
    .toSorted(
      (a, b) =>
        Number(cameBefore(b.article, a.article)) - Number(cameBefore(a.article, b.article)) ||
        b.copied.cover - a.copied.cover,
    )[0];
}

/**
 * Whether `a` can be what `b` was copied from: whoever is credited in the other's text comes first; then whoever does not say
 * of itself that it republishes; then the earlier one. Where neither tells, neither was first.
 */
export function cameBefore(a: ReadArticle, b: ReadArticle): boolean {
  const aCreditsB = credits(a, b);
  const bCreditsA = credits(b, a);
  if (aCreditsB !== bCreditsA) return bCreditsA;
  if (republishes(a) !== republishes(b)) return republishes(b);
  const [first, second] = [momentOf(a), momentOf(b)];
  return first !== undefined && second !== undefined && first[1] < second[0];
}

const republishes = (article: ReadArticle) => article.reading.chain.some((step) => step.step === 'republishes');

function credits(article: ReadArticle, other: ReadArticle): boolean {
  if (!other.outlet) return false;
  const names = new Set([nameKey(other.outlet.name), ...(other.outlet.domain ? [nameKey(other.outlet.domain)] : [])]);
  return (
    (article.agency !== null && names.has(nameKey(article.agency))) ||
    article.reading.chain.some((step) => step.step !== 'quotes' && names.has(nameKey(step.from)))
  );
}

function withOriginal(
  article: ReadArticle,
  rows: readonly Lineage[],
  { article: original, copied }: SharesText,
): readonly Lineage[] {
  const name = original.outlet?.name ?? original.agency ?? original.title ?? original.id;
  const names = [name, original.outlet?.domain ?? name].map(nameKey);
  const isOriginal = (row: Lineage) =>
    names.includes(nameKey(row.from)) || (row.kind === 'republishes' && isUnnamed(row.from));
  const stated = rows.filter(isOriginal).toSorted((a, b) => STRENGTH[b.kind] - STRENGTH[a.kind])[0];
  if (stated)
    return [
      { ...stated, from: name, kind: 'republishes', fromArticle: original.id },
      ...rows.filter((row) => !isOriginal(row)),
    ];
  const evidence = copied.longest;
  return [
    {
      article: article.id,
      from: name,
      kind: 'republishes',
      evidence,
      evidenceText: evidence ? wordsAt(evidence, article.text) : '',
      fromArticle: original.id,
    },
    ...rows,
  ];
}

/** A description stands where a page names nobody: "an original article that is not named". */
const isUnnamed = (from: string) => /^(?:an?|the)\s+\p{Ll}/u.test(from);

/** `the TASS news agency`, `TASS` and `Tass.` are one. */
export function nameKey(name: string): string {
  const words =
    name
      .replace(/\([^)]*\)/g, ' ')
      .match(/[\p{L}\p{N}]+/gu)
      ?.map(folded) ?? [];
  const telling = words.filter((word) => !GENERIC.has(word));
  return (telling.length ? telling : words).join(' ');
}

/** Words around a name that name nobody. */
const GENERIC = new Set([
  'the',
  'news',
  'agency',
  'agencies',
  'newspaper',
  'daily',
  'online',
  'website',
  'broadcaster',
  'state',
]);

const longer = (a: string, b: string) => (b.length > a.length ? b : a);
