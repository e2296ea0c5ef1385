import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Archive } from '../domain/ports/archive.ts';
import { describeRereading } from './rereading.spec.ts';
import { BRIDGE, captureOf, keepSpecimen, readingOf, type Specimen } from './specimens.ts';

export type OpenForSpec = () => Promise<{
  readonly archive: Archive;
  /** Moves the store's clock. */
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
}>;

const DENIAL: Specimen = {
  title: 'Company denies pillars moved',
  text: 'A spokeswoman for Varn Bau denied on Tuesday that the pillars of the Oll bridge had moved.',
  url: 'https://herald.example/varn-denies',
  outlet: 'Varn Herald',
  published: '2025-03-04',
  says: [['A spokeswoman for Varn Bau', 'denied', 'that the pillars of the Oll bridge had moved', 'denies']],
};
const OLL = { story: 's-oll', storyline: 'l-oll' };

/** What every store of the archive must do, whatever keeps the rows. */
export function describeArchive(name: string, open: OpenForSpec): void {
  describe(`the archive in ${name}`, () => {
    let store: Awaited<ReturnType<OpenForSpec>>;
    before(async () => {
      store = await open();
    });
    after(() => store.close());
    const pages = () => store.archive.pages;

    it('takes a page in once, however often it comes', async () => {
      const capture = captureOf(BRIDGE);
      assert.equal((await store.archive.keepCapture(capture)).outcome, 'new');
      assert.equal((await store.archive.keepCapture(capture)).outcome, 'known');
      const again = await store.archive.capture(capture.id);
      assert.deepEqual(again?.body, capture.body);
      assert.deepEqual(await store.archive.outcome(capture.id), { state: 'waiting' });
      assert.deepEqual(await store.archive.unfinished(), [{ step: 'clean', ref: capture.id }]);
    });

    it('keeps an article once, and a revision only when what is shown has changed', async () => {
      const first = await keepSpecimen(store.archive, BRIDGE, OLL);
      assert.equal(first.outcome, 'new');
      assert.equal((await keepSpecimen(store.archive, BRIDGE, OLL)).outcome, 'same');
      const changed = { ...BRIDGE, text: `${BRIDGE.text}\n\nThe bridge opens on Friday.`, atMs: 1_750_000_900_000 };
      const second = await keepSpecimen(store.archive, changed, OLL);
      assert.equal(second.outcome, 'revised');
      assert.equal(second.article, first.article);
      const page = await pages().article(first.article);
      assert.ok(page.state === 'here');
      assert.deepEqual(
        page.page.revisions.map(({ id }) => id),
        [second.revision, first.revision],
      );
      assert.match(page.page.cleaned.text, /opens on Friday/);
      const old = await pages().article(first.article, first.revision);
      assert.ok(old.state === 'here' && !old.page.cleaned.text.includes('Friday'));
      assert.equal((await store.archive.unfinished()).length, 0);
    });

    it('gives a statement with its verbatim words, and keeps its address over revisions', async () => {
      const { rows } = await pages().latest({ limit: 10 });
      assert.equal(rows.length, 1);
      const article = await pages().article(rows[0]!.id);
      assert.ok(article.state === 'here');
      const first = readingOf(BRIDGE, rows[0]!.id).statements[0]!;
      const page = await pages().statement(first.id);
      assert.ok(page.state === 'here', 'the id of the first reading still answers');
      assert.equal(page.page.line.sourceWords, 'Mayor Ina Brandt');
      assert.deepEqual(page.page.line.contentWords, ['the pillars had moved by a hand']);
      assert.equal(page.page.line.context, 'Mayor Ina Brandt said the pillars had moved by a hand.');
      assert.equal(article.page.reading.statements[0]!.id, first.id);
    });

    it('groups articles into a story whose statements stand by speaker', async () => {
      const denial = await keepSpecimen(store.archive, DENIAL, OLL);
      const story = await pages().story(OLL.story);
      assert.ok(story.state === 'here');
      assert.equal(story.page.line.outlets, 2);
      assert.equal(story.page.line.title, DENIAL.title);
      assert.deepEqual(
        story.page.line.articles.map(({ title }) => title),
        [DENIAL.title, BRIDGE.title],
      );
      assert.equal(story.page.speakers.length, 3);
      assert.equal((await pages().storyline(OLL.storyline)).state, 'here');
      assert.deepEqual(await store.archive.outcome(captureOf(DENIAL).id), {
        state: 'article',
        article: denial.article,
        placed: true,
      });
    });

    it('keeps a dispute with both its sides, and marks the story and the statements', async () => {
      const articles = await store.archive.storylineArticles(OLL.storyline);
      assert.deepEqual(
        articles.map(({ story }) => story),
        [OLL.story, OLL.story],
      );
      const [denial, bridge] = articles;
      const side = (article: typeof bridge, stance: 'asserts' | 'denies') => {
        const one = article!.reading.statements[0]!;
        const span = one.content[0]!;
        return {
          ...{ article: article!.id, statement: one.id, span, stance, speaker: one.speaker!.actor },
          quote: article!.text.slice(span[0], span[1]),
        };
      };
      const sides = [side(bridge, 'asserts'), side(denial, 'denies')];
      const claim = {
        id: 'c1',
        words: 'the pillars had moved by a hand',
        statements: sides.map(({ span, ...rest }) => ({ ...rest, content: [span] })),
      };
      await store.archive.keepGroup(OLL.storyline, {
        claims: [claim],
        disputes: [{ id: 'd1', claim: 'c1', kind: 'denial', sides, confidence: 0.8, why: 'denied in so many words' }],
        figures: [],
        origins: [{ story: OLL.story, outlets: ['Oll Courier', 'Varn Herald'], origins: ['Ina Brandt', 'Varn Bau'] }],
      });
      const story = await pages().story(OLL.story);
      assert.ok(story.state === 'here');
      assert.equal(story.page.line.denied, true);
      assert.equal(story.page.line.origins, 2);
      assert.equal(story.page.disputes[0]?.sides.length, 2);
      const statement = await pages().statement(sides[0]!.statement);
      assert.ok(statement.state === 'here' && statement.page.line.disputed);
      assert.deepEqual(
        statement.page.otherWordings.map(({ id }) => id),
        [sides[1]!.statement],
      );
      assert.equal(statement.page.disputes[0]?.why, 'denied in so many words');
    });

    it('finds articles by words, statements by speaker, actors by a part of their name', async () => {
      const found = async (tab: 'articles' | 'statements' | 'actors', rest: object) =>
        pages().search({ tab, words: '', limit: 10, ...rest });
      assert.equal((await found('articles', { words: 'flood' })).articles.rows[0]?.title, BRIDGE.title);
      assert.equal((await found('articles', { words: '"had moved by"' })).articles.rows.length, 1);
      assert.equal((await found('articles', { words: 'bridge -Monday' })).articles.rows[0]?.title, DENIAL.title);
      assert.equal((await found('articles', { before: '2025-03-03' })).articles.rows.length, 1);
      assert.equal((await found('statements', { speaker: 'Brandt' })).statements.rows.length, 1);
      assert.equal((await found('statements', { words: 'pillars', stance: 'denies' })).statements.rows.length, 1);
      assert.equal((await found('statements', { outlet: 'courier' })).statements.rows.length, 2);
      const bySpeaker = await found('articles', { speaker: 'Reker', outlet: 'courier' });
      assert.deepEqual(bySpeaker.counts, { articles: 1, statements: 1, actors: 1 });
      assert.equal((await found('articles', { place: 'Oll', words: 'closed' })).articles.rows.length, 1);
      assert.equal((await found('actors', { stance: 'denies' })).actors.rows.length, 0);
      const actors = await found('actors', { words: 'rek' });
      assert.deepEqual(
        actors.actors.rows.map(({ name }) => name),
        ['the engineer Tom Reker'],
      );
      assert.equal(actors.counts.statements, 0);
      assert.equal(
        (await found('articles', { words: '") OR (bridge' })).articles.rows.length,
        0,
        'no word is an operator',
      );
    });

    it('lists page by page without losing or doubling a row', async () => {
      const first = await pages().latest({ limit: 1 });
      const second = await pages().latest({ limit: 1, after: first.next! });
      assert.deepEqual(
        [...first.rows, ...second.rows].map(({ title }) => title),
        [DENIAL.title, BRIDGE.title],
      );
      assert.equal(second.next, null);
      const hits = await pages().search({ tab: 'statements', words: '', limit: 2 });
      const more = await pages().search({ tab: 'statements', words: '', limit: 2, after: hits.statements.next! });
      const ids = [...hits.statements.rows, ...more.statements.rows].map(({ id }) => id);
      assert.equal(new Set(ids).size, 3);
    });

    it('tells what is new since the reader looked', async () => {
      const isNew = async () => (await pages().stories({ limit: 5, reader: 'local' })).rows[0]!.isNew;
      assert.equal(await isNew(), false, 'whoever never looked is shown no marks');
      store.pass(1000);
      await store.archive.markSeen('local', [OLL.story], 0);
      assert.equal(await isNew(), true);
      await store.archive.markSeen('local', [OLL.story], Number.MAX_SAFE_INTEGER);
      assert.equal(await isNew(), false);
      await store.archive.follow('local', 'story', OLL.story, true);
      assert.deepEqual(await store.archive.follows('local'), [{ kind: 'story', ref: OLL.story }]);
    });

    it('sends the address of a story that went into another to that one', async () => {
      const strike = { ...DENIAL, title: 'Strike', text: 'Ferries stood still.', url: 'https://h.example/f', says: [] };
      await keepSpecimen(store.archive, strike, { story: 's-tmp', storyline: 'l-tmp' });
      const kept = await keepSpecimen(store.archive, strike, { story: 's-ferry', storyline: 'l-ferry' });
      assert.deepEqual(await pages().story('s-tmp'), { state: 'moved', to: 's-ferry' });
      assert.deepEqual(await pages().storyline('l-tmp'), { state: 'moved', to: 'l-ferry' });
      await store.archive.removeArticle(kept.article, 'test');
      assert.equal((await pages().story('s-ferry')).state, 'removed');
    });

    it('makes one storyline of two that turn out to be one affair, and sends the address of the other there', async () => {
      const quarry = {
        ...DENIAL,
        title: 'Quarry',
        text: 'The quarry at Senn was shut.',
        url: 'https://h.example/q',
        says: [],
      };
      const strike = {
        ...quarry,
        title: 'Diggers',
        text: 'The diggers of Senn stood still.',
        url: 'https://h.example/d',
      };
      const first = await keepSpecimen(store.archive, quarry, { story: 's-quarry', storyline: 'l-quarry' });
      const second = await keepSpecimen(store.archive, strike, { story: 's-diggers', storyline: 'l-diggers' });
      const placed = {
        article: second.article,
        story: 's-diggers',
        storyline: 'l-diggers',
        why: [],
        copies: [],
        lineage: [],
      };
      await store.archive.keepPlacement({ ...placed, joins: ['l-quarry', 'l-never-was'] });
      assert.deepEqual(await pages().storyline('l-quarry'), { state: 'moved', to: 'l-diggers' });
      const joined = await store.archive.storylineArticles('l-diggers');
      assert.deepEqual(joined.map(({ id }) => id).sort(), [first.article, second.article].sort());
      for (const { article } of [first, second]) await store.archive.removeArticle(article, 'test');
    });

    it('removes an article with all that rests on it, and does not let it back in', async () => {
      const [denial] = await store.archive.storylineArticles(OLL.storyline);
      const statement = denial!.reading.statements[0]!.id;
      const removal = await store.archive.removeArticle(denial!.id, 'asked for by the author', 'n-1');
      assert.deepEqual(removal, { article: denial!.id, statements: 1, storyline: OLL.storyline });
      for (const page of [await pages().article(denial!.id), await pages().statement(statement)])
        assert.equal(page.state, 'removed');
      const story = await pages().story(OLL.story);
      assert.ok(story.state === 'here');
      assert.equal(story.page.disputes.length, 0);
      assert.equal(story.page.line.denied, false);
      assert.equal(story.page.line.title, BRIDGE.title);
      assert.equal((await pages().search({ tab: 'articles', words: 'spokeswoman', limit: 5 })).articles.rows.length, 0);
      assert.equal((await pages().actor('in:a-spokeswoman-for-varn-bau')).state, 'unknown');
      const capture = captureOf(DENIAL);
      assert.equal((await store.archive.keepCapture(capture)).outcome, 'refused');
      const { url: _, ...elsewhere } = DENIAL;
      const pasted = {
        ...elsewhere,
        title: 'Other title',
        text: DENIAL.text.replace(/ /g, '  ').toUpperCase(),
        says: [],
      };
      assert.equal((await keepSpecimen(store.archive, pasted)).outcome, 'refused', 'the same words elsewhere');
      assert.ok(await store.archive.isBuried({ address: 'https://www.herald.example/varn-denies?utm_source=x' }));
      assert.ok(await store.archive.isBuried({ text: DENIAL.text }));
      assert.equal((await store.archive.tombstone(denial!.id))?.notice, 'n-1');
      assert.equal(await store.archive.removeArticle(denial!.id, 'again'), undefined);
    });

    it('keeps the invented apart from the real, counts it nowhere, and really lets it go', async () => {
      const sizeBefore = await store.archive.size();
      assert.equal(await store.archive.demoState(), 'never');
      const demo: Specimen = { ...BRIDGE, url: 'https://demo.example/a', demo: true };
      const kept = await keepSpecimen(store.archive, demo, { story: 's-demo', storyline: 'l-demo' });
      assert.equal(await store.archive.demoState(), 'present');
      const { bytes: _a, ...counted } = await store.archive.size();
      const { bytes: _b, ...before_ } = sizeBefore;
      assert.deepEqual(counted, before_);
      const real = (await store.archive.storylineArticles(OLL.storyline))[0]!;
      const near = await store.archive.neighbours();
      assert.deepEqual(await near.near(real, 10), [], 'the demo article has the same words and is no neighbour');
      await assert.rejects(keepSpecimen(store.archive, demo, OLL), (error: Error) => error.name === 'DemoMixedError');
      assert.equal((await pages().latest({ limit: 9, withoutDemo: true })).rows.length, 1);
      assert.equal(await store.archive.removeDemo(), 1);
      assert.equal(await store.archive.demoState(), 'removed');
      assert.equal((await pages().article(kept.article)).state, 'unknown');
      assert.equal((await store.archive.keepCapture(captureOf(demo), { demo: true })).outcome, 'refused');
      await store.archive.allowDemo();
      assert.equal((await store.archive.keepCapture(captureOf(demo), { demo: true })).outcome, 'new');
      await store.archive.removeDemo();
    });

    it('finds the neighbours of an article by what they share', async () => {
      const other = {
        ...BRIDGE,
        title: 'Oll bridge: mayor wants answers',
        text: 'Mayor Ina Brandt asked for a report on the pillars of the bridge at Oll.',
        url: 'https://c.example/oll-2',
        says: [],
      };
      const far = { ...other, title: 'Tulips', text: 'Tulips bloom early in the south.', url: 'https://c.example/t' };
      await keepSpecimen(store.archive, other, OLL);
      await keepSpecimen(store.archive, far, { story: 's-far', storyline: 'l-far' });
      const [newest] = (await store.archive.storylineArticles(OLL.storyline)).filter(
        ({ title }) => title === other.title,
      );
      const near = await (await store.archive.neighbours()).near(newest!, 10);
      assert.deepEqual([near[0]?.title, near[0]?.storyline], [BRIDGE.title, OLL.storyline]);
    });

    it('finds a place where something happens, not where a body has it in its name', async (t) => {
      const own = await open();
      t.after(own.close);
      const festival: Specimen = { title: 'Films', text: 'The Brask Film Festival opens.', url: 'https://c.example/f' };
      const fire: Specimen = { title: 'Fire', text: 'A shed burnt in Brask.', url: 'https://c.example/s' };
      for (const specimen of [festival, fire]) {
        const kept = await keepSpecimen(own.archive, specimen);
        const start = specimen.text.indexOf('Brask');
        const brask = { start, end: start + 5, name: 'Brask', country: 'NOR', lat: 60, lon: 5 };
        const places = [specimen === festival ? { ...brask, inName: true as const } : brask];
        await own.archive.keepReading(kept.revision, { ...readingOf(specimen, kept.article), places });
      }
      for (const place of ['Brask', 'NOR']) {
        const { articles } = await own.archive.pages.search({ tab: 'articles', words: '', place, limit: 9 });
        assert.deepEqual(
          articles.rows.map(({ title }) => title),
          [fire.title],
        );
      }
    });

    it('keeps a failure with its reason in words', async () => {
      const capture = { ...captureOf({ title: '', text: 'x' }), id: 'bad' };
      await store.archive.keepCapture(capture);
      await store.archive.keepFailure('bad', 'empty', 'There is no article in it.');
      const { rows } = await pages().failures({ limit: 5 });
      assert.equal(rows[0]?.message, 'There is no article in it.');
      assert.deepEqual(await store.archive.outcome('bad'), {
        state: 'failed',
        error: 'empty',
        message: 'There is no article in it.',
      });
    });

    it('keeps notices with their decision', async () => {
      const notice = {
        ...{
          id: 'n-1',
          kind: 'takedown' as const,
          from: 'R. Author',
          contact: 'r@a.example',
          about: ['https://x.example'],
        },
        ...{ words: 'Please take it down.', receivedAtMs: 5, state: 'open' as const },
      };
      await store.archive.keepNotice(notice);
      const decided = { ...notice, state: 'granted' as const, decidedAtMs: 9, decision: 'Taken down.' };
      await store.archive.keepNotice(decided);
      assert.deepEqual(await store.archive.notices(), [decided]);
      assert.deepEqual(await store.archive.notice('n-1'), decided);
    });

    it('knows how much it holds, as counted row by row', async () => {
      const { rows } = await pages().latest({ limit: 500, withoutDemo: true });
      const all = await pages().search({ tab: 'actors', words: '', limit: 500, withoutDemo: true });
      const stories = await pages().stories({ limit: 500, withoutDemo: true });
      const { bytes, ...size } = await store.archive.size();
      assert.ok(bytes > 0);
      assert.deepEqual(size, {
        articles: rows.length,
        statements: rows.reduce((sum, { statements }) => sum + statements, 0),
        actors: all.actors.rows.length,
        stories: stories.rows.length,
      });
    });
  });

  describeRereading(name, open);
}
