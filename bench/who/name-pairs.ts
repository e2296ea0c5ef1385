import { join } from 'node:path';
import { type NameKind, sameName } from '../../src/read/who/same-name.ts';
import { percent, rowsOf } from '../read-facts/rows.ts';
import type { BenchRow } from '../row.ts';

type NamePair = {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly is_match: 'true' | 'false';
};

const SURE = 0.5;
const kindOf = (schema: string): NameKind => (schema === 'Person' ? 'person' : 'organisation');

/** Whether two names are one's: F1 of "the same" from .5 on. */
export function measureNamePairs(benchDir: string): readonly BenchRow[] {
  const pairs = rowsOf<NamePair>(join(benchDir, 'data/actors/os-name-cases.jsonl'));
  let hit = 0;
  let said = 0;
  let wanted = 0;
  for (const { schema, name1, name2, is_match } of pairs) {
    const same = sameName(name1, name2, kindOf(schema)) >= SURE;
    if (same) said++;
    if (is_match === 'true') wanted++;
    if (same && is_match === 'true') hit++;
  }
  const score = `F1 ${percent(2 * hit, said + wanted)} (P ${percent(hit, said)}, R ${percent(hit, wanted)})`;
  return [{ task: 'name pairs', data: 'OpenSanctions name cases', rows: pairs.length, score }];
}
