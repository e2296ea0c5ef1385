import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';

type Gold = {
  readonly documents: Readonly<Record<string, { readonly file: string; readonly published: string | null }>>;
  readonly across: { readonly aliases: Readonly<Record<string, readonly string[]>> };
};

const plain = (form: string): string => form.replace(/^the /i, '').replace(/\s+/g, ' ');

/**
 * Whether each actor that the five examples name in many ways is one actor in all of them: every mention in one of its forms,
 * but for capitals that are named as places, must lead to the same id.
 */
export function measureAcross(benchDir: string): readonly BenchRow[] {
  const folder = join(benchDir, '../examples/afghanistan');
  if (!existsSync(join(folder, 'gold.json'))) throw new BenchSkipped(`no ${folder}`);
  const { documents, across } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold;
  const mentions = Object.values(documents).flatMap(({ file, published }) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const facts = { title: null, outlet: null, url: null, agency: null, dateline: null, chain: [], language: 'en' };
    return readArticle({ id: file, text, published, ...facts }, loadKnowledge()).mentions.map(
      ({ start, end, actor }) => ({
        form: plain(text.slice(start, end)),
        actor,
      }),
    );
  });
  let one = 0;
  let counted = 0;
  const split: string[] = [];
  for (const [name, aliases] of Object.entries(across.aliases)) {
    const forms = new Set([name, ...aliases].map(plain));
    const named = mentions.filter(({ form, actor }) => forms.has(form) && actor !== null);
    counted += named.length;
    if (new Set(named.map(({ actor }) => actor)).size === 1) one += 1;
    else split.push(name);
  }
  const sets = Object.keys(across.aliases).length;
  const score = `${one} of ${sets} alias sets are one actor (${counted} mentions)${split.length > 0 ? `; split: ${split.join(', ')}` : ''}`;
  return [{ task: 'one actor across articles', data: 'five examples', rows: sets, score }];
}
