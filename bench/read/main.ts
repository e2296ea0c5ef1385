import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { segment } from '../../src/language/language.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readArticle } from '../../src/read/read.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';
import { calibrationOf, riskAndCoverage } from './calibration.ts';

type GoldRow = {
  readonly id: string;
  readonly text: string;
  readonly meta?: { readonly date?: string };
  readonly articleChain?: readonly { readonly step: 'republishes'; readonly from: string }[];
};
type Score = { readonly p: number; readonly r: number; readonly f1: number };
type WhoScore = Readonly<
  Record<'speakerPct' | 'stancePct' | 'modePct' | 'nestedPct' | 'chainPct' | 'sureRightPct' | 'sureCoveragePct', number>
>;
type StatementScore = {
  readonly gold: number;
  readonly full: Score;
  readonly speech: { readonly full: Score };
  readonly spanExact: Readonly<Record<'source' | 'cue' | 'content', Score>>;
  readonly byType: { readonly direct: { readonly fullRecall: number; readonly matchRecall: number } };
};

/** Statements and speakers: PolNeAR's dev part (outermost attributions) and the five examples, with the risk–coverage curve. */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  const { scoreDocs } = await scorer(benchDir, 'statements.mjs');
  const { scoreWho } = await scorer(benchDir, 'who.mjs');
  const rows: BenchRow[] = [];
  for (const [data, path, outermost] of [
    ['PolNeAR dev', join(benchDir, 'data/statements/polnear-dev.jsonl'), true],
    ['five examples', join(benchDir, '../examples/afghanistan/statements.jsonl'), false],
  ] as const) {
    const gold = readRows(path);
    const { predicted, speed, sentences } = readAll(gold);
    const scored = predicted.map((row) => ({
      id: row.id,
      statements: row.statements.filter(({ parent }) => !outermost || !parent),
    }));
    const score = scoreDocs(gold, scored) as StatementScore;
    rows.push({
      task: 'statements',
      data,
      rows: gold.length,
      score: statementsLine(score),
      speed: `${speed} sentences/CPU-s (${sentences})`,
    });
    if (!outermost) {
      const who = scoreWho(gold, predicted) as WhoScore;
      rows.push({
        task: 'who',
        data,
        rows: gold.length,
        score: `speaker ${who.speakerPct} %, stance ${who.stancePct} %, mode ${who.modePct} %, nested ${who.nestedPct} %, chain ${who.chainPct} %; confidence ≥ .8: right ${who.sureRightPct} % at ${who.sureCoveragePct} %`,
      });
    } else {
      const right = riskAndCoverage(gold as never, scored as never);
      rows.push({
        task: 'confidence',
        data,
        rows: gold.length,
        score: `${right.curve} · calibration error ${calibrationOf(right.outcomes)}`,
      });
    }
  }
  return rows;
}

const percent = (x: number) => (100 * x).toFixed(1);
const statementsLine = ({ full, speech, spanExact, byType }: StatementScore) =>
  `FULL P ${percent(full.p)} R ${percent(full.r)} F1 ${percent(full.f1)}; speech P ${percent(speech.full.p)} R ${percent(speech.full.r)} F1 ${percent(speech.full.f1)}; direct R ${percent(byType.direct.matchRecall)}; exact source ${percent(spanExact.source.f1)} cue ${percent(spanExact.cue.f1)} content ${percent(spanExact.content.f1)}`;

function readAll(gold: readonly GoldRow[]) {
  const knowledge = loadKnowledge();
  // A warm-up over a third: the first articles cost twice the time of all later ones.
  for (const row of gold.slice(0, Math.ceil(gold.length / 3))) readArticle(articleOf(row), knowledge);
  const before = process.cpuUsage();
  const predicted = gold.map((row) => ({ id: row.id, ...readArticle(articleOf(row), knowledge) }));
  const { user, system } = process.cpuUsage(before);
  const sentences = gold.reduce((sum, { text }) => sum + segment(text).sentenceCount, 0);
  return { predicted, sentences, speed: Math.round(sentences / ((user + system) / 1e6)) };
}

const articleOf = (row: GoldRow) => ({
  id: String(row.id),
  text: row.text,
  title: null,
  published: row.meta?.date ?? null,
  outlet: null,
  url: null,
  agency: null,
  dateline: null,
  chain: (row.articleChain ?? []).map(({ step, from }) => ({ step, from })),
  language: 'en',
});

function readRows(path: string): readonly GoldRow[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BenchSkipped(`no statement gold at ${path}`);
  }
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

type Scorer = {
  readonly scoreDocs: (gold: unknown, predicted: unknown) => unknown;
  readonly scoreWho: (gold: unknown, predicted: unknown) => unknown;
};

async function scorer(benchDir: string, name: string): Promise<Scorer> {
  try {
    return await import(pathToFileURL(join(benchDir, 'score', name)).href);
  } catch {
    throw new BenchSkipped(`no scorer ${name} in ${benchDir}`);
  }
}
