import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'hono/html';
import { parseHTML } from 'linkedom';
import type { Span } from '../../domain/span.ts';
import type { Statement } from '../../domain/statement.ts';
import { markedTitle, numbered, paragraphsOf } from './marked-text.ts';

const said = (id: string, content: readonly Span[], source: readonly Span[] = []): Statement => ({
  ...{ id, source, cue: [], content, kind: 'speech', mode: 'indirect', stance: 'asserts', hedges: [] },
  ...{ speaker: null, jointly: [], to: [], via: [], saidOn: null, parent: null, confidence: 1 },
});

async function shown(text: string, statements: readonly Statement[]) {
  const markup =
    await html`<main>${paragraphsOf(text, numbered(statements)).map(({ words }) => html`<p>${words}</p>`)}</main>`;
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const refs = [...document.querySelectorAll('sup')].map((sup) => sup.textContent);
  for (const sup of document.querySelectorAll('sup')) sup.remove();
  const paragraphs = [...document.querySelectorAll('p')].map((p) => p.textContent);
  const marks = [...document.querySelectorAll('mark')].map((mark) => [mark.id, mark.textContent]);
  return { paragraphs, marks, refs };
}

const TEXT = 'The mayor said the bridge is safe.\n\n“It is,” she said. “I crossed <it> & came back.”';

test('a statement inside a statement is marked inside it, and its number comes first', async () => {
  const outer = said('outer', [[15, 33]], [[0, 9]]);
  const inner = said('inner', [[26, 33]], [[15, 25]]);
  const { marks, refs, paragraphs } = await shown(TEXT, [inner, outer]);
  assert.deepEqual(marks, [
    ['s-outer', 'the bridge is safe'],
    ['s-inner', 'is safe'],
  ]);
  assert.deepEqual(refs, ['2', '1']);
  assert.deepEqual(paragraphs, TEXT.split('\n\n'));
});

test('words in pieces carry their place at the first and their number at the last', async () => {
  const { marks, refs } = await shown(TEXT, [
    said('a', [
      [36, 44],
      [56, TEXT.length],
    ]),
  ]);
  assert.deepEqual(marks, [
    ['s-a', '“It is,”'],
    ['', TEXT.slice(56)],
  ]);
  assert.deepEqual(refs, ['1']);
});

test('words over two paragraphs are marked in both', async () => {
  const { marks, refs, paragraphs } = await shown(TEXT, [said('a', [[15, 44]])]);
  assert.deepEqual(marks, [
    ['s-a', 'the bridge is safe.'],
    ['', '“It is,”'],
  ]);
  assert.deepEqual(refs, ['1']);
  assert.deepEqual(paragraphs, TEXT.split('\n\n'));
});

test('whatever spans cross, the text stays as it is and every statement has one place and one number', async () => {
  // A fixed sequence of numbers, so that a failure can be looked at again (Park & Miller 1988).
  let seed = 20_260_101;
  const below = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 300; round++) {
    const statements = Array.from({ length: 1 + below(6) }, (_, at) => {
      const start = below(TEXT.length - 2);
      const end = start + 1 + below(TEXT.length - start - 1);
      const sourceStart = below(TEXT.length - 2);
      return said(`${round}-${at}`, [[start, end]], [[sourceStart, sourceStart + 1 + below(9)]]);
    }).filter(({ content: [span] }) => TEXT.slice(span![0], span![1]).trim() !== '');
    const { paragraphs, marks, refs } = await shown(TEXT, statements);
    assert.deepEqual(
      paragraphs,
      TEXT.split('\n\n'),
      JSON.stringify(statements.map(({ content, source }) => [content, source])),
    );
    assert.deepEqual(
      marks
        .map(([id]) => id)
        .filter(Boolean)
        .sort(),
      statements.map(({ id }) => `s-${id}`).sort(),
      JSON.stringify(statements.map(({ content }) => content)),
    );
    assert.deepEqual(
      refs.map(Number).sort(),
      statements.map((_, at) => at + 1),
    );
  }
});

test('a statement in the title is marked in the title alone', async () => {
  const statement = said('t', [[7, 18, 'title']]);
  assert.match(
    String(await markedTitle('Mayor: bridge safe', numbered([statement]))),
    /^Mayor: <mark class="said" id="s-t">bridge safe<\/mark>/,
  );
  assert.deepEqual((await shown(TEXT, [statement])).marks, []);
});
