import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Archive } from '../domain/ports/archive.ts';
import { articleOf, BRIDGE, keepSpecimen, readingOf } from './specimens.ts';

type Open = () => Promise<{ readonly archive: Archive; readonly close: () => Promise<void> }>;

/** What every store must do when an article is read or taken in again. */
export function describeRereading(name: string, open: Open): void {
  describe(`a re-reading in ${name}`, () => {
    it('finds statements again by their words, and keeps what it does not find under its address', async () => {
      const store = await open();
      const kept = await keepSpecimen(store.archive, BRIDGE, { story: 's-oll', storyline: 'l-oll' });
      const first = readingOf(BRIDGE, kept.article);
      const [mayor, engineer] = first.statements;
      const [start, end] = mayor!.content[0]!;
      // A later reader sees the mayor's words two characters shorter and the engineer not at all.
      const shorter = { ...mayor!, id: 'new-id', content: [[start, end - 2] as const], confidence: 0.5 };
      const event = { start: 0, end: 3, value: 1, unit: '', counted: 'bridge', statement: 'new-id' };
      await store.archive.keepReading(kept.revision, {
        ...first,
        ...{ reader: 'later', statements: [shorter], figures: [event] },
      });
      const page = await store.archive.pages.article(kept.article);
      assert.ok(page.state === 'here');
      assert.deepEqual(
        page.page.reading.statements.map(({ id, confidence }) => [id, confidence]),
        [[mayor!.id, 0.5]],
      );
      assert.equal(page.page.reading.figures[0]?.statement, mayor!.id, 'what points to it follows');
      const lost = await store.archive.pages.statement(engineer!.id);
      assert.ok(lost.state === 'here' && lost.page.line.withdrawn);
      const listed = await store.archive.pages.search({ tab: 'statements', words: '', limit: 9 });
      assert.deepEqual(
        listed.statements.rows.map(({ id }) => id),
        [mayor!.id],
      );
      // Found again by a third reader, it stands where it stood.
      await store.archive.keepReading(kept.revision, first);
      const back = await store.archive.pages.statement(engineer!.id);
      assert.ok(back.state === 'here' && back.page.line.withdrawn === undefined);
      const actor = await store.archive.pages.actor('in:mayor-ina-brandt');
      assert.ok(actor.state === 'here');
      assert.equal(actor.page.said.length, 1, 'counted once however often it is read');
      await store.close();
    });
  });

  describe(`articles in ${name}`, () => {
    it('are told by their address, and without one by the bytes as given', async () => {
      const store = await open();
      const one = await keepSpecimen(store.archive, { title: 'One', text: 'First words here.' });
      const two = await keepSpecimen(store.archive, { title: 'One', text: 'First words here.' });
      const three = await keepSpecimen(store.archive, { title: 'One', text: 'Other words here.' });
      assert.equal(one.article, two.article);
      assert.notEqual(one.article, three.article);
      const read = await store.archive.revision(one.article);
      assert.deepEqual(read?.cleaned, articleOf({ title: 'One', text: 'First words here.' }));
      await store.close();
    });
  });
}
