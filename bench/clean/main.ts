import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanCapture } from '../../src/clean/clean.ts';
import { loadWeights } from '../../src/clean/main-text/weights.ts';
import { foldOf, type GoldRow, HELD_OUT, readPage, readRows } from '../../train/clean/pages.ts';
import type { BenchRow } from '../row.ts';
import { fiveExamples } from './five-examples.ts';
import { readabilityArticle } from './peer.ts';
import { lineRows } from './plain-text.ts';
import { PAGE_TYPES, type Prediction, predict, type Scorer, scorerOf, tableRows } from './score.ts';

/**
 * Page → article on the sites that the measured weights have not seen (fold 0), by set and by kind of page; the shipped
 * weights' speed over all pages, beside Readability + linkedom in the same run; plain text by lines.
 */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  const score = await scorerOf(benchDir);
  const all = readRows(benchDir);
  const heldOut = all.filter((row) => foldOf(row.url) === HELD_OUT);
  const weights = { mainText: loadWeights('measured'), lines: loadWeights('lines-measured') };
  const own = heldOut.map((row) => predict(benchDir, row, weights));
  const rows: BenchRow[] = tableRows('page → article', score(heldOut, own).table);
  for (const type of PAGE_TYPES) {
    const of = new Set(own.filter((row) => row.type === type).map((row) => row.id));
    const gold = heldOut.filter((row) => of.has(row.id) && row.gold.body);
    if (gold.length)
      rows.push(
        ...tableRows(
          '  by kind of page',
          score(
            gold.map((row) => ({ ...row, corpus: type })),
            own,
          ).table,
        ),
      );
  }
  rows.push(...speedRows(benchDir, heldOut, score));
  rows.push(...lineRows(benchDir, heldOut, weights), ...fiveExamples(benchDir));
  return rows;
}

const asOneCorpus = (row: GoldRow): GoldRow => ({ ...row, corpus: row.gold.body ? 'bodies' : 'snippets' });

/** Every how many pages the peer is timed: it is slow, and the ratio needs no more. */
const PEER_STEP = 4;

function speedRows(benchDir: string, heldOut: readonly GoldRow[], score: Scorer['score']): BenchRow[] {
  const seconds = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const child = spawnSync(
    process.execPath,
    [
      '--max-semi-space-size=4',
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'speed.ts'),
      benchDir,
    ],
    { encoding: 'utf8' },
  );
  const own = JSON.parse(child.stdout) as { pages: number; seconds: number; memoryMb: number };
  let ownPart = 0;
  let peer = 0;
  const sample = heldOut.filter((_, index) => index % PEER_STEP === 0);
  const peers: Prediction[] = [];
  for (const row of sample) {
    const bytes = readPage(benchDir, row);
    ownPart += seconds(() => cleanCapture({ bytes, as: 'html', url: row.url }));
    peer += seconds(() => {
      peers.push({ id: row.id, ...readabilityArticle(bytes), published: null, type: 'other' });
    });
  }
  return [
    {
      task: 'cleaning speed',
      data: 'all development pages, end to end',
      rows: own.pages,
      score: `${(own.pages / own.seconds).toFixed(0)} pages/CPU-s`,
      speed: `${((own.seconds / own.pages) * 1000).toFixed(1)} ms/page`,
      memoryMb: own.memoryMb,
    },
    {
      task: 'ratio to Readability + linkedom',
      data: 'held-out pages, same run',
      rows: sample.length,
      score: `${(peer / ownPart).toFixed(1)} times as fast`,
      speed: `peer ${(sample.length / peer).toFixed(0)} pages/CPU-s`,
    },
    ...tableRows('peer: Readability + linkedom', score(sample.map(asOneCorpus), peers).table),
  ];
}
