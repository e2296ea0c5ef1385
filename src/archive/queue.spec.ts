import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Queue } from '../domain/ports/queue.ts';

export type OpenQueueForSpec = () => Promise<{
  readonly queue: Queue;
  /** Moves the store's clock. */
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
}>;

/** What every queue must do. */
export function describeQueue(name: string, open: OpenQueueForSpec): void {
  describe(`the queue in ${name}`, () => {
    let store: Awaited<ReturnType<OpenQueueForSpec>>;
    before(async () => {
      store = await open();
    });
    after(() => store.close());

    it('gives a task out once, and again when its lease has ended', async () => {
      const { queue } = store;
      await queue.push('clean', 'c1');
      await queue.push('clean', 'c1');
      const task = await queue.take(['clean'], 1000);
      assert.deepEqual([task?.ref, task?.attempts], ['c1', 1]);
      assert.equal(await queue.take(['clean'], 1000), undefined);
      store.pass(1001);
      const again = await queue.take(['clean'], 1000);
      assert.deepEqual([again?.ref, again?.attempts], ['c1', 2]);
      await queue.finish(task!, { step: 'read', ref: 'late' });
      assert.equal(await queue.take(['read'], 1000), undefined, 'who lost the lease ends nothing');
      await queue.finish(again!, { step: 'read', ref: 'a1' });
      assert.equal((await queue.take(['read'], 1000))?.ref, 'a1');
    });

    it('takes what came in while the same was worked on, but not beside it', async () => {
      const { queue } = store;
      await queue.push('relate', 'a');
      const first = await queue.take(['relate'], 1000);
      await queue.push('relate', 'a');
      await queue.push('relate', 'b');
      assert.equal(await queue.take(['relate'], 1000), undefined, 'relating is done by one at a time');
      await queue.finish(first!);
      const second = await queue.take(['relate'], 1000);
      assert.equal(second?.ref, 'a');
      await queue.fail(second!, 'the disk hiccuped', 0);
      const third = await queue.take(['relate'], 1000);
      assert.deepEqual([third?.ref, third?.attempts], ['a', 2]);
      await queue.fail(third!, 'it stays broken');
      const relate = (await queue.counts()).find(({ step }) => step === 'relate');
      assert.deepEqual(relate, { step: 'relate', waiting: 1, working: 0, done: 1, failed: 1 });
    });

    it('waits for the time a task asks for', async () => {
      const { queue } = store;
      const late = (await queue.counts()).length > 0 ? 10_000 : 0;
      await queue.push('fetch', 'f', { notBeforeMs: Number.MAX_SAFE_INTEGER - late });
      assert.equal(await queue.take(['fetch'], 1000), undefined);
    });
  });
}
