import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cleanCapture } from '../../src/clean/clean.ts';
import type { CleanWeights } from '../../src/clean/main-text/weights.ts';
import { isArticle } from '../../src/domain/article.ts';
import { type GoldRow, readPage } from '../../train/clean/pages.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';

export type Scores = Readonly<Record<string, number>>;
export type Scorer = {
  readonly score: (
    gold: readonly GoldRow[],
    predictions: readonly Prediction[],
  ) => { readonly table: Readonly<Record<string, Scores>> };
};
export type Prediction = {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly type: PageType;
};

/** The scorer of the measuring folder. Throws `BenchSkipped` where there is none. */
export async function scorerOf(benchDir: string): Promise<Scorer['score']> {
  const path = join(benchDir, 'score/clean.mjs');
  if (!existsSync(path)) throw new BenchSkipped(`no pages and scorer at ${benchDir}`);
  return ((await import(pathToFileURL(path).href)) as Scorer).score;
}

export const PAGE_TYPES = ['news', 'blog', 'other'] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/** Kind of page by what it calls itself in JSON-LD or Open Graph. */
function typeOf(html: Buffer): PageType {
  const source = html.toString('latin1');
  if (/"@type"\s*:\s*(?:\[\s*)?"(?:\w*NewsArticle|LiveBlogPosting)"/.test(source)) return 'news';
  return /"@type"\s*:\s*(?:\[\s*)?"BlogPosting"|wp-content|class="[^"]*\bhentry\b/.test(source) ? 'blog' : 'other';
}

export function predict(benchDir: string, row: GoldRow, weights: CleanWeights): Prediction {
  const bytes = readPage(benchDir, row);
  const result = cleanCapture({ bytes, as: 'html', url: row.url }, { weights });
  const article = isArticle(result) ? result : undefined;
  return {
    id: row.id,
    text: article?.text ?? '',
    title: article?.title ?? null,
    authors: article?.authors ?? [],
    published: article?.published ?? null,
    type: typeOf(bytes),
  };
}

const percent = (value: number | undefined) => (value === undefined ? '–' : (value * 100).toFixed(1));

export function tableRows(task: string, table: Readonly<Record<string, Scores>>, sites = 'held-out sites'): BenchRow[] {
  return Object.entries(table).map(([corpus, s]) => ({
    task,
    data: `${corpus}, ${sites}`,
    rows: s.pages ?? 0,
    score: [
      s.f1 === undefined
        ? ''
        : `F1 ${percent(s.f1)} (P ${percent(s.precision)} R ${percent(s.recall)}), words F1 ${percent(s.wordF1)}, under .8: ${s.below80}`,
      s.snippetF === undefined ? '' : `snippet F ${percent(s.snippetF)}`,
      `title ${percent(s.title)}, date ${percent(s.date)}, authors ${percent(s.author)}`,
      s.empty ? `empty ${s.empty}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  }));
}
