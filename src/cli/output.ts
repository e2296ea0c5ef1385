import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where a command writes. Waits for a slow reader, and turns quiet when the pipe is closed. */
export type Output = {
  readonly text: (words: string) => Promise<void>;
  /** One JSON value on a line. */
  readonly line: (value: unknown) => Promise<void>;
  readonly closed: () => boolean;
};

/** Never cuts a pipe: waits for `drain`, and a reader who left (EPIPE) ends the writing without an error. */
export function makeOutput(stream: Writable): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    closed = true;
  });
  const text = async (words: string) => {
    if (closed || stream.destroyed || stream.write(words)) return;
    await Promise.race([once(stream, 'drain').catch(() => undefined), once(stream, 'close').catch(() => undefined)]);
  };
  return { text, line: (value) => text(`${JSON.stringify(value)}\n`), closed: () => closed || stream.destroyed };
}
