import { join } from 'node:path';
import { findEvents } from '../../src/read/events/events.ts';
import type { BenchRow } from '../row.ts';
import { lengthOf, percent, rowsOf, timed } from './rows.ts';

type PlvRow = {
  readonly text: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly quad: string;
};
type Named = { readonly text: string };
type GsrRow = {
  readonly text: string;
  readonly events: readonly {
    readonly type: string;
    readonly source: readonly Named[];
    readonly target: readonly Named[];
  }[];
};
type Triple = { readonly type: string; readonly source: string; readonly target: string };

/** Types of the older PLOVER draft that the GSR rows use → the types of the codebook since. */
const RENAMED: Readonly<Record<string, string>> = {
  CONCEDE: 'YIELD',
  RETREAT: 'YIELD',
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/** Event classes with the actors given (PLV), and whole triples (GSR, older type names read as today's). */
export function measureEvents(benchDir: string): readonly BenchRow[] {
  const plv = rowsOf<PlvRow>(join(benchDir, 'data/events/plv.train.jsonl'));
  const { answer, speed } = timed(lengthOf(plv), () =>
    plv.map(({ text, source, target }) => findEvents(text, { given: { source, target } })[0]),
  );
  const right = plv.filter(({ label }, i) => answer[i]?.type === label).length;
  const quads = plv.filter(({ quad }, i) => String(answer[i]?.quad) === quad).length;
  const gsr = rowsOf<GsrRow>(join(benchDir, 'data/events/plover-gsr.jsonl'));
  return [
    {
      task: 'event classes',
      data: 'PLV train, actors given',
      rows: plv.length,
      score: `accuracy ${percent(right, plv.length)} %, quad ${percent(quads, plv.length)} %`,
      speed,
    },
    { task: 'events', data: 'PLOVER GSR, actors found', rows: gsr.length, score: triplesOf(gsr) },
  ];
}

/** Triples match as in score/events.mjs: same type, and a shared content word in source and in target. */
function triplesOf(rows: readonly GsrRow[]): string {
  const byText = Map.groupBy(rows, ({ text }) => text);
  let gold = 0;
  let found = 0;
  let right = 0;
  for (const [text, same] of byText) {
    const wanted = same.flatMap(({ events }) => events.flatMap(triples));
    const got: readonly Triple[] = findEvents(text);
    gold += wanted.length;
    found += got.length;
    const used = new Set<number>();
    for (const event of got) {
      const hit = wanted.findIndex((want, i) => !used.has(i) && matches(want, event));
      if (hit >= 0) used.add(hit);
    }
    right += used.size;
  }
  const [p, r] = [right / found, right / gold];
  return `triple P ${percent(right, found)} R ${percent(right, gold)} F1 ${percent(2 * p * r, p + r)} (${gold} triples)`;
}

function triples({ type, source, target }: GsrRow['events'][number]): readonly Triple[] {
  const named = (list: readonly Named[]) => (list.length > 0 ? list.map(({ text }) => text) : ['']);
  return named(source).flatMap((from) =>
    named(target).map((to) => ({ type: RENAMED[type] ?? type, source: from, target: to })),
  );
}

const matches = (a: Triple, b: Triple): boolean =>
  a.type === b.type && shareWord(a.source, b.source) && shareWord(a.target, b.target);

function shareWord(a: string, b: string): boolean {
  const words = (name: string) =>
    new Set(
      (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(?:the|a|an|of|and|s|in|on)$/.test(word)),
    );
  const [left, right] = [words(a), words(b)];
  return left.size === 0 && right.size === 0 ? true : [...left].some((word) => right.has(word));
}
