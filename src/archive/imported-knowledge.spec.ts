import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ActorToKeep, ImportedKnowledge, ImportedNames } from '../domain/ports/imported-knowledge.ts';

export type OpenKnowledgeForSpec = () => Promise<{
  readonly knowledge: ImportedKnowledge;
  readonly names: () => ImportedNames;
  readonly close: () => Promise<void>;
}>;

const LIST = { name: 'list', format: 'followthemoney', file: 'list.json', print: '10-abc' };
const actor = (id: string, name: string, facts: Partial<ActorToKeep> = {}): ActorToKeep => ({
  ...{ id, name, kind: 'person', aliases: [] },
  ...facts,
});
const batch = (actors: readonly ActorToKeep[], position: number) => ({
  ...{ actors, words: [], passed: 0, broken: 0, position },
});

/** What every store must do with imported knowledge. */
export function describeImportedKnowledge(store: string, open: OpenKnowledgeForSpec): void {
  describe(`imported knowledge in ${store}`, () => {
    let opened: Awaited<ReturnType<OpenKnowledgeForSpec>>;
    let names: ImportedNames;
    before(async () => {
      opened = await open();
      names = opened.names();
    });
    after(async () => {
      names.close();
      await opened.close();
    });
    const snapshot = () => names.during((number) => number);

    it('is numbered 0 while there is none', () => {
      assert.equal(snapshot(), 0);
      assert.deepEqual(names.named('Ilka Morrenz'), []);
    });

    it('is found under every form at once, accents and hyphens aside, and changes the number', async () => {
      const { knowledge } = opened;
      await knowledge.start(LIST);
      await knowledge.keep(
        'list',
        batch([actor('x:1', 'Ilka Mörrenz', { aliases: ['Ilka-Maria Morrenz'], country: 'NOR' })], 3),
      );
      assert.ok(snapshot() > 0);
      for (const form of ['Ilka Morrenz', 'Ilka Maria Morrenz']) assert.equal(names.named(form)[0]?.id, 'x:1', form);
      assert.equal(names.actor('x:1')?.source, 'list');
    });

    it('remembers where a stopped file stood, and keeping the same again changes no actor', async () => {
      const { knowledge } = opened;
      const before = await knowledge.start(LIST);
      assert.deepEqual([before.position, before.endedMs], [3, null]);
      await knowledge.keep('list', batch([actor('x:1', 'Ilka Mörrenz', { aliases: ['Ilka-Maria Morrenz'] })], 4));
      assert.equal(names.named('Ilka Morrenz').length, 1);
      assert.notEqual((await knowledge.end('list')).endedMs, null);
    });

    it('puts countries and offices in words where the file names them, also later', async () => {
      const { knowledge } = opened;
      await knowledge.start({ ...LIST, name: 'dump' });
      const roles = [{ roleRef: 'office:Q2', from: '2019' }, { roleRef: 'office:Q3' }];
      const jon = actor('wd:Q1', 'Jon Vesely', { countryRef: 'country:Q9', roles });
      await knowledge.keep('dump', batch([jon], 1));
      assert.equal(names.named('Jon Vesely')[0]!.country, undefined);
      const words = [
        { ref: 'country:Q9', words: 'NOR' },
        { ref: 'office:Q2', words: 'harbour master' },
      ];
      await knowledge.keep('dump', { ...batch([], 2), words });
      const found = names.named('Jon Vesely')[0]!;
      assert.deepEqual([found.country, found.roles], ['NOR', [{ role: 'harbour master', from: '2019' }]]);
    });

    it('joins what two sources say under one id, and names both', async () => {
      const { knowledge } = opened;
      await knowledge.keep('dump', batch([actor('x:1', 'Ilka Morrenz', { aliases: ['Minister Morrenz'] })], 3));
      const found = names.named('Minister Morrenz')[0]!;
      assert.equal(found.source, 'dump; list');
      assert.ok(found.aliases.includes('Ilka-Maria Morrenz'));
    });

    it('goes with its source, and the other’s stays', async () => {
      const { knowledge } = opened;
      const number = snapshot();
      assert.equal(await knowledge.forget('list'), true);
      assert.equal(await knowledge.forget('list'), false);
      assert.ok(snapshot() > number);
      assert.deepEqual(names.named('Ilka Maria Morrenz'), []);
      assert.equal(names.named('Ilka Morrenz')[0]?.source, 'dump');
      assert.deepEqual(
        (await knowledge.sources()).map(({ name, actors }) => [name, actors]),
        [['dump', 2]],
      );
    });

    it('shows no import in the midst of an article', async () => {
      const { knowledge } = opened;
      const kept = names.during((number) => {
        const write = knowledge.keep('dump', batch([actor('x:9', 'Late Comer')], 4));
        assert.deepEqual(names.named('Late Comer'), []);
        assert.ok(number > 0);
        return write;
      });
      await kept;
      assert.equal(names.named('Late Comer').length, 1);
    });
  });
}
