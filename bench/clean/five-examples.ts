import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanCapture } from '../../src/clean/clean.ts';
import { isArticle } from '../../src/domain/article.ts';
import type { BenchRow } from '../row.ts';

type Gold = {
  readonly documents: Readonly<
    Record<
      string,
      {
        readonly file: string;
        readonly title: string | null;
        readonly published: string | null;
        readonly boilerplate: readonly string[];
      }
    >
  >;
};

const folded = (line: string) => line.replace(/\s+/g, ' ').trim();

/** The five pasted articles: furniture lines that went, body lines that stayed, titles and times that are right. */
export function fiveExamples(benchDir: string): readonly BenchRow[] {
  const folder = join(benchDir, '../examples/afghanistan');
  if (!existsSync(folder)) return [];
  const { documents } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
  let furniture = 0;
  let gone = 0;
  let body = 0;
  let lost = 0;
  let facts = 0;
  for (const gold of Object.values(documents)) {
    const bytes = readFileSync(join(folder, gold.file));
    const result = cleanCapture({ bytes });
    const text = isArticle(result) ? result.text : '';
    if (isArticle(result) && result.title === gold.title && result.published === gold.published) facts++;
    for (const line of bytes.toString().split('\n').map(folded).filter(Boolean)) {
      if (line === gold.title) continue;
      const isFurniture = gold.boilerplate.some((piece) => line.startsWith(folded(piece)));
      if (isFurniture) {
        furniture++;
        if (!text.includes(line)) gone++;
      } else {
        body++;
        if (!text.includes(line)) lost++;
      }
    }
  }
  return [
    {
      task: 'plain text → article',
      data: 'five examples',
      rows: Object.keys(documents).length,
      score: `furniture lines out ${gone} of ${furniture}, body lines lost ${lost} of ${body}; title and time right ${facts}`,
    },
  ];
}
