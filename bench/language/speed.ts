import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadLanguage } from '../../src/language/language.ts';
import { type BenchRow, benchDirectory, print } from './gold.ts';

const require = createRequire(import.meta.url);
const ARTICLES = 150;

/**
 * Sentences for each second of processor time on news articles, from text to tokens, sentences, tags, parses and names, beside
 * two libraries for JavaScript that do less (no parses). One warm-up pass over a tenth, then everything once.
 */
export async function run(benchDir: string): Promise<BenchRow[]> {
  const texts = readFileSync(join(benchDir, 'data/statements/polnear-train.jsonl'), 'utf8')
    .split('\n', ARTICLES)
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const loading = process.cpuUsage();
  const language = loadLanguage();
  const loaded = process.cpuUsage(loading);
  const loadMs = (loaded.user + loaded.system) / 1e3;
  let sentences = 0;
  const rows: BenchRow[] = [];
  const measure = (task: string, read: (text: string) => number): void => {
    for (const text of texts.slice(0, ARTICLES / 10)) read(text);
    const before = process.cpuUsage();
    let count = 0;
    for (const text of texts) count += read(text);
    const { user, system } = process.cpuUsage(before);
    if (sentences === 0) sentences = count;
    const seconds = (user + system) / 1e6;
    rows.push({
      task,
      data: `${ARTICLES} news articles`,
      rows: sentences,
      score: `${count} sentences`,
      speed: `${Math.round(sentences / seconds)} sentences/CPU-s`,
      memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    });
  };
  measure(`stemma (loaded in ${Math.round(loadMs)} CPU-ms)`, (text) => language.analyse(text).sentenceCount);
  const wink = winkReader();
  if (wink) measure('wink-nlp (no parses)', wink);
  const compromise = (await import('compromise')).default;
  measure('compromise (no parses)', (text) => {
    const read = compromise(text);
    read.people();
    read.places();
    read.organizations();
    return read.length;
  });
  return rows;
}

/** wink-nlp needs its language model, a package of its own; without it wink is left out of the table. */
function winkReader(): ((text: string) => number) | undefined {
  if (!existsSync(join(import.meta.dirname, '../../node_modules/wink-eng-lite-web-model'))) {
    process.stderr.write('wink-eng-lite-web-model is not installed: no row for wink-nlp\n');
    return undefined;
  }
  const winkNlp = require('wink-nlp') as (model: unknown) => {
    its: Record<string, unknown>;
    readDoc(text: string): WinkDocument;
  };
  const nlp = winkNlp(require('wink-eng-lite-web-model'));
  return (text) => {
    const document = nlp.readDoc(text);
    document.tokens().out(nlp.its.pos);
    document.entities().out();
    return document.sentences().length();
  };
}

type WinkDocument = {
  tokens(): { out(what: unknown): unknown };
  entities(): { out(): unknown };
  sentences(): { length(): number };
};

if (import.meta.main) print(await run(benchDirectory()));
