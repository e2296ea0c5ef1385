import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anchorOf } from '../domain/corrections/anchor.ts';
import type { Change, NamedActor } from '../domain/corrections/correction.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Statement } from '../domain/statement.ts';
import { articleOf, BRIDGE, captureOf, keepSpecimen, readingOf, type Specimen } from './specimens.ts';

type Open = () => Promise<{
  readonly archive: Archive;
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
}>;

const OLL = { story: 's-oll', storyline: 'l-oll' };
const MAYOR = 'in:mayor-ina-brandt';
const ENGINEER = 'in:the-engineer-tom-reker';
const person = (id: string, name: string): NamedActor => ({ id, name, kind: 'person' });
const FOLLOW_UP: Specimen = {
  title: 'Bridge at Oll to open',
  text: 'Ina Brandt promised the bridge would open by Friday. Nobody at the company was to be reached.',
  url: 'https://herald.example/oll-opens',
  outlet: 'Varn Herald',
  published: '2025-03-05',
  says: [['Ina Brandt', 'promised', 'the bridge would open by Friday']],
};

/** What every store must do with what readers put right. */
export function describeCorrections(name: string, open: Open): void {
  describe(`corrections in ${name}`, () => {
    let last = 0;
    const correct = async (archive: Archive, change: Change, reason = '') => {
      last += 1;
      const id = `k-${last}`;
      await archive.keepCorrection({ id, madeAtMs: 1_750_002_000_000, reason, demo: false, change });
      return id;
    };
    const apply = async (archive: Archive) => {
      const due = await archive.dueCorrections(50);
      const storylines = [];
      for (const article of due) storylines.push(await archive.applyCorrections(article));
      assert.deepEqual(await archive.dueCorrections(50), []);
      return storylines;
    };
    const undo = async (archive: Archive, id: string) => {
      assert.equal(await archive.undoCorrection(id), true);
      return apply(archive);
    };
    const anchorIn = (specimen: Specimen, statement: Statement, at: { article: string; revision: string }) =>
      anchorOf(statement, { ...at, text: specimen.text, title: specimen.title })!;
    const lineOf = async (archive: Archive, id: string) => {
      const page = await archive.pages.statement(id);
      return page.state === 'here' ? page.page.line : assert.fail(page.state);
    };

    it('give a statement another speaker, on its page, on both actors’ pages and in search, until they are undone', async () => {
      const store = await open();
      const { archive } = store;
      const kept = await keepSpecimen(archive, BRIDGE, OLL);
      const [mayor] = readingOf(BRIDGE, kept.article).statements;
      const anchor = anchorIn(BRIDGE, mayor!, kept);
      const to = person(ENGINEER, 'the engineer Tom Reker');
      const change = { kind: 'speaker', statement: mayor!.id, anchor, to, was: MAYOR } as const;
      const id = await correct(archive, change, 'It was the engineer.');
      assert.deepEqual(
        (await archive.unfinished()).map(({ step }) => step),
        ['relate'],
        'a crash before it is applied loses nothing',
      );
      assert.deepEqual(await apply(archive), [OLL.storyline]);
      const { statement } = await lineOf(archive, mayor!.id);
      assert.deepEqual(
        [statement.speaker?.actor, statement.confidence, statement.corrected],
        [ENGINEER, 1, ['speaker']],
      );
      const read = await archive.readArticle(kept.article);
      assert.equal(read?.reading.statements[0]?.speaker?.actor, ENGINEER, 'relate sees it corrected');
      const search = (speaker: string) =>
        archive.pages
          .search({ tab: 'statements', words: '', speaker, limit: 9 })
          .then(({ counts }) => counts.statements);
      assert.deepEqual([await search('Reker'), await search('Brandt')], [2, 0]);
      const page = await archive.pages.statement(mayor!.id);
      assert.ok(page.state === 'here');
      assert.deepEqual(
        page.page.corrections.map(({ correction, state }) => [correction.id, correction.reason, state]),
        [[id, 'It was the engineer.', 'holds']],
      );
      assert.equal(await archive.undoCorrection('nothing'), false);
      await undo(archive, id);
      assert.equal(await archive.undoCorrection(id), false, 'once');
      assert.deepEqual((await lineOf(archive, mayor!.id)).statement, mayor);
      assert.deepEqual([await search('Reker'), await search('Brandt')], [1, 1]);
      const listed = await archive.pages.corrections({ limit: 9 });
      assert.deepEqual(
        listed.rows.map(({ state }) => state),
        ['undone'],
        'what was undone is still on the list',
      );
      await store.close();
    });

    it('hide what is no statement and keep its address, and change a stance', async () => {
      const store = await open();
      const { archive } = store;
      const kept = await keepSpecimen(archive, BRIDGE, OLL);
      const [mayor, engineer] = readingOf(BRIDGE, kept.article).statements;
      const hide = await correct(archive, {
        ...{ kind: 'hide', statement: engineer!.id, anchor: anchorIn(BRIDGE, engineer!, kept) },
      });
      const stance = await correct(archive, {
        ...{ kind: 'stance', statement: mayor!.id, anchor: anchorIn(BRIDGE, mayor!, kept) },
        ...{ to: 'denies', was: 'asserts' },
      });
      await apply(archive);
      assert.equal((await lineOf(archive, engineer!.id)).hidden, true);
      assert.equal((await lineOf(archive, mayor!.id)).statement.stance, 'denies');
      const found = await archive.pages.search({ tab: 'statements', words: '', limit: 9 });
      assert.deepEqual(
        found.statements.rows.map((row) => row.id),
        [mayor!.id],
      );
      assert.equal((await archive.pages.search({ tab: 'statements', words: 'hurt', limit: 9 })).counts.statements, 0);
      const article = await archive.pages.article(kept.article);
      assert.ok(article.state === 'here');
      assert.equal(article.page.line.statements, 1);
      assert.equal(article.page.reading.statements.length, 1);
      for (const id of [hide, stance]) await undo(archive, id);
      assert.equal((await lineOf(archive, engineer!.id)).hidden, undefined);
      assert.equal((await lineOf(archive, mayor!.id)).statement.stance, 'asserts');
      await store.close();
    });

    it('make one actor of two: the address of the one leads to the other, and comes back', async () => {
      const store = await open();
      const { archive } = store;
      const first = await keepSpecimen(archive, BRIDGE, OLL);
      await keepSpecimen(archive, FOLLOW_UP, OLL);
      const into = person(MAYOR, 'Mayor Ina Brandt');
      const merge = await correct(archive, { kind: 'merge', actor: person('in:ina-brandt', 'Ina Brandt'), into });
      await apply(archive);
      assert.deepEqual(await archive.pages.actor('in:ina-brandt'), { state: 'moved', to: MAYOR });
      assert.equal((await archive.actorNow('in:ina-brandt', false))?.id, MAYOR);
      const actor = await archive.pages.actor(MAYOR);
      assert.ok(actor.state === 'here');
      assert.equal(actor.page.said.length, 2);
      assert.deepEqual(actor.page.aliases.map(({ form }) => form).sort(), ['Ina Brandt', 'Mayor Ina Brandt']);
      assert.deepEqual(
        actor.page.corrections.map(({ correction, articles }) => [correction.id, articles]),
        [[merge, 1]],
      );
      const bySpeaker = await archive.pages.search({
        tab: 'statements',
        words: '',
        speaker: 'in:ina-brandt',
        limit: 9,
      });
      assert.equal(bySpeaker.counts.statements, 2);
      // What comes in later is merged as well.
      const later = {
        ...FOLLOW_UP,
        url: 'https://herald.example/later',
        text: FOLLOW_UP.text.replace('Friday', 'Sunday'),
      };
      const says = [['Ina Brandt', 'promised', 'the bridge would open by Sunday']] as const;
      const arrived = await keepSpecimen(archive, { ...later, says }, OLL);
      const grown = await archive.pages.actor(MAYOR);
      assert.ok(grown.state === 'here' && grown.page.said.length === 3);
      await undo(archive, merge);
      const back = await archive.pages.actor('in:ina-brandt');
      assert.ok(back.state === 'here');
      assert.equal(back.page.said.length, 2);
      for (const { article } of [first, arrived]) await archive.removeArticle(article, 'test');
      await store.close();
    });

    it('split a form off an actor, with what was said under it', async () => {
      const store = await open();
      const { archive } = store;
      await keepSpecimen(archive, BRIDGE, OLL);
      await keepSpecimen(archive, FOLLOW_UP, OLL);
      const into = person(MAYOR, 'Mayor Ina Brandt');
      await correct(archive, { kind: 'merge', actor: person('in:ina-brandt', 'Ina Brandt'), into });
      await apply(archive);
      // They were two persons after all, and the second is told apart by her office.
      const to = person('in:ina-brandt-deputy', 'Ina Brandt (deputy)');
      const split = await correct(archive, { kind: 'split', actor: into, form: 'Ina Brandt', to });
      await apply(archive);
      const deputy = await archive.pages.actor(to.id);
      assert.ok(deputy.state === 'here');
      assert.equal(deputy.page.said.length, 1);
      const mayor = await archive.pages.actor(MAYOR);
      assert.ok(mayor.state === 'here');
      assert.deepEqual(
        mayor.page.aliases.map(({ form }) => form),
        ['Mayor Ina Brandt'],
      );
      await undo(archive, split);
      assert.equal((await archive.pages.actor(to.id)).state, 'unknown');
      await store.close();
    });

    it('find their place again after a re-reading and in a changed text, and need a look where there is none', async () => {
      const store = await open();
      const { archive } = store;
      const kept = await keepSpecimen(archive, BRIDGE, OLL);
      const first = readingOf(BRIDGE, kept.article);
      const [mayor, engineer] = first.statements;
      const to = person('in:erna-holt', 'Erna Holt');
      const speaker = await correct(archive, {
        ...{ kind: 'speaker', statement: mayor!.id, anchor: anchorIn(BRIDGE, mayor!, kept), to, was: MAYOR },
      });
      const hide = await correct(archive, {
        ...{ kind: 'hide', statement: engineer!.id, anchor: anchorIn(BRIDGE, engineer!, kept) },
      });
      await apply(archive);
      // A later reader takes the mayor's words two characters shorter, under another id, and finds the engineer no more.
      const [start, end] = mayor!.content[0]!;
      const shorter = { ...mayor!, id: 'new-id', content: [[start, end - 2] as const] };
      const outcome = await archive.keepReading(kept.revision, { ...first, reader: 'later', statements: [shorter] });
      assert.deepEqual(outcome?.corrections, { placed: 1, needLook: 1 });
      assert.deepEqual(outcome?.changes?.reworded, [mayor!.id]);
      assert.deepEqual(outcome?.changes?.withdrawn, [engineer!.id]);
      assert.equal((await lineOf(archive, mayor!.id)).statement.speaker?.name, 'Erna Holt');
      const lost = await archive.pages.corrections({ limit: 9, needsLook: true });
      assert.deepEqual(
        lost.rows.map(({ correction, state }) => [correction.id, state]),
        [[hide, 'needs-look']],
      );
      // The article is changed: the words stand elsewhere, and the engineer is there again.
      const changed = { ...BRIDGE, text: `Rain fell all day.\n\n${BRIDGE.text}`, atMs: 1_750_000_900_000 };
      const capture = await archive.keepCapture(captureOf(changed));
      const revised = await archive.keepArticle({
        ...{ capture: capture.id, address: BRIDGE.url!, article: articleOf(changed), cleaner: 'specimen' },
        ...{ excerpt: '', demo: false },
      });
      assert.equal(revised.outcome, 'revised');
      const again = await archive.keepReading(revised.revision, readingOf(changed, revised.article));
      assert.deepEqual(again?.corrections, { placed: 2, needLook: 0 });
      const read = await archive.readArticle(kept.article);
      assert.deepEqual(
        read?.reading.statements.map((one) => one.speaker?.name),
        ['Erna Holt'],
      );
      for (const id of [speaker, hide]) await undo(archive, id);
      const free = await archive.readArticle(kept.article);
      assert.deepEqual(
        free?.reading.statements.map((one) => one.speaker?.name),
        ['Mayor Ina Brandt', 'the engineer Tom Reker'],
      );
      await store.close();
    });

    it('go with the article that they are about, and do not touch the invented beside the real', async () => {
      const store = await open();
      const { archive } = store;
      const kept = await keepSpecimen(archive, BRIDGE, OLL);
      const demo = await keepSpecimen(
        archive,
        { ...BRIDGE, url: 'https://demo.example/a', demo: true },
        { story: 's-demo', storyline: 'l-demo' },
      );
      const [mayor] = readingOf(BRIDGE, kept.article).statements;
      await correct(archive, {
        ...{ kind: 'hide', statement: mayor!.id, anchor: anchorIn(BRIDGE, mayor!, kept) },
      });
      const into = person(ENGINEER, 'the engineer Tom Reker');
      await correct(archive, { kind: 'merge', actor: person(MAYOR, 'Mayor Ina Brandt'), into });
      await apply(archive);
      const invented = await archive.pages.article(demo.article);
      assert.ok(invented.state === 'here');
      assert.deepEqual(
        invented.page.reading.statements.map(({ speaker }) => speaker?.actor),
        [MAYOR, ENGINEER],
      );
      await archive.removeArticle(kept.article, 'asked for');
      assert.deepEqual((await archive.pages.corrections({ limit: 9 })).rows, []);
      await store.close();
    });
  });
}
