import type { MainTextWeights } from '../../src/clean/main-text/weights.ts';
import { plainPage } from '../../src/clean/text/plain-page.ts';
import { mulberry } from './boosting.ts';
import { byLine, labelBlocks } from './labels.ts';
import { LINE_GROWTH, trainMainText } from './main-text.ts';
import type { GoldPage } from './pages.ts';
import { saveWeights } from './save.ts';

/** The visible lines of a page, as copying the whole page gives them. */
export const visibleLines = (page: GoldPage): readonly string[] =>
  page.text.blocks.filter((block) => !block.hidden).flatMap((block) => block.text.split('\n'));

/** Trains the judgement of lines in plain text from pages whose body is known. */
export const trainLineWeights = (pages: readonly GoldPage[], say: (line: string) => void): MainTextWeights =>
  trainMainText(textsFrom(pages), LINE_GROWTH, say);

/** Trains the judgement of lines and saves it under a name. */
export function trainLines(name: string, pages: readonly GoldPage[], say: (line: string) => void): void {
  const texts = textsFrom(pages);
  say(`${name}: ${texts.length} texts from ${pages.length} pages`);
  saveWeights(name, { texts: texts.length, pages: pages.length, seed: 7 }, trainMainText(texts, LINE_GROWTH, say));
}

const textsFrom = (pages: readonly GoldPage[]) => pages.filter((page) => page.row.gold.body).flatMap(textsOf);

/** Lines before and after the article that a reader's selection may take along. */
const BEFORE = 8;
const AFTER = 20;

/** Two texts of a page: all its lines, and the article as a reader pastes it, with some lines around it. */
function textsOf(page: GoldPage): readonly GoldPage[] {
  const random = mulberry(page.row.id.length * 7919 + Number(page.row.id.replace(/\D/g, '')));
  const lines = visibleLines(page);
  const whole = asText(page, lines);
  const first = whole.labels.target.findIndex((target) => target >= 0.5);
  const last = whole.labels.target.findLastIndex((target) => target >= 0.5);
  if (first < 0) return [whole];
  const from = Math.max(0, first - Math.floor(random() * BEFORE));
  const to = Math.min(lines.length, last + 1 + Math.floor(random() * AFTER));
  const pasted = asText(page, lines.slice(from, to));
  return [whole, pasted];
}

function asText(page: GoldPage, lines: readonly string[]): GoldPage {
  const text = plainPage(lines);
  return { row: page.row, fold: page.fold, text, labels: labelBlocks(text.blocks, page.row.gold, byLine) };
}
