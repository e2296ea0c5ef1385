import type { Article } from '../domain/article.ts';
import { lineHash, type OutletLineCounts } from '../domain/ports/outlet-lines.ts';
import type { Tx } from './store.ts';

/** Articles of an outlet that are looked at: its newest. */
const WINDOW = 200;
/** Rows that may gather beyond the window before they are let go. */
const SLACK = 50;
/** Below this many articles an outlet's repetitions may be its one running story, and nothing is said of them. */
const LEAST_ARTICLES = 20;
const MOST_LINES = 400;
const HASH_BYTES = 6;

/** Remembers the lines of an article's newest revision, as hashes; they go when the article goes. */
export async function keepLines(tx: Tx, articleKey: number, article: Article): Promise<void> {
  await tx.deleteFrom('outlet_line').where('article_key', '=', articleKey).execute();
  const domain = article.outlet?.domain ?? null;
  if (domain === null) return;
  const lines = [article.text, ...article.furniture.map(({ text }) => text)].flatMap((text) => text.split(/\n+/u));
  const hashes = new Set(
    lines
      .filter((line) => line.trim() !== '')
      .slice(0, MOST_LINES)
      .map(lineHash),
  );
  const row = { article_key: articleKey, domain, lines: Buffer.from([...hashes].join(''), 'hex') };
  await tx.insertInto('outlet_line').values(row).execute();
  await letGo(tx, domain);
}

async function letGo(tx: Tx, domain: string): Promise<void> {
  const last = await tx
    .selectFrom('outlet_line')
    .select('article_key')
    .where('domain', '=', domain)
    .orderBy('article_key', 'desc')
    .offset(WINDOW + SLACK)
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  const edge = await tx
    .selectFrom('outlet_line')
    .select('article_key')
    .where('domain', '=', domain)
    .orderBy('article_key', 'desc')
    .offset(WINDOW)
    .limit(1)
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('outlet_line')
    .where('domain', '=', domain)
    .where('article_key', '<=', edge.article_key)
    .execute();
}

/** Lines that stand in at least two of the outlet's newest articles. */
export async function outletLines(db: Tx, domain: string): Promise<OutletLineCounts> {
  const rows = await db
    .selectFrom('outlet_line')
    .select(['article_key', 'lines'])
    .where('domain', '=', domain)
    .orderBy('article_key', 'desc')
    .limit(WINDOW)
    .execute();
  if (rows.length < LEAST_ARTICLES) return { snapshot: 0, domain, of: 0, counts: new Map() };
  const counts = new Map<string, number>();
  for (const { lines } of rows) {
    const hex = Buffer.from(lines).toString('hex');
    for (let at = 0; at < hex.length; at += HASH_BYTES * 2) {
      const hash = hex.slice(at, at + HASH_BYTES * 2);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const repeated = new Map([...counts].filter(([, articles]) => articles > 1));
  return { snapshot: rows[0]!.article_key, domain, of: rows.length, counts: repeated };
}
