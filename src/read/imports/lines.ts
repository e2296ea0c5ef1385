import { createGunzip } from 'node:zlib';

/** A line longer than this is told as broken, never held: the largest item of Wikidata is some 4 MB. */
const MOST_LINE_CHARS = 32_000_000;

/** A line of a file with its number, from 1; `text` is undefined where the line is too long to be held. */
export type FileLine = { readonly number: number; readonly text: string | undefined };

/** The lines of a stream of bytes, gzip or not, one in memory at a time. Throws where the bytes end within a gzip member. */
export async function* fileLines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<FileLine> {
  let number = 0;
  let pieces: string[] = [];
  let length = 0;
  const line = (rest: string): FileLine => {
    number += 1;
    const whole = length + rest.length;
    const text = whole > MOST_LINE_CHARS ? undefined : (pieces.join('') + rest).replace(/\r$/, '');
    pieces = [];
    length = 0;
    return { number, text };
  };
  const decoder = new TextDecoder();
  for await (const chunk of unzipped(bytes)) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield line(text.slice(from, at));
      from = at + 1;
    }
    length += text.length - from;
    if (length > MOST_LINE_CHARS) pieces = [];
    else if (from < text.length) pieces.push(text.slice(from));
  }
  if (length > 0) yield line('');
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const all = (async function* () {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  const fed = feed(all, gunzip);
  yield* gunzip as AsyncIterable<Uint8Array>;
  await fed;
}

async function feed(bytes: AsyncIterable<Uint8Array>, gunzip: NodeJS.WritableStream): Promise<void> {
  for await (const chunk of bytes)
    if (!gunzip.write(chunk)) await new Promise<void>((resolve) => gunzip.once('drain', resolve));
  gunzip.end();
}
