import { readFileSync } from 'node:fs';
import type { Analysis, Segments } from '../../src/language/language.ts';
import { type Passage, readPassage } from '../../src/read/passage.ts';
import { findStatements } from '../../src/read/statements/find-statements.ts';
import { type View, viewOf } from '../../src/read/statements/learned/view.ts';
import { AUXILIARY, DETERMINER, NEGATION, PREPOSITION } from '../../src/read/statements/word-classes.ts';

type GoldSpan = readonly [start: number, end: number];
export type GoldRow = {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly {
    readonly source: readonly GoldSpan[];
    readonly cue: readonly GoldSpan[];
    readonly content: readonly GoldSpan[];
  }[];
  readonly discard?: readonly GoldSpan[];
};

/** A gold statement in words: the head of its cue, and the role (0 none, 1 source, 2 cue, 3 content) of each word it touches. */
export type GoldStatement = { readonly head: number; readonly roles: ReadonlyMap<number, number> };
/** `hidden[i]` is 1 where the annotators marked nothing on purpose: inside contents (only the outermost is marked) and discarded parts. */
export type GoldPassage = {
  readonly id: string;
  readonly view: View;
  readonly statements: readonly GoldStatement[];
  readonly hidden: Uint8Array;
};

export const readGold = (path: string): readonly GoldRow[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export function goldPassage(row: GoldRow, analyse: (segments: Segments) => Analysis): GoldPassage {
  const passage = readPassage(row.text);
  const view = viewOf(passage, analyse(passage.segments), findStatements(passage));
  const hidden = new Uint8Array(passage.count);
  for (const [start, end] of row.discard ?? []) for (const i of wordsIn(passage, start, end)) hidden[i] = 1;
  const statements: GoldStatement[] = [];
  for (const { source, cue, content } of row.statements) {
    for (const [start, end] of content) for (const i of wordsIn(passage, start, end)) hidden[i] = 1;
    const roles = new Map<number, number>();
    for (const [spans, role] of [
      [content, 3],
      [source, 1],
      [cue, 2],
    ] as const)
      for (const [start, end] of spans) for (const i of wordsIn(passage, start, end)) roles.set(i, role);
    const cueWords = [...roles]
      .filter(([, role]) => role === 2)
      .map(([i]) => i)
      .sort((a, b) => a - b);
    const head = headOfCue(view, cueWords);
    if (head !== undefined) statements.push({ head, roles });
  }
  return { id: row.id, view, statements, hidden };
}

function wordsIn(passage: Passage, start: number, end: number): readonly number[] {
  let low = 0;
  let high = passage.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passage.end[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i < passage.count && passage.start[i]! < end; i++) found.push(i);
  return found;
}

/** The word a cue is known by: the highest in the parse that is no auxiliary, or without a parse the first word of substance. */
function headOfCue(view: View, words: readonly number[]): number | undefined {
  const { head, passage } = view;
  const substance = words.filter((i) => {
    const lower = passage.lower[i]!;
    return (
      !AUXILIARY.has(lower) &&
      !NEGATION.has(lower) &&
      !DETERMINER.has(lower) &&
      lower !== 'to' &&
      view.sort[i] !== 8 &&
      view.sort[i] !== 11
    );
  });
  const parsed = head.some((up) => up >= 0);
  if (parsed) {
    const inside = new Set(words);
    const top =
      substance.find((i) => !inside.has(head[i]!) && !PREPOSITION.has(passage.lower[i]!)) ??
      substance.find((i) => !PREPOSITION.has(passage.lower[i]!));
    if (top !== undefined) return top;
  }
  return substance.find((i) => !PREPOSITION.has(passage.lower[i]!)) ?? substance[0] ?? words[0];
}
