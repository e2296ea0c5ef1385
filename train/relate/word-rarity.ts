/**
 * Makes models/word-rarity/rarity.json: in what share of news articles a word stands.
 *   node train/relate/word-rarity.ts [BENCH_DIR]
 * Counts only; no text of the sources is kept, and a word seen in fewer than six articles is left out,
 * as is what stands only in one source. A source with one subject (a timeline's topic) counts for one share.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { topicWords } from '../../src/relate/words.ts';

const bench = process.argv[2] ?? join(import.meta.dirname, '../../../shared/bench');
const FEWEST_ARTICLES = 6;
const FEWEST_SOURCES = 2;

type Row = { readonly text?: string; readonly topic?: string; readonly gold?: { readonly body?: string } };

const rowsOf = (file: string): readonly Row[] => {
  const bytes = readFileSync(join(bench, 'data', file));
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
};

const sources = new Map<string, string[]>();
const add = (source: string, text: string) => sources.set(source, [...(sources.get(source) ?? []), text]);
const texts = (source: string, all: readonly string[]) => sources.set(source, [...all]);
texts(
  'polnear',
  rowsOf('statements/polnear-train.jsonl').map((row) => row.text ?? ''),
);
texts(
  'pages',
  rowsOf('clean/pages.jsonl').map((row) => row.gold?.body ?? ''),
);
for (const file of ['timelines/t17_docs.jsonl.gz', 'timelines/entities_docs.jsonl.gz']) {
  const byTopic = Map.groupBy(rowsOf(file), (row) => row.topic ?? '');
  for (const [topic, rows] of byTopic) for (const row of rows.slice(0, 250)) add(topic, row.text ?? '');
}

/** Broad sources stand for the news as such; topics only temper them. */
const WEIGHT: Readonly<Record<string, number>> = { polnear: 8, pages: 8 };

const share = new Map<string, number>();
const articles = new Map<string, number>();
const inSources = new Map<string, number>();
let weightInAll = 0;
for (const [source, all] of sources) {
  const weight = WEIGHT[source] ?? 1;
  weightInAll += weight;
  const counts = new Map<string, number>();
  for (const text of all) for (const word of new Set(topicWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    share.set(word, (share.get(word) ?? 0) + (weight * count) / all.length);
    articles.set(word, (articles.get(word) ?? 0) + count);
    inSources.set(word, (inSources.get(word) ?? 0) + 1);
  }
}

/** Steps of a quarter of a natural logarithm are as fine as the estimate is. */
const bands = new Map<number, string[]>();
for (const [word, sum] of share) {
  if ((articles.get(word) ?? 0) < FEWEST_ARTICLES || (inSources.get(word) ?? 0) < FEWEST_SOURCES) continue;
  if (word.length > 24 || /^\d+$/.test(word)) continue;
  const band = Math.round(-Math.log(sum / weightInAll) * 4);
  bands.set(band, [...(bands.get(band) ?? []), word]);
}
const table = Object.fromEntries(
  [...bands].sort((a, b) => a[0] - b[0]).map(([band, words]) => [band, words.sort().join(' ')]),
);
const out = join(import.meta.dirname, '../../models/word-rarity/rarity.json');
writeFileSync(out, `${JSON.stringify({ step: 0.25, bands: table }, null, 1)}\n`);
process.stdout.write(
  `${[...bands.values()].flat().length} words from ${[...sources.values()].flat().length} articles\n`,
);
