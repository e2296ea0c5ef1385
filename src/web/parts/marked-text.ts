import { html } from 'hono/html';
import type { Span } from '../../domain/span.ts';
import type { Statement } from '../../domain/statement.ts';
import { placeId } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { STANCE_WORDS } from '../wording.ts';

/** A statement with the number it carries on its article's page. */
export type Numbered = { readonly number: number; readonly statement: Statement };

/** A piece of the text to be marked: some statement's words, or the words that name its source. */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly of: Numbered;
  readonly is: 'content' | 'source';
  /** First and last piece of the statement's content. */
  readonly opens: boolean;
  readonly closes: boolean;
};

/** Statements in the order in which their words stand: title first, then text. */
export function numbered(statements: readonly Statement[]): readonly Numbered[] {
  const placeOf = ({ content }: Statement) => (content[0]?.[2] === 'title' ? -1e9 : 0) + (content[0]?.[0] ?? 0);
  return [...statements]
    .filter((statement) => statement.content.length > 0)
    .sort((a, b) => placeOf(a) - placeOf(b) || b.content.at(-1)![1] - a.content.at(-1)![1])
    .map((statement, at) => ({ number: at + 1, statement }));
}

/** The paragraphs of a text with their offsets, each with the statements whose words end in it. */
export function paragraphsOf(
  text: string,
  statements: readonly Numbered[],
): readonly { readonly words: Markup; readonly ending: readonly Numbered[] }[] {
  const pieces = piecesOf(statements, undefined);
  const paragraphs: { words: Markup; ending: readonly Numbered[] }[] = [];
  for (const match of text.matchAll(/[^\n](?:.*(?:\n(?!\s*\n).*)*)/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const inside = clip(pieces, text, start, end);
    paragraphs.push({
      words: marked(text, start, end, inside),
      ending: inside.filter((piece) => piece.closes).map((piece) => piece.of),
    });
  }
  return paragraphs;
}

/** The title with the statements that stand in it. */
export const markedTitle = (title: string, statements: readonly Numbered[]): Markup =>
  marked(title, 0, title.length, clip(piecesOf(statements, 'title'), title, 0, title.length));

function piecesOf(statements: readonly Numbered[], field: 'title' | undefined): readonly Piece[] {
  const pieces = statements.flatMap((of) => [
    ...of.statement.content.map(
      (span, at): Piece => ({
        ...rangeOf(span),
        of,
        is: 'content',
        opens: at === 0,
        closes: at === of.statement.content.length - 1,
      }),
    ),
    ...of.statement.source.map((span): Piece => ({ ...rangeOf(span), of, is: 'source', opens: false, closes: false })),
  ]);
  const spanOf = (piece: Piece) =>
    [...piece.of.statement.content, ...piece.of.statement.source].find(
      (span) => span[0] === piece.start && span[1] === piece.end,
    );
  return pieces.filter((piece) => spanOf(piece)?.[2] === field);
}

const rangeOf = ([start, end]: Span) => ({ start, end });

const outermostFirst = (a: Piece, b: Piece) => a.start - b.start || b.end - a.end || (a.is === 'content' ? -1 : 1);

/** The parts of pieces that lie within [start, end); the first with words in it keeps `opens`, the last `closes`. */
const clip = (pieces: readonly Piece[], text: string, start: number, end: number): readonly Piece[] =>
  pieces
    .filter((piece) => piece.start < end && start < piece.end)
    .map((piece) => ({
      ...piece,
      start: Math.max(start, piece.start),
      end: Math.min(end, piece.end),
      opens: piece.opens && text.slice(piece.start, start).trim() === '',
      closes: piece.closes && text.slice(end, piece.end).trim() === '',
    }))
    .sort(outermostFirst);

/** Text with its pieces as nested marks. Pieces that cross are cut where the outer one ends, so that the marks nest. */
function marked(text: string, start: number, end: number, pieces: readonly Piece[]): Markup {
  const out: (Markup | string)[] = [];
  let at = start;
  let rest = [...pieces];
  while (rest.length > 0) {
    const piece = rest.shift()!;
    const inside = rest.filter((other) => other.start < piece.end);
    const crossing = inside.filter((other) => other.end > piece.end);
    rest = rest.filter((other) => other.start >= piece.end);
    rest.push(...crossing.map((other) => ({ ...other, start: piece.end, opens: false })));
    rest.sort(outermostFirst);
    out.push(text.slice(at, piece.start));
    const body = marked(
      text,
      piece.start,
      piece.end,
      inside.map((other) => (crossing.includes(other) ? { ...other, end: piece.end, closes: false } : other)),
    );
    out.push(piece.is === 'source' ? html`<span class="source">${body}</span>` : markOf(piece, body));
    at = piece.end;
  }
  out.push(text.slice(at, end));
  return html`${out}`;
}

function markOf({ of: { number, statement }, opens, closes }: Piece, body: Markup): Markup {
  const who = statement.speaker?.name ?? 'nobody named';
  const mark = opens
    ? html`<mark class="said" id="${placeId(statement.id)}">${body}</mark>`
    : html`<mark class="said">${body}</mark>`;
  if (!closes) return mark;
  return html`${mark}<sup class="ref"><a href="#n-${number}" aria-label="Statement ${number}: ${who} ${STANCE_WORDS[statement.stance]}">${number}</a></sup>`;
}
