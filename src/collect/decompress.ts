import { PassThrough, Transform } from 'node:stream';
import zlib from 'node:zlib';

/** More bytes than allowed, on the wire or after decompression. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
  readonly where: 'wire' | 'body';
  readonly limit: number;
  constructor(where: 'wire' | 'body', limit: number) {
    super(`more than ${limit} bytes ${where === 'wire' ? 'on the wire' : 'after decompression'}`);
    this.where = where;
    this.limit = limit;
  }
}

/** An encoding that is not known, or nested deeper than any honest server does. */
export class UnknownEncoding extends Error {
  override readonly name = 'UnknownEncoding';
  readonly encoding: string;
  constructor(encoding: string) {
    super(`unknown content encoding ${encoding}`);
    this.encoding = encoding;
  }
}

export const ACCEPT_ENCODING = 'br, zstd, gzip, deflate';
const MAX_NESTING = 3;

/**
 * The decoders for a Content-Encoding header, outermost first, with a byte counter after each one: a bomb is
 * stopped at the limit, layer by layer, whatever it would unfold to. `head` are the first bytes on the wire:
 * some servers announce gzip and send none. Throws `UnknownEncoding`.
 */
export function decoders(contentEncoding: string, head: Uint8Array, maxBodyBytes: number): readonly Transform[] {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (encodings.length > MAX_NESTING) throw new UnknownEncoding(contentEncoding);
  return encodings.flatMap((name, layer) => [
    decoder(name, layer === 0 ? head : undefined),
    byteLimit('body', maxBodyBytes),
  ]);
}

/** Passes bytes on and breaks with `TooManyBytes` as soon as there are more than `limit`. */
export function byteLimit(where: 'wire' | 'body', limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new TooManyBytes(where, limit));
      else done(null, chunk);
    },
  });
}

function decoder(name: string, head: Uint8Array | undefined): Transform {
  if (name === 'gzip' || name === 'x-gzip') return head && !isGzip(head) ? new PassThrough() : zlib.createGunzip();
  // "deflate" is zlib by RFC 9110 and raw deflate by habit of old servers.
  if (name === 'deflate') return head && !isZlib(head) ? zlib.createInflateRaw() : zlib.createInflate();
  if (name === 'br') return zlib.createBrotliDecompress();
  // RFC 9659: windows above 8 MB are not for the web; they would cost memory before the first byte.
  if (name === 'zstd') return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } });
  throw new UnknownEncoding(name);
}

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;
const isZlib = (head: Uint8Array) => (head[0]! & 0x0f) === 8 && ((head[0]! << 8) | head[1]!) % 31 === 0;
