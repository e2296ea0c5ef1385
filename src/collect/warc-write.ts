import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Capture } from '../domain/capture.ts';

/**
 * Captures as WARC 1.1, one gzip member per record, so that any reader can enter at any record. A capture that came
 * over HTTP becomes a `request` (where its headers are known) and a `response`; one from a file or the clipboard
 * becomes a `resource`. The body is stored unpacked, so the headers that spoke of its packing are renamed.
 */
export async function* writeWarc(
  captures: AsyncIterable<Capture> | Iterable<Capture>,
  options: { readonly software: string; readonly nowMs: number },
): AsyncGenerator<Uint8Array> {
  const info = `software: ${options.software}\r\nformat: WARC File Format 1.1\r\n`;
  yield record('warcinfo', options.nowMs, { 'Content-Type': 'application/warc-fields' }, Buffer.from(info));
  for await (const capture of captures) {
    const target = capture.finalUrl ?? capture.url ?? `urn:sha256:${capture.sha256}`;
    const common = { 'WARC-Target-URI': target, 'WARC-Payload-Digest': `sha256:${capture.sha256}` };
    if (capture.status === undefined) {
      const type = capture.headers['content-type'] ?? 'application/octet-stream';
      yield record('resource', capture.fetchedAtMs, { ...common, 'Content-Type': type }, Buffer.from(capture.body));
      continue;
    }
    if (capture.requestHeaders)
      yield record('request', capture.fetchedAtMs, { ...common, ...HTTP('request') }, requestOf(capture, target));
    yield record('response', capture.fetchedAtMs, { ...common, ...HTTP('response') }, responseOf(capture));
  }
}

const HTTP = (message: string) => ({ 'Content-Type': `application/http;msgtype=${message}` });

function record(type: string, atMs: number, fields: Readonly<Record<string, string>>, block: Buffer): Uint8Array {
  const head = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${randomUUID()}>`,
    'WARC-Date': new Date(atMs).toISOString(),
    ...fields,
    'Content-Length': String(block.length),
  };
  return gzipSync(Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines(head)}\r\n`), block, Buffer.from('\r\n\r\n')]));
}

function requestOf(capture: Capture, target: string): Buffer {
  const url = new URL(target);
  return Buffer.from(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines({ host: url.host, ...capture.requestHeaders })}\r\n`,
  );
}

function responseOf(capture: Capture): Buffer {
  const headers = Object.fromEntries(
    Object.entries(capture.headers).map(([name, value]) =>
      /^(?:content-encoding|content-length|transfer-encoding)$/.test(name)
        ? [`x-archive-orig-${name}`, value]
        : [name, value],
    ),
  );
  const head = `HTTP/1.1 ${capture.status} \r\n${lines({ ...headers, 'content-length': String(capture.body.length) })}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), capture.body]);
}

/** A line break inside a header would begin a header of its own. */
const lines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`)
    .join('');
