import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFeedReader } from './feed-reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rss = (inside: string) => bytes(`<rss version="2.0"><channel><title>Desk</title>${inside}</channel></rss>`);
const item = '<item><title>Talks resume</title><link>https://paper.example/1</link></item>';

const DEEP = rss(`<item><description>${'<b>'.repeat(100_000)}</description></item>`);
const WIDE = rss(`<item ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`);
const LAUGHS = bytes(
  `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]><rss><channel><title>&a29;</title>${item}</channel></rss>`,
);
const ENDLESS = bytes(`<rss><channel><item><title><![CDATA[${'x'.repeat(3_000_000)}`);
const HUNGRY = rss(
  `<item><title>${'<'.repeat(200_000)}</title><description>${'&'.repeat(200_000)}${'<a '.repeat(100_000)}</description></item>`,
);

test('documents made to hurt are read or refused, and none of them takes the reader along', async () => {
  const reader = makeFeedReader({ maxMs: 5_000, maxMemoryMb: 384, workers: 2 });
  const results = await Promise.all([DEEP, WIDE, LAUGHS, ENDLESS, HUNGRY].map((document) => reader.feed(document, {})));
  const after = await reader.feed(rss(item), {});
  await reader.close();
  const said = results.map((result) => ('error' in result ? result.error : `${result.items.length} items`));
  assert.deepEqual(said.slice(0, 2), ['too-complex', 'too-complex']);
  assert.equal(said[2], '1 items');
  const laughs = results[2]!;
  assert.ok(!('error' in laughs) && laughs.title === '&a29;', 'entities of the document are not unfolded');
  assert.ok(!said.includes('broken'), said.join());
  assert.ok(!('error' in after) && after.items.length === 1);
});

test('a reading that takes too long is cut while other feeds keep flowing', async () => {
  const reader = makeFeedReader({ maxMs: 40, maxMemoryMb: 384, workers: 1 });
  // More than one worker can read in the time: the limit is what is tested, not the speed.
  const huge = rss(item.repeat(150_000));
  const [slow, next] = await Promise.all([reader.feed(huge, {}), makeFeedReader().feed(rss(item), {})]);
  assert.equal('error' in slow && slow.error, 'too-slow');
  assert.equal('error' in next, false);
  await reader.close();
});

test('a reading that takes too much memory is cut, and the next feed is read', async () => {
  const reader = makeFeedReader({ maxMs: 30_000, maxMemoryMb: 24, workers: 1 });
  const greedy = rss(`<item><description>${'<p>x</p>'.repeat(900_000)}</description></item>`);
  const [first, second] = await Promise.all([reader.feed(greedy, {}), reader.feed(rss(item), {})]);
  await reader.close();
  assert.equal('error' in first && first.error, 'too-much-memory');
  assert.ok(!('error' in second) && second.items[0]?.title === 'Talks resume');
});
