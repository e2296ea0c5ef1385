import { parseFeedNow } from '../../src/collect/feeds/parse.ts';
import type { Feed, FeedItem } from '../../src/domain/feed.ts';
import type { BenchRow } from '../row.ts';
import { goldRows } from './gold.ts';

type Case = {
  readonly id: string;
  readonly group: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, string>>;
  readonly bytes: string;
};

/** Fields of the shared feed cases as they must be, white space folded; sanitising is told apart because the web room does it. */
export function feedCases(benchDir: string): readonly BenchRow[] {
  const cases = goldRows<Case>(benchDir, 'feeds/feedparser-cases.jsonl');
  if (cases.length === 0) return [];
  const isSanitising = (one: Case) => one.group === 'wellformed/sanitize';
  return [
    scored(
      'feed fields, not sanitising',
      cases.filter((one) => !isSanitising(one)),
    ),
    scored('feed fields, sanitising', cases.filter(isSanitising)),
  ];
}

function scored(task: string, cases: readonly Case[]): BenchRow {
  let [right, fields, whole, thrown] = [0, 0, 0, 0];
  for (const one of cases) {
    const expected = Object.entries(one.expect);
    let feed: Feed | undefined;
    try {
      const result = parseFeedNow(Buffer.from(one.bytes, 'base64'), one.headers, `http://127.0.0.1:8097/${one.path}`);
      feed = 'error' in result ? undefined : result;
    } catch {
      thrown++;
    }
    const hits = expected.filter(([path, value]) => same(feed && fieldOf(feed, path), value)).length;
    right += hits;
    fields += expected.length;
    if (hits === expected.length) whole++;
  }
  const share = ((100 * right) / fields).toFixed(1);
  return {
    ...{ task, data: 'feedparser-cases', rows: cases.length },
    score: `${share} % of ${fields} fields; ${whole} cases whole; ${thrown} thrown`,
  };
}

const folded = (value: string) => value.replace(/\s+/g, ' ').trim();
const same = (got: string | undefined, expected: string) => folded(got ?? '') === folded(expected);

/** `entries[0].author_email`, `feed.tags[1]`: the set's paths in the form of the feed type. */
function fieldOf(feed: Feed, path: string): string | undefined {
  const match = /^(feed|entries\[(\d+)\])\.(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(path);
  if (!match) return undefined;
  const [, place, entry, name, index, part] = match;
  const holder = place === 'feed' ? feed : feed.items[Number(entry)];
  if (!holder) return undefined;
  const author = holder.authors[0];
  if (name === 'author')
    return author && (author.email && author.name ? `${author.name} (${author.email})` : author.name || author.email);
  if (name === 'author_name') return author?.name;
  if (name === 'author_email') return author?.email;
  if (name === 'author_url') return author?.url;
  if (name === 'links') return holder.links?.[Number(index)]?.href ?? holder.link ?? undefined;
  const value = holder[name as keyof (Feed | FeedItem)] as unknown;
  const one = index === undefined ? value : (value as readonly unknown[] | undefined)?.[Number(index)];
  const said = part === undefined ? one : (one as Record<string, unknown> | null | undefined)?.[part];
  return said === undefined || said === null ? undefined : String(said);
}
