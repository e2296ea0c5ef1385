import { parseFeedNow } from '../../src/collect/feeds/parse.ts';
import type { BenchRow } from '../row.ts';

const FEEDS = 60;
const ITEMS = 60;

/** Megabytes of feeds read per CPU-second: RSS with whole texts in CDATA and Atom with escaped HTML, half and half. */
export function feedSpeed(): BenchRow {
  const feeds = Array.from({ length: FEEDS }, (_, n) => new TextEncoder().encode(n % 2 === 0 ? rss(n) : atom(n)));
  const bytes = feeds.reduce((sum, feed) => sum + feed.length, 0);
  for (const feed of feeds.slice(0, 10)) parseFeedNow(feed, {}, 'https://paper.example/feed');
  const before = process.cpuUsage();
  let items = 0;
  for (const feed of feeds) {
    const result = parseFeedNow(feed, {}, 'https://paper.example/feed');
    items += 'error' in result ? 0 : result.items.length;
  }
  const { user, system } = process.cpuUsage(before);
  const perSecond = bytes / 1e6 / ((user + system) / 1e6);
  return {
    task: 'feed reading',
    data: `written here, ${(bytes / 1e6).toFixed(1)} MB`,
    rows: FEEDS,
    score: `${items} of ${FEEDS * ITEMS} items`,
    speed: `${perSecond.toFixed(1)} MB`,
  };
}

const words = (n: number) => `The ministry said on day ${n} that talks would go on &amp; end soon. `.repeat(30);

function rss(n: number): string {
  const items = Array.from(
    { length: ITEMS },
    (_, i) =>
      `<item><title>Talks ${n}-${i} &#8211; again</title><link>/a/${n}/${i}</link><guid isPermaLink="false">${n}-${i}</guid><dc:creator>Ana Lopes</dc:creator><pubDate>Sun, 22 Nov 2026 06:${String(i).padStart(2, '0')}:00 GMT</pubDate><description>They met.</description><content:encoded><![CDATA[<p>${words(i)}</p><p><a href="/b">more</a></p>]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper ${n}</title>${items.join('')}</channel></rss>`;
}

function atom(n: number): string {
  const entries = Array.from(
    { length: ITEMS },
    (_, i) =>
      `<entry><id>urn:${n}:${i}</id><title type="html">Talks &lt;b&gt;${i}&lt;/b&gt;</title><link rel="alternate" href="/a/${n}/${i}"/><updated>2026-11-22T06:00:00Z</updated><author><name>Ana Lopes</name></author><content type="html">&lt;p&gt;${words(i)}&lt;/p&gt;</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper ${n}</title>${entries.join('')}</feed>`;
}
