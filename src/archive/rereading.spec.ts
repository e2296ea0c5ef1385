import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Archive } from '../domain/ports/archive.ts';
import { articleOf, BRIDGE, keepSpecimen, readingOf, type Specimen } from './specimens.ts';

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

    it('finds statements again in a revised article, whose numbers were put right and whose top is new', async () => {
      const store = await open();
      const pier: Specimen = {
        title: 'Pier',
        text: 'The pier burnt on Monday.\n\nMayor Ina Brandt said twelve people were hurt when the roof fell. Engineer Tom Reker said the roof had been old. Reeve Odd Lunde said nothing more would come.',
        url: 'https://courier.example/pier',
        says: [
          ['Mayor Ina Brandt', 'said', 'twelve people were hurt when the roof fell'],
          ['Engineer Tom Reker', 'said', 'the roof had been old'],
          ['Reeve Odd Lunde', 'said', 'nothing more would come'],
        ],
      };
      const idsOf = async (article: string) => (await store.archive.readArticle(article))!.reading.statements;
      const first = await keepSpecimen(store.archive, pier, { story: 's-pier', storyline: 'l-pier' });
      const [hurt, old, more] = await idsOf(first.article);
      const revised: Specimen = {
        ...pier,
        text: 'The pier is gone, a day after it burnt.\n\nEngineer Tom Reker said the roof had been old. Mayor Ina Brandt said at noon that fourteen people were hurt when the roof fell on them. Reeve Odd Lunde said ships would wait.',
        says: [
          ['Engineer Tom Reker', 'said', 'the roof had been old'],
          ['Mayor Ina Brandt', 'said', 'fourteen people were hurt when the roof fell on them'],
          ['Reeve Odd Lunde', 'said', 'ships would wait'],
        ],
        atMs: 1_750_000_900_000,
      };
      const second = await keepSpecimen(store.archive, revised, { story: 's-pier', storyline: 'l-pier' });
      assert.deepEqual([second.outcome, second.article], ['revised', first.article]);
      const now = await idsOf(first.article);
      assert.deepEqual(
        now.slice(0, 2).map(({ id }) => id),
        [old!.id, hurt!.id],
      );
      assert.ok(!now.some(({ id }) => id === more!.id), 'what was said instead is another statement');
      const gone = await store.archive.pages.statement(more!.id);
      assert.ok(gone.state === 'here' && gone.page.line.withdrawn);
      await store.close();
    });
  });

  describe(`what a re-reading says it changed in ${name}`, () => {
    it('is nothing where only the version is new, and more than statements where names are', async () => {
      const { archive, close } = await open();
      const kept = await keepSpecimen(archive, BRIDGE);
      const first = readingOf(BRIDGE, kept.article);
      const same = await archive.keepReading(kept.revision, { ...first, reader: 'later' });
      assert.equal(same?.differs, false);
      const [mayor, ...others] = first.actors;
      const named = { ...first, reader: 'later', actors: [{ ...mayor!, kind: 'body' as const }, ...others] };
      const more = await archive.keepReading(kept.revision, named);
      assert.equal(more?.differs, true);
      assert.deepEqual(more?.changes, {
        ...{ kept: 2, reworded: [], added: [], withdrawn: [], speakers: [], stances: [] },
      });
      await close();
    });
  });

  describe(`re-reading an archive in ${name}`, () => {
    it('goes on where it was broken off, counts each article once, and reads again what an older reader has read', async () => {
      const { archive, close } = await open();
      const specimens = [1, 2, 3].map((number) => ({
        ...BRIDGE,
        url: `https://courier.example/${number}`,
        text: `${BRIDGE.text} No. ${number}`,
        atMs: 1_750_000_000_000 + number * 1000,
      }));
      for (const specimen of specimens) await keepSpecimen(archive, specimen);
      const wanted = { scope: 'outdated', reader: 'later', knowledge: 7 } as const;
      const run = await archive.beginRereading(wanted);
      assert.deepEqual([run.isResumed, run.total, run.report.articles], [false, 3, 0]);
      const read = async () => {
        const next = await archive.nextToReread(run.id);
        if (!next) return undefined;
        const specimen = specimens.find(({ text }) => text === next.cleaned.text)!;
        const first = readingOf(specimen, next.articleId);
        const later = { ...first, reader: 'later', statements: first.statements.slice(0, 1) };
        const kept = await archive.keepRereading(run.id, next.id, later);
        assert.equal(kept?.changes?.withdrawn.length, 1);
        assert.equal(await archive.keepRereading(run.id, next.id, later), undefined, 'once, whoever reads it too');
        return next.articleId;
      };
      const seen = [await read()];
      const again = await archive.beginRereading(wanted);
      assert.deepEqual([again.id, again.isResumed, again.report.articles], [run.id, true, 1]);
      seen.push(await read(), await read());
      assert.equal(await read(), undefined);
      assert.equal(new Set(seen).size, 3);
      const { report } = await archive.endRereading(run.id);
      assert.deepEqual(report.statements, { kept: 3, reworded: 0, added: 0, withdrawn: 3 });
      assert.deepEqual([report.articles, report.changed, report.besides, report.stopped], [3, 3, 0, 0]);
      assert.equal((await archive.beginRereading(wanted)).total, 0, 'all is up to date');
      const one = { articles: [seen[1]!] };
      assert.equal((await archive.beginRereading({ ...wanted, scope: one })).total, 1);
      assert.equal((await archive.beginRereading({ ...wanted, knowledge: 8 })).total, 3, 'newer knowledge is a reason');
      await close();
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
