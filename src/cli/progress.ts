import type { Writable } from 'node:stream';
import type { QueueCount, Step } from '../domain/ports/queue.ts';

const LABELS: readonly (readonly [Step, string])[] = [
  ['clean', 'cleaned'],
  ['read', 'read'],
  ['relate', 'related'],
];
const EVERY_MS = 200;

/** Progress per step: one line that is written over on a terminal, nothing where there is none but the last state. */
export function showProgress(
  stream: Writable,
  before: readonly QueueCount[],
): {
  readonly show: (counts: readonly QueueCount[]) => void;
  readonly end: () => void;
} {
  const isTerminal = (stream as { isTTY?: boolean }).isTTY === true;
  let line = '';
  let shownAtMs = 0;
  return {
    show: (counts) => {
      line = LABELS.map(([step, label]) => part(step, label, counts, before)).join(' → ');
      if (!isTerminal || performance.now() - shownAtMs < EVERY_MS) return;
      shownAtMs = performance.now();
      stream.write(`\r\u001b[K${line}`);
    },
    end: () => {
      if (line) stream.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`);
    },
  };
}

/** What this run did of a step and what is left of it; the archive counts since it was made. */
function part(step: Step, label: string, now: readonly QueueCount[], before: readonly QueueCount[]): string {
  const find = (counts: readonly QueueCount[]) => counts.find((count) => count.step === step);
  const [at, from] = [find(now), find(before)];
  const done = (at?.done ?? 0) - (from?.done ?? 0);
  const left = (at?.waiting ?? 0) + (at?.working ?? 0);
  return left ? `${label} ${done} (${left} to go)` : `${label} ${done}`;
}
