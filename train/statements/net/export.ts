import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLanguage } from '../../../src/language/language.ts';
import {
  CUE_INPUT_WIDTH,
  CUE_TABLES,
  cueInputs,
  stretchesOf,
} from '../../../src/read/statements/learned/cue-inputs.ts';
import { ROLE_INPUT_WIDTH, ROLE_TABLES, roleInputs } from '../../../src/read/statements/learned/role-inputs.ts';
import { windowOf } from '../../../src/read/statements/learned/setting.ts';
import { mayBeCue } from '../../../src/read/statements/learned/view.ts';
import { goldPassage, readGold } from '../gold.ts';

export const STATEMENT_FOLDER = join(tmpdir(), 'stemma-train/statements');

/** Writes what the statement nets learn from as plain files of numbers: states, table rows, stretches, windows, gold. */
export function exportStatements(benchDir: string): void {
  mkdirSync(STATEMENT_FOLDER, { recursive: true });
  const language = loadLanguage();
  let width = 0;
  for (const part of ['train', 'dev']) {
    const rows = readGold(join(benchDir, `data/statements/polnear-${part}.jsonl`));
    const file = (name: string) => openSync(join(STATEMENT_FOLDER, `${part}.${name}.bin`), 'w');
    const files = {
      states: file('states'),
      cues: file('cues'),
      labels: file('labels'),
      roles: file('roles'),
      gold: file('gold'),
    };
    const put = (name: keyof typeof files, array: Int32Array | Int16Array | Int8Array) =>
      void writeSync(files[name], new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    const articles: number[] = [];
    const stretches: number[] = [];
    const windows: number[] = [];
    let base = 0;
    for (const row of rows) {
      const { view, statements, hidden } = goldPassage(row, (segments) =>
        language.analyseTokens(segments, { states: true, names: false }),
      );
      const count = view.passage.count;
      width = view.states.width;
      put('states', view.states.of);
      const cueRows = new Int32Array(count * CUE_INPUT_WIDTH);
      cueInputs(view, 0, count, cueRows);
      put('cues', cueRows);
      const heads = new Set(statements.map(({ head }) => head));
      put(
        'labels',
        Int8Array.from({ length: count }, (_, i) =>
          heads.has(i) ? 1 : hidden[i] === 1 || !mayBeCue(view, i) ? -1 : 0,
        ),
      );
      for (const [first, end] of stretchesOf(view)) stretches.push(base + first, end - first);
      for (const { head, roles } of statements) {
        const [first, last] = windowOf(view, head);
        const length = last - first + 1;
        const roleRows = new Int32Array(length * ROLE_INPUT_WIDTH);
        roleInputs(view, head, roleRows);
        put('roles', roleRows);
        put(
          'gold',
          Int8Array.from({ length }, (_, w) => roles.get(first + w) ?? 0),
        );
        windows.push(base + first, length, base + head);
      }
      articles.push(count, statements.length, stretches.length / 2, windows.length / 3);
      base += count;
    }
    for (const open of Object.values(files)) closeSync(open);
    const write = (name: string, list: readonly number[]) =>
      writeFileSync(join(STATEMENT_FOLDER, `${part}.${name}.bin`), new Uint8Array(Int32Array.from(list).buffer));
    write('articles', articles);
    write('stretches', stretches);
    write('windows', windows);
    process.stderr.write(`${part}: ${rows.length} articles, ${base} words, ${windows.length / 3} statements\n`);
  }
  writeFileSync(
    join(STATEMENT_FOLDER, 'facts.json'),
    JSON.stringify({
      state: width,
      cueWidth: CUE_INPUT_WIDTH,
      cueRows: CUE_TABLES.rows,
      roleWidth: ROLE_INPUT_WIDTH,
      roleRows: ROLE_TABLES.rows,
    }),
  );
}

if (import.meta.main)
  exportStatements(process.env.STEMMA_BENCH ?? join(import.meta.dirname, '../../../../shared/bench'));
