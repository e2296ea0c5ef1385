import { type Draft, learn, type Step } from '../draft.ts';
import { fold } from '../fold.ts';
import { attributesOf, type Page, textOf } from '../page/page.ts';
import { marksOf } from '../page/visible.ts';
import { type DateOrder, readMachineTime, timesIn } from '../time/read-time.ts';
import { stringOf } from './json-ld.ts';

/** When an article was published and changed, in the publisher's own zone, from the strongest evidence that says so. */
export const times: Step = {
  name: 'times',
  what: 'Takes published and modified time from JSON-LD, meta, time elements, visible lines or the address, in this order.',
  for: 'html',
  run(draft: Draft): void {
    const { head, article, nodes } = draft.evidence!;
    const order = dateOrder(draft.evidence!.head.language, draft.url);
    const read = (value: unknown) => {
      const text = stringOf(value);
      return text ? readMachineTime(text, order) : undefined;
    };
    const published = (find: () => string | undefined, from: string) => {
      // Each later source costs a walk over the page; it is asked only where the earlier ones are silent.
      const iso = draft.facts.published === undefined ? find() : undefined;
      if (!iso) return;
      learn(draft, 'published', iso);
      learn(draft, 'publishedFrom', from);
    };
    published(() => read(article?.datePublished), 'json-ld');
    learn(draft, 'modified', read(article?.dateModified));
    for (const name of PUBLISHED_META) published(() => read(head.meta.get(name)), 'meta');
    for (const name of MODIFIED_META) learn(draft, 'modified', read(head.meta.get(name)));
    for (const node of nodes) if (node !== article) published(() => read(node.datePublished), 'json-ld');
    published(() => timeElement(draft.evidence!.page, order), 'time-element');
    published(() => visibleTime(draft.evidence!.page, order), 'line');
    published(() => timeInAddress(draft.url), 'url');
    for (const name of WEAK_META) published(() => read(head.meta.get(name)), 'meta');
    published(() => draft.given.published, 'given');
  },
};

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'datepublished',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'publication_date',
  'article.published',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'vr:published_time',
  'og:published_time',
  'date.published',
  'citation_publication_date',
  'citation_date',
  'originalpublicationdate',
  'rnews:datepublished',
  'analyticsattributes.articledate',
  'created',
  'article:created',
  'news_date',
  'prism.publicationdate',
];
const MODIFIED_META = [
  'article:modified_time',
  'datemodified',
  'og:updated_time',
  'og:article:modified_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article.updated',
  'modified',
];
const WEAK_META = [
  'date',
  'release_date',
  'timestamp',
  'last-modified',
  'og:updated_time',
  'article:modified_time',
  'dcterms.modified',
];

/** Languages whose outlets write the month first; only American English does. */
export function dateOrder(language: string | undefined, url: string | undefined): DateOrder {
  const host = url && URL.canParse(url) ? new URL(url).hostname : '';
  if (
    /\.(?:uk|ie|au|nz|in|pk|za|ng|ke|de|at|ch|fr|es|it|nl|be|pl|cz|dk|no|se|fi|pt|br|mx|ar|ru|ua|tr|gr|hu|ro|hr|si|sk|lt|lv|ee)$/.test(
      host,
    )
  )
    return 'day-first';
  if (!language) return undefined;
  if (/^en$/i.test(language)) return /\.(?:com|org|net|us|gov|edu)$/.test(host) ? 'month-first' : undefined;
  return /^en-us$/i.test(language) ? 'month-first' : 'day-first';
}

const FURNITURE_MARK =
  /related|recommend|comment|sidebar|widget|teaser|promo|more-|latest|trending|popular|footer|nav/i;

/** The first `time` element that looks like this article's: marked as published, or the first outside lists of other articles. */
function timeElement(page: Page, order: DateOrder): string | undefined {
  let fallback: string | undefined;
  for (let i = 1; i < page.tag.length; i++) {
    const a = attributesOf(page, i);
    const isTime = page.tag[i] === 'time';
    const isMarked =
      /datePublished|dateCreated/i.test(a.itemprop ?? '') ||
      /^(?:dc:date|pubdate)$/.test(a.property ?? '') ||
      a.pubdate !== undefined;
    if (!isTime && !isMarked) continue;
    const iso =
      readMachineTime(a.datetime ?? a.content ?? '', order) ??
      timesIn(fold(textOf(page, i)).slice(0, 200), order)[0]?.iso;
    if (!iso) continue;
    if (isMarked) return iso;
    if (/modif|updat/i.test(`${a.itemprop ?? ''} ${marksOf(page, i)}`)) continue;
    let isOther = false;
    for (let up = i, level = 0; up > 0 && level < 8; up = page.parent[up]!, level++)
      if (/^(?:aside|footer|nav|li)$/.test(page.tag[up]!) || FURNITURE_MARK.test(marksOf(page, up))) isOther = true;
    if (!isOther) fallback ??= iso;
  }
  return fallback;
}

const DATE_MARK =
  /(?:^|[\s_-])(?:date|time|pub(?:lish(?:ed)?)?|posted|byline|meta|datum|fecha|data|timestamp|dateline|created)/i;
const LONGEST_DATE_LINE = 160;

/** A full date in a short visible line: in an element marked as a date first, else the first after the headline. */
function visibleTime(page: Page, order: DateOrder): string | undefined {
  let afterHeading: string | undefined;
  let headingAt = -1;
  for (let i = 1; i < page.tag.length; i++) {
    if (page.tag[i] === 'h1') headingAt = i;
    if (
      page.tag[i] !== '#text' ||
      !/\d{4}|\d\.\d\d\.\d\d/.test(page.text[i]!) ||
      page.text[i]!.length > LONGEST_DATE_LINE * 2
    )
      continue;
    const tag = page.tag[page.parent[i]!]!;
    if (tag === 'script' || tag === 'style' || tag === 'title') continue;
    const line = fold(page.text[i]!);
    if (line.length > LONGEST_DATE_LINE || /©|copyright/i.test(line)) continue;
    const iso = timesIn(line, order)[0]?.iso;
    if (!iso) continue;
    for (let up = page.parent[i]!, level = 0; up > 0 && level < 3; up = page.parent[up]!, level++)
      if (DATE_MARK.test(marksOf(page, up)) && !FURNITURE_MARK.test(marksOf(page, up))) return iso;
    if (headingAt > 0 && line.length <= 80) afterHeading ??= iso;
  }
  return afterHeading;
}

/** `/2021/05/03/` or `/2021-05-03` or `20210503` in an address. */
export function timeInAddress(url: string | undefined): string | undefined {
  const path = url && URL.canParse(url) ? new URL(url).pathname : '';
  const m = /(?:^|[/_.-])((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?=$|[/_.-]|\D)/.exec(path);
  return m ? `${m[1]}-${m[2]}-${m[3]}` : undefined;
}
