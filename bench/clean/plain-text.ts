import { cleanCapture } from '../../src/clean/clean.ts';
import type { CleanWeights } from '../../src/clean/main-text/weights.ts';
import { isArticle } from '../../src/domain/article.ts';
import { visibleLines } from '../../train/clean/lines.ts';
import { type GoldRow, loadPages } from '../../train/clean/pages.ts';
import type { BenchRow } from '../row.ts';

/** Lines around the article in the pasted kind. */
const AROUND = 10;

/**
 * Plain text made from held-out pages: all visible lines ("whole page"), or the article with the ten lines before and
 * after it ("pasted"). A line belongs to the article where four fifths of its runs of four words stand in the gold body.
 */
export function lineRows(
  benchDir: string,
  heldOut: readonly GoldRow[],
  weights: CleanWeights,
  sites = 'held-out sites',
): readonly BenchRow[] {
  const ids = new Set(heldOut.map((row) => row.id));
  const kinds = { 'whole page': newCount(), pasted: newCount() };
  for (const page of loadPages(benchDir, (row) => ids.has(row.id) && !!row.gold.body)) {
    const lines = visibleLines(page);
    const gold = shinglesOf(page.row.gold.body!);
    const truth = lines.map((line) => isFrom(line, gold));
    const first = truth.indexOf(true);
    const last = truth.lastIndexOf(true);
    if (first < 0) continue;
    const { title } = page.row.gold;
    count(kinds['whole page'], lines, truth, title, weights);
    const from = Math.max(0, first - AROUND);
    const to = Math.min(lines.length, last + 1 + AROUND);
    count(kinds.pasted, lines.slice(from, to), truth.slice(from, to), title, weights);
  }
  return Object.entries(kinds).map(([kind, { f1, lost, body, given, texts }]) => ({
    task: 'plain text → article, by line',
    data: `${kind}, ${sites}`,
    rows: texts,
    score: `line F1 ${((2 * (body - lost) * 100) / (body + given)).toFixed(1)} over all lines, ${((f1 / texts) * 100).toFixed(1)} as mean of texts; body lines lost ${lost} of ${body}`,
  }));
}

type Count = { texts: number; f1: number; lost: number; body: number; given: number };
const newCount = (): Count => ({ texts: 0, f1: 0, lost: 0, body: 0, given: 0 });

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function shinglesOf(body: string): ReadonlySet<string> {
  const words = wordsOf(body);
  const found = new Set(body.split('\n').map((line) => wordsOf(line).join(' ')));
  for (let i = 0; i + 4 <= words.length; i++) found.add(words.slice(i, i + 4).join(' '));
  return found;
}

function isFrom(line: string, gold: ReadonlySet<string>): boolean {
  const words = wordsOf(line);
  if (words.length < 4) return words.length > 0 && gold.has(words.join(' '));
  let shared = 0;
  for (let i = 0; i + 4 <= words.length; i++) if (gold.has(words.slice(i, i + 4).join(' '))) shared++;
  return shared >= (words.length - 3) * 0.8;
}

/** F1 over lines of one text; the headline is a field of its own and counts on neither side. */
function count(
  into: Count,
  lines: readonly string[],
  truth: readonly boolean[],
  title: string | null | undefined,
  weights: CleanWeights,
): void {
  const result = cleanCapture({ text: lines.join('\n') }, { weights });
  const kept = new Map<string, number>();
  if (isArticle(result))
    for (const paragraph of result.text.split('\n\n')) kept.set(paragraph, (kept.get(paragraph) ?? 0) + 1);
  const headline = wordsOf(title ?? '').join(' ');
  let both = 0;
  let wanted = 0;
  let given = 0;
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (wordsOf(line).join(' ') === headline) continue;
    const left = kept.get(line) ?? 0;
    if (left > 0) kept.set(line, left - 1);
    if (left > 0) given++;
    if (truth[i]) wanted++;
    if (truth[i] && left > 0) both++;
  }
  into.texts++;
  into.f1 += wanted + given > 0 ? (2 * both) / (wanted + given) : 1;
  into.lost += wanted - both;
  into.body += wanted;
  into.given += given;
}
