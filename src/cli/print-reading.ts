import { styleText } from 'node:util';
import type { Article } from '../domain/article.ts';
import type { Reading } from '../domain/reading.ts';
import { wordsAt } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import { creditLine } from './print-article.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, words: string) => string;

const SURE = 0.8;

/** A reading for people: title, credit, and each statement with who, cue, words, mode, stance, hedges and chain. */
export function printReading(article: Article, reading: Reading, colour: boolean): string {
  const paint: Paint = (style, words) => (colour ? styleText(style, words, { validateStream: false }) : words);
  const lines = [paint('bold', article.title ?? '(no title)'), paint('dim', creditLine(article))];
  if (reading.publishedBetween && !article.published)
    lines.push(
      paint(
        'dim',
        `published between ${reading.publishedBetween.join(' and ')}: ${(reading.publishedBetweenWhy ?? []).join('; ')}`,
      ),
    );
  for (const step of article.chain)
    lines.push(paint('dim', `${step.step} ${step.from}${step.evidenceText ? ` (“${step.evidenceText}”)` : ''}`));
  lines.push('');
  const byId = new Map(reading.statements.map((statement) => [statement.id, statement]));
  for (const statement of reading.statements)
    lines.push(...printStatement(statement, depthOf(statement, byId), article, paint), '');
  lines.push(paint('dim', summary(article, reading)), '');
  return `${lines.join('\n')}\n`;
}

function printStatement(statement: Statement, depth: number, article: Article, paint: Paint): string[] {
  const words = (spans: Statement['content']) =>
    spans.map((span) => wordsAt(span, article.text, article.title ?? '')).join(' … ');
  const pad = '  '.repeat(depth);
  const speakers = [statement.speaker, ...statement.jointly].filter((ref) => ref !== null);
  const source = words(statement.source);
  const who = speakers.map((ref) => ref.name).join(' and ') || 'nobody named';
  const marks = [
    statement.mode,
    statement.kind === 'speech' ? undefined : statement.kind,
    ...statement.hedges.map((hedge) => `hedged “${hedge}”`),
    statement.saidOn ? `said ${statement.saidOn}` : undefined,
    statement.venue,
    statement.to.length ? `to ${statement.to.join(', ')}` : undefined,
    statement.via.length ? `via ${statement.via.map((step) => step.name).join(' ← ')}` : undefined,
    statement.confidence < SURE
      ? `doubtful (${[statement.confidence.toFixed(2), ...(statement.doubts ?? [])].join(': ')})`
      : undefined,
  ];
  const cue = words(statement.cue);
  const asWritten = source && source !== who ? ` (“${source}”)` : '';
  return [
    `${pad}${paint('bold', who)}${paint('dim', asWritten)} ${paint('cyan', statement.stance)}${cue ? paint('dim', ` [${cue}]`) : ''}`,
    `${pad}  ${words(statement.content).replace(/\s+/g, ' ')}`,
    `${pad}  ${paint('dim', marks.filter(Boolean).join(' · '))}`,
  ];
}

function depthOf(statement: Statement, byId: ReadonlyMap<string, Statement>): number {
  let depth = 0;
  for (let parent = statement.parent; parent !== null && depth < 8; parent = byId.get(parent)?.parent ?? null)
    depth += 1;
  return depth;
}

function summary(article: Article, reading: Reading): string {
  const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
  return [
    count(reading.statements.length, 'statement'),
    count(reading.actors.length, 'actor'),
    count(reading.figures.length, 'figure'),
    count(reading.dates.length, 'date'),
    count(article.furniture.length, 'line of page furniture set aside', 'lines of page furniture set aside'),
  ].join(' · ');
}
