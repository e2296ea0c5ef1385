import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage, type Name } from '../../src/language/language.ts';
import { type BenchRow, benchDirectory, print } from './gold.ts';

type Row = {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
};

const TYPES = ['PER', 'ORG', 'LOC'];

/**
 * Names of persons, organisations and places: exact span and type. The shipped model has learned from these very sets, so what
 * this prints is no promise; the figures by cross-validation stand in models/names/card.md.
 */
export async function run(benchDir: string): Promise<BenchRow[]> {
  const language = loadLanguage();
  return ['crossner-politics.dev', 'wikigold', 'uner-ewt-dev', 're3d.dev'].map((set) => {
    const gold = readFileSync(join(benchDir, 'data/names', `${set}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
    const before = process.cpuUsage();
    const found = gold.map((row) => language.names(row.text));
    const { user, system } = process.cpuUsage(before);
    return {
      task: 'names (seen in training)',
      data: set,
      rows: gold.length,
      score: scoreOf(gold, found),
      speed: `${Math.round(gold.length / ((user + system) / 1e6))} rows/CPU-s`,
    };
  });
}

function scoreOf(gold: readonly Row[], found: readonly (readonly Name[])[]): string {
  const f1Of = (types: readonly string[]): string => {
    let right = 0;
    let predicted = 0;
    let whole = 0;
    gold.forEach((row, r) => {
      const key = (name: { start: number; end: number; type: string }) => `${name.start},${name.end},${name.type}`;
      const wanted = new Set(row.entities.filter(({ type }) => types.includes(type)).map(key));
      whole += wanted.size;
      for (const name of found[r]!) {
        if (!types.includes(name.type)) continue;
        predicted++;
        if (wanted.has(key(name))) right++;
      }
    });
    return ((200 * right) / (predicted + whole)).toFixed(1);
  };
  return `F1 ${f1Of(TYPES)}  (${TYPES.map((type) => `${type} ${f1Of([type])}`).join(', ')})`;
}

if (import.meta.main) print(await run(benchDirectory()));
