import type { BenchRow } from './row.ts';

const HEADS = ['task', 'data', 'rows', 'score', 'speed', 'peak MB'] as const;

/** The rows as one table of plain text, columns as wide as their widest cell. */
export function printTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.task,
    row.data,
    String(row.rows),
    row.score,
    row.speed ?? '',
    row.memoryMb === undefined ? '' : String(row.memoryMb),
  ]);
  const widths = HEADS.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return `${[line(HEADS), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')}\n`;
}
