import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Complaint, type House } from './command.ts';
import type { Output } from './output.ts';

export type Row = Readonly<Record<string, unknown>>;
/** A row's identity as given: any string or number, echoed; null where the line has none. */
export type RowId = string | number | null;

/** A line of input: a row, or why it is none. */
export type Line = { readonly id: RowId; readonly row: Row } | { readonly id: RowId; readonly error: string };

/** Lines of standard input or of files, in order, one in memory at a time. Throws `Complaint` for a file that is not there, and where no file holds a row. */
export async function* linesOf(house: House, operands: readonly string[]): AsyncIterable<Line> {
  let found = 0;
  for (const operand of operands.length ? operands : ['-']) {
    let number = 0;
    for await (const text of splitLines(await openInput(house, operand))) {
      number += 1;
      if (!text.trim()) continue;
      found += 1;
      yield parseLine(text, `${operand === '-' ? 'line' : `${operand}, line`} ${number}`);
    }
  }
  if (found === 0)
    throw new Complaint(
      `There is no row in ${operands.some((one) => one !== '-') ? operands.join(', ') : 'standard input'}.`,
    );
}

/**
 * Answers each line of input with one line of output, in order; a line that cannot be answered gives `{id, error}` and the run goes on.
 * Exit code: 0, or 1 when no line gave a usable answer.
 */
export async function answerRows(
  house: House,
  out: Output,
  operands: readonly string[],
  answer: (row: Row, id: RowId) => Promise<Row> | Row,
): Promise<number> {
  let usable = 0;
  for await (const line of linesOf(house, operands)) {
    const reply =
      'error' in line ? { id: line.id, error: line.error } : { id: line.id, ...(await attempt(answer, line)) };
    if (!('error' in reply)) usable += 1;
    await out.line(reply);
    if (out.closed()) break;
  }
  return usable > 0 || out.closed() ? 0 : 1;
}

/** All rows of the input, for commands that answer at its end; errors are written as they are met. */
export async function collectRows<T>(
  house: House,
  out: Output,
  operands: readonly string[],
  accept: (row: Row, id: RowId) => T,
): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of linesOf(house, operands)) {
    if ('error' in line) {
      await out.line({ id: line.id, error: line.error });
      continue;
    }
    try {
      rows.push(accept(line.row, line.id));
    } catch (error) {
      await out.line({ id: line.id, error: sentence(error) });
    }
  }
  return rows;
}

/** A row that lacks what the command needs. */
export class RowError extends Error {
  override readonly name = 'RowError';
}

/** A text field; undefined when absent. Throws `RowError` where it is something else. */
export function textField(row: Row, name: string): string | undefined {
  const value = row[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new RowError(`"${name}" is not a string`);
  return value;
}

/** A text field that must be there. */
export function neededField(row: Row, name: string): string {
  const value = textField(row, name);
  if (value === undefined) throw new RowError(`"${name}" is missing`);
  return value;
}

/** A row's id as text, for commands that compare rows with each other. */
export function neededId(id: RowId): string {
  if (id === null) throw new RowError('"id" is missing');
  return String(id);
}

async function attempt(
  answer: (row: Row, id: RowId) => Promise<Row> | Row,
  line: { id: RowId; row: Row },
): Promise<Row> {
  try {
    return await answer(line.row, line.id);
  } catch (error) {
    return { error: sentence(error) };
  }
}

function sentence(error: unknown): string {
  return error instanceof RowError
    ? error.message
    : `this row could not be answered (${error instanceof Error ? error.message : String(error)})`;
}

function parseLine(text: string, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: `${where} is not JSON` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: `${where} is not a JSON object` };
  const row = value as Row;
  const id = row.id;
  return { id: typeof id === 'string' || typeof id === 'number' ? id : null, row };
}

async function openInput(house: House, operand: string): Promise<Readable> {
  if (operand === '-') return house.stdin;
  const path = house.path(operand);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Complaint(`There is no file ${operand}.`);
  if (!found.isFile()) throw new Complaint(`${operand} is a folder; this command takes files.`);
  return createReadStream(path);
}

/** Splits at line feeds only: a JSON string may hold U+2028, which node:readline takes for a line's end. */
async function* splitLines(input: Readable): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8');
  let pieces: string[] = [];
  for await (const chunk of input) {
    const parts = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
    for (const part of parts.slice(0, -1)) {
      pieces.push(part);
      yield pieces.join('');
      pieces = [];
    }
    pieces.push(parts.at(-1)!);
  }
  pieces.push(decoder.decode());
  const last = pieces.join('');
  if (last) yield last;
}
