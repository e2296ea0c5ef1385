import type { Writable } from 'node:stream';
import { correctionInWords } from '../domain/corrections/correction-words.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { CorrectionLine } from '../domain/ports/pages.ts';
import { makeOutput } from './output.ts';

const AT_A_TIME = 200;

const STATE_WORDS: Readonly<Record<CorrectionLine['state'], string>> = {
  holds: 'holds',
  due: 'on its way',
  'needs-look': 'needs a look',
  undone: 'undone',
};

/** Every correction, newest first, one a line. */
export async function listCorrections(archive: Archive, stdout: Writable, asJson: boolean): Promise<number> {
  const out = makeOutput(stdout);
  let after: string | null = null;
  let listed = 0;
  do {
    const { rows, next } = await archive.pages.corrections({ limit: AT_A_TIME, ...(after !== null && { after }) });
    for (const line of rows) await (asJson ? out.line(rowOf(line)) : out.text(`${lineOf(line)}\n`));
    listed += rows.length;
    after = next;
  } while (after !== null && !out.closed());
  if (listed === 0 && !asJson) await out.text('There are no corrections.\n');
  return 0;
}

const timeOf = (ms: number): string => new Date(ms).toISOString();

function lineOf({ correction, state, articles }: CorrectionLine): string {
  const { id, madeAtMs, reason, change } = correction;
  const where = articles > 1 ? ` in ${articles} articles` : '';
  return `${id}  ${timeOf(madeAtMs).slice(0, 16)}  ${`${STATE_WORDS[state]}${where}`.padEnd(12)}  ${correctionInWords(change)}${reason ? ` (${reason})` : ''}`;
}

function rowOf({ correction, state, articles, statement, article }: CorrectionLine) {
  const { id, madeAtMs, undoneAtMs, reason, change } = correction;
  return {
    ...{ id, at: timeOf(madeAtMs), state, articles, reason, change },
    ...(statement !== null && { statement }),
    ...(article !== null && { article: article.id }),
    ...(undoneAtMs !== undefined && { undoneAt: timeOf(undoneAtMs) }),
  };
}
