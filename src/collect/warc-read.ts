import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { Capture } from '../domain/capture.ts';
import { captureOf } from './capture-id.ts';
import type { SkippedFile } from './skipped-file.ts';
import { warcMembers } from './warc-members.ts';
import { readResponse, type WarcRecord } from './warc-record.ts';

/**
 * The pages of a WARC or WARC.gz file (ISO 28500), record by record, as CC-NEWS has them. Damaged records are said
 * and passed over; reading goes on at the next one. Memory is bounded by the largest record.
 */
export async function* readWarc(
  path: string,
  options: { readonly maxHtmlBytes: number },
): AsyncGenerator<Capture | SkippedFile> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    return yield damaged(path, `It cannot be read (${(error as NodeJS.ErrnoException).code}).`, 'unreadable');
  }
  try {
    let records = 0;
    for await (const record of warcMembers(file, 4 * options.maxHtmlBytes)) {
      records++;
      if ('damage' in record) {
        yield damaged(`${path}@${record.offset}`, record.damage);
        continue;
      }
      const result = readersOfTypes[record.headers['warc-type'] ?? '']?.(record, basename(path), options.maxHtmlBytes);
      if (result) yield 'damage' in result ? damaged(`${path}@${record.offset}`, result.damage) : result;
    }
    if (records === 0) yield damaged(path, 'The file is not a WARC.');
  } finally {
    await file.close();
  }
}

type Page = Capture | { readonly damage: string } | undefined;

/** A successful answer with text in it; undefined for pictures, redirects and errors, which are no damage. */
function pageOf(record: WarcRecord, fileName: string, maxBytes: number): Page {
  const url = record.headers['warc-target-uri']?.replace(/^<|>$/g, '');
  const fetchedAtMs = Date.parse(record.headers['warc-date'] ?? '');
  const response = readResponse(record.body);
  if (!response || !url || Number.isNaN(fetchedAtMs)) return { damage: 'The record is not a readable HTTP answer.' };
  if (response.status !== 200 || !READABLE.test(response.headers['content-type'] ?? 'text/html')) return undefined;
  const body = unpack(response.body, response.headers['content-encoding'] ?? '', maxBytes);
  if (!body) return { damage: 'The body of the record cannot be unpacked, or is too large.' };
  if (body.length === 0) return undefined;
  return captureOf({
    origin: 'warc',
    url,
    finalUrl: url,
    status: response.status,
    headers: response.headers,
    fetchedAtMs,
    body,
    given: { fileName },
  });
}

const READABLE = /html|xml|text\/plain|json/i;

/** A page or text that came over no HTTP: from a file, or pasted. */
function resourceOf(record: WarcRecord, fileName: string, maxBytes: number): Page {
  const target = record.headers['warc-target-uri']?.replace(/^<|>$/g, '') ?? '';
  const type = record.headers['content-type'] ?? '';
  const fetchedAtMs = Date.parse(record.headers['warc-date'] ?? '');
  if (Number.isNaN(fetchedAtMs)) return { damage: 'The record has no readable time.' };
  if (!READABLE.test(type) || record.body.length === 0) return undefined;
  if (record.body.length > maxBytes) return { damage: 'The record is too large.' };
  return captureOf({
    origin: 'warc',
    ...(/^https?:/i.test(target) && { url: target }),
    headers: { 'content-type': type },
    fetchedAtMs,
    body: record.body,
    given: { fileName },
  });
}

const readersOfTypes: Readonly<Record<string, (record: WarcRecord, fileName: string, maxBytes: number) => Page>> = {
  response: pageOf,
  resource: resourceOf,
};

function unpack(body: Uint8Array, encoding: string, maxOutputLength: number): Uint8Array | undefined {
  const limit = { maxOutputLength };
  try {
    const name = encoding.trim().toLowerCase();
    // Crawlers often keep the header and store the unpacked body.
    if ((name === 'gzip' || name === 'x-gzip') && body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, limit);
    if (name === 'br') return brotliDecompressSync(body, limit);
    if (name === 'zstd') return zstdDecompressSync(body, limit);
    if (name === 'deflate') return (body[0]! & 0x0f) === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit);
    return body.length > maxOutputLength ? undefined : body;
  } catch {
    return undefined;
  }
}

function damaged(path: string, message: string, error: SkippedFile['error'] = 'damaged'): SkippedFile {
  return { skipped: true, path, error, message };
}
