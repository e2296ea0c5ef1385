import { Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Dispatcher, errors } from 'undici';
import { byteLimit, decoders, TooManyBytes } from './decompress.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for a redirect and for 304. */
  readonly body: Uint8Array;
};

export type RequestLimits = { readonly maxWireBytes: number; readonly maxBodyBytes: number };

/**
 * One request without redirects, its body decoded. Throws what undici throws, and `TooManyBytes` or
 * `UnknownEncoding` from decoding; zlib's errors are thrown as they are (their `code` begins with Z_, ERR_ or ZSTD_).
 */
export async function request(
  dispatcher: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
  signal: AbortSignal,
  form?: URLSearchParams,
): Promise<Answer> {
  const ask = () =>
    dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: form ? 'POST' : 'GET',
      headers: { ...headers, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(form && { body: form.toString() }),
      signal,
    });
  // A connection kept from before may have been closed by the host meanwhile; a fresh one is tried once.
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof errors.SocketError && !signal.aborted && !form) return ask();
    throw error;
  });
  // A late error of a body that nobody reads any more must not end the process.
  answer.body.on('error', () => {});
  const plain = plainHeaders(answer.headers);
  if (answer.statusCode === 304 || isRedirect(answer.statusCode)) {
    await answer.body.dump({ limit: 16_384, signal });
    return { status: answer.statusCode, headers: plain, body: new Uint8Array() };
  }
  const announced = Number(plain['content-length']);
  if (announced > limits.maxWireBytes) {
    answer.body.destroy();
    throw new TooManyBytes('wire', limits.maxWireBytes);
  }
  const body = await readBody(answer.body, plain['content-encoding'] ?? '', limits, signal);
  return { status: answer.statusCode, headers: plain, body };
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

async function readBody(
  stream: Readable,
  encoding: string,
  limits: RequestLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const collect = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const wire = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    const first = await wire.next();
    if (first.done) return new Uint8Array();
    const steps: Transform[] = [byteLimit('wire', limits.maxWireBytes)];
    steps.push(...decoders(encoding, first.value, limits.maxBodyBytes), byteLimit('body', limits.maxBodyBytes));
    await pipeline([Readable.from(continued(first.value, wire)), ...steps, collect], { signal });
    return Buffer.concat(chunks);
  } finally {
    stream.destroy();
  }
}

async function* continued(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
