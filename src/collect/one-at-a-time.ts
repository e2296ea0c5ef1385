import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Runs pieces of work one after another, with a turn of the event loop between them. The archive answers at once, so
 * without this two dozen pages that end together would write in one breath and hold up everything else.
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => nextTurn()).then(work);
    // A piece that fails is its caller's to hear of; the next one runs all the same.
    last = mine.catch(() => {});
    return mine;
  };
}
