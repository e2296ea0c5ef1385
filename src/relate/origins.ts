import type { ReadArticle } from '../domain/read-article.ts';
import type { Lineage, Origins } from '../domain/story.ts';
import { familiesOf } from './families.ts';
import { cameBefore, nameKey } from './lineage.ts';

/**
 * Counts who stands behind the outlets of one story. An article's origin is the first step of its chain:
 * - a copy or republication has the origin of the text it came from;
 * - else it is who said first-hand, through the agency or outlet named, most of what the article reports;
 * - else the agency or outlet it rests on, and for a report that rests on nobody its own outlet.
 * `lineage` holds the rows of these articles; others are ignored.
 */
export function originsOf(articles: readonly ReadArticle[], lineage: readonly Lineage[], story?: string): Origins {
  const heads = headsOf(articles, lineage);
  const origins = new Map<string, string>();
  const outlets = new Map<string, string>();
  for (const article of articles) {
    const outlet = outletName(article);
    if (outlet && !outlets.has(nameKey(outlet))) outlets.set(nameKey(outlet), outlet);
    const origin = originOf(heads.get(article.id)!, lineage);
    if (!origins.has(nameKey(origin))) origins.set(nameKey(origin), origin);
  }
  return {
    story: story ?? articles.find((article) => article.story)?.story ?? '',
    outlets: [...outlets.values()],
    origins: [...origins.values()],
  };
}

const outletName = (article: ReadArticle) => article.outlet?.name || article.outlet?.domain || undefined;

/** For every article the one its text came from: credited or earliest among those that share most of their text. */
function headsOf(articles: readonly ReadArticle[], lineage: readonly Lineage[]): ReadonlyMap<string, ReadArticle> {
  const families = familiesOf(articles, lineage);
  const heads = new Map<string, ReadArticle>();
  for (const members of Map.groupBy(articles, (article) => families.get(article.id)).values()) {
    const head = members.reduce((best, one) => (cameBefore(one, best) ? one : best));
    for (const member of members) heads.set(member.id, head);
  }
  return heads;
}

function originOf(article: ReadArticle, lineage: readonly Lineage[]): string {
  const rows = lineage.filter((row) => row.article === article.id);
  const restsOn = rows.find((row) => row.kind === 'republishes') ?? rows.find((row) => row.kind === 'cites');
  return (
    firstHand(article, restsOn && nameKey(restsOn.from)) ??
    restsOn?.from ??
    outletName(article) ??
    article.title ??
    article.id
  );
}

/** A statement high up carries more of the report than one near its end. */
const TOP_OF_ARTICLE = 600;
const AT_TOP = 2;
/** "Moscow said" is somebody's words too, but whoever spoke them is nearer to the source. */
const STATE_WEIGHT = 0.5;

/** The speaker of most of what the article reports. Speakers inside others' statements are not first-hand; media pass words on. */
function firstHand(article: ReadArticle, notThis: string | undefined): string | undefined {
  const kinds = new Map(article.reading.actors.map((actor) => [actor.id, actor.kind]));
  const said = new Map<string, { readonly name: string; weight: number; readonly order: number }>();
  for (const [order, statement] of article.reading.statements.entries()) {
    const { speaker, parent } = statement;
    if (!speaker || parent || statement.kind !== 'speech') continue;
    const kind = kinds.get(speaker.actor);
    if (kind === 'media' || nameKey(speaker.name) === notThis) continue;
    const at = statement.source[0]?.[0] ?? statement.content[0]?.[0] ?? 0;
    const weight = (at < TOP_OF_ARTICLE ? AT_TOP : 1) * (kind === 'state' ? STATE_WEIGHT : 1);
    const known = said.get(speaker.actor);
    if (known) known.weight += weight;
    else said.set(speaker.actor, { name: speaker.name, weight, order });
  }
  return [...said.values()].toSorted((a, b) => b.weight - a.weight || a.order - b.order)[0]?.name;
}
