import { styleText } from 'node:util';
import type { Article } from '../domain/article.ts';
import { KIND_WORDS, MODE_WORDS } from '../domain/mode-words.ts';
import type { Reading } from '../domain/reading.ts';
import { wordsAt } from '../domain/span.ts';
import type { Stance, Statement } from '../domain/statement.ts';
import { creditLine } from './print-article.ts';

export type PrintOptions = {
  readonly colour: boolean;
  /** Width to which lines are broken; undefined leaves them whole, for pipes. */
  readonly columns?: number | undefined;
};

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, words: string) => string;
type Printer = {
  readonly article: Article;
  readonly paint: Paint;
  readonly inside: (parent: string) => readonly Statement[];
  readonly columns: number | undefined;
};

const SURE = 0.8;
const INDENT = '  ';
/** Narrower than this nothing is broken: a line of words would not fit beside the indents. */
const LEAST_COLUMNS = 40;

const STANCE_STYLES: Readonly<Record<Stance, Style>> = {
  asserts: 'cyan',
  confirms: 'green',
  denies: 'red',
  questions: 'yellow',
  demands: 'magenta',
  declines: 'gray',
};

/** A reading for people: title, credit, and each statement with who, cue, words, mode, stance, hedges and chain; what is said inside a statement under it. */
export function printReading(article: Article, reading: Reading, options: PrintOptions): string {
  const paint: Paint = (style, words) =>
    options.colour && words ? styleText(style, words, { validateStream: false }) : words;
  const { columns } = options;
  const known = new Set(reading.statements.map(({ id }) => id));
  const printer: Printer = {
    article,
    paint,
    inside: (parent) => reading.statements.filter((one) => one.parent === parent),
    columns: columns !== undefined && columns >= LEAST_COLUMNS ? columns : undefined,
  };
  const outer = reading.statements.filter(({ parent }) => parent === null || !known.has(parent));
  return `${[
    ...headOf(article, reading, paint),
    '',
    ...outer.flatMap((statement) => printStatement(statement, 0, printer)),
    paint('dim', summary(article, reading)),
    '',
  ].join('\n')}\n`;
}

function headOf(article: Article, reading: Reading, paint: Paint): readonly string[] {
  const { publishedBetween: between, publishedBetweenWhy: why = [] } = reading;
  return [
    paint('bold', plain(article.title ?? '(no title)')),
    paint('dim', plain(creditLine(article))),
    ...(between && !article.published
      ? [paint('dim', plain(`published between ${between.join(' and ')}: ${why.join('; ')}`))]
      : []),
    ...article.chain.map(({ step, from, evidenceText }) =>
      paint('dim', plain(`${step} ${from}${evidenceText ? ` (“${evidenceText}”)` : ''}`)),
    ),
  ];
}

function printStatement(statement: Statement, depth: number, printer: Printer): readonly string[] {
  const { article, paint, columns } = printer;
  const words = (spans: Statement['content']) =>
    plain(spans.map((span) => wordsAt(span, article.text, article.title ?? '')).join(' … '));
  const pad = INDENT.repeat(depth);
  const block = (text: string, style?: Style) =>
    broken(text, `${pad}${INDENT}`, columns).map((line) => (style ? paint(style, line) : line));
  const source = words(statement.source);
  const who = nameOf(statement);
  const role = statement.speaker?.role;
  const cue = words(statement.cue);
  const asWritten = source && source !== who ? ` (“${source}”)` : role ? ` (${plain(role)})` : '';
  const stance = paint(STANCE_STYLES[statement.stance], statement.stance);
  return [
    `${pad}${paint('bold', who)}${paint('dim', asWritten)} ${stance}${cue ? paint('dim', ` [${cue}]`) : ''}`,
    ...block(words(statement.content)),
    ...block(plain(marksOf(statement).join(' · ')), 'dim'),
    ...(isDoubtful(statement) ? block(plain(doubtOf(statement)), 'yellow') : []),
    '',
    ...printer.inside(statement.id).flatMap((inner) => printStatement(inner, depth + 1, printer)),
  ];
}

const nameOf = ({ speaker, jointly }: Statement): string => {
  // "Russia and Pakistan" need not be said to speak with Russia and with Pakistan.
  const others = jointly.filter(({ name }) => !speaker?.name.includes(name));
  return plain([speaker, ...others].flatMap((ref) => ref?.name ?? []).join(' and ') || 'nobody named');
};

const marksOf = ({ mode, kind, hedges, saidOn, venue, to, via }: Statement): readonly string[] =>
  [
    MODE_WORDS[mode],
    KIND_WORDS[kind],
    ...hedges.map((hedge) => `hedged “${hedge}”`),
    saidOn ? `said ${saidOn}` : '',
    venue ?? '',
    to.length ? `to ${to.join(', ')}` : '',
    via.length ? `via ${via.map((step) => step.name).join(' ← ')}` : '',
  ].filter(Boolean);

const isDoubtful = ({ confidence }: Statement): boolean => confidence < SURE;

/** Why, and who else it may be. */
function doubtOf({ confidence, doubts = [], speaker }: Statement): string {
  const others = (speaker?.candidates ?? []).filter(({ actor }) => actor !== speaker?.actor);
  const reasons = [
    ...doubts,
    ...(others.length
      ? [`the speaker may be ${others.map(({ name, p }) => `${name} (${percent(p)})`).join(' or ')}`]
      : []),
  ];
  return `doubtful, ${percent(confidence)} sure${reasons.length ? `: ${reasons.join('; ')}` : ''}`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** One line without what a page may have hidden in its words to steer a terminal. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .trim();

/** Words in lines of at most so many columns, each with the indent before it. */
function broken(text: string, indent: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [`${indent}${text}`];
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + word.length >= columns) {
      lines.push(line);
      line = indent;
    }
    line += line.length > indent.length ? ` ${word}` : word;
  }
  return [...lines, line];
}

function summary(article: Article, reading: Reading): string {
  const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
  const doubtful = reading.statements.filter(isDoubtful).length;
  return [
    `${count(reading.statements.length, 'statement')}${doubtful ? `, ${doubtful} doubtful` : ''}`,
    count(reading.actors.length, 'actor'),
    count(reading.figures.length, 'figure'),
    count(reading.dates.length, 'date'),
    count(article.furniture.length, 'line of page furniture set aside', 'lines of page furniture set aside'),
  ].join(' · ');
}
