import type { FileHandle } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { type RecordHead, readHead, type WarcRecord } from './warc-record.ts';

export type DamagedRecord = { readonly damage: string; readonly offset: number };

/** Reads a file forward through a window that grows only as far as one record needs. */
class Window {
  readonly #file: FileHandle;
  #bytes = Buffer.alloc(0);
  #ended = false;
  /** Place of the window's first byte in the file. */
  offset = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Holds at least `length` bytes afterwards, or all there are. */
  async fill(length: number): Promise<void> {
    while (this.#bytes.length < length && !this.#ended) {
      const size = Math.max(65_536, length - this.#bytes.length);
      const { buffer, bytesRead } = await this.#file.read(
        Buffer.alloc(size),
        0,
        size,
        this.offset + this.#bytes.length,
      );
      this.#ended = bytesRead === 0;
      this.#bytes = Buffer.concat([this.#bytes, buffer.subarray(0, bytesRead)]);
    }
  }

  get ended(): boolean {
    return this.#ended;
  }

  drop(length: number): void {
    this.#bytes = this.#bytes.subarray(length);
    this.offset += length;
  }

  /** Drops everything before the next place where `mark` stands, beyond the first byte. */
  async seek(mark: Buffer): Promise<void> {
    this.drop(1);
    for (;;) {
      await this.fill(65_536);
      const at = this.#bytes.indexOf(mark);
      if (at >= 0) return this.drop(at);
      if (this.#ended) return this.drop(this.#bytes.length);
      this.drop(this.#bytes.length - mark.length + 1);
    }
  }
}

const GZIP_MARK = Buffer.from([0x1f, 0x8b, 0x08]);
const WARC_MARK = Buffer.from('WARC/1.');

/** All records of a WARC file, packed member by member (WARC.gz) or plain. A damaged one does not end the reading. */
export async function* warcMembers(
  file: FileHandle,
  maxRecordBytes: number,
): AsyncGenerator<WarcRecord | DamagedRecord> {
  const window = new Window(file);
  await window.fill(5);
  const isPacked = window.bytes.indexOf(GZIP_MARK) === 0;
  if (!isPacked && window.bytes.indexOf('WARC/') !== 0) return;
  let isLost = false;
  for (;;) {
    await window.fill(5);
    if (window.bytes.length === 0) return;
    const offset = window.offset;
    const record = isPacked ? await packedRecord(window, maxRecordBytes) : await plainRecord(window, maxRecordBytes);
    if (record === undefined) continue;
    // Places that only look like a beginning, inside a damaged record, are part of that one damage.
    if (typeof record !== 'string') yield { ...record, offset };
    else if (!isLost) yield { damage: record, offset };
    isLost = typeof record === 'string';
  }
}

async function plainRecord(window: Window, maxBytes: number): Promise<Omit<WarcRecord, 'offset'> | string | undefined> {
  const lead = leadingLineEnds(window.bytes);
  if (lead > 0) return void window.drop(lead);
  let head = readHead(window.bytes);
  if (head === 'more') {
    await window.fill(65_536);
    head = readHead(window.bytes);
  }
  if (typeof head === 'string') {
    await window.seek(WARC_MARK);
    return 'The head of the record cannot be read.';
  }
  const size = head.headBytes + head.blockBytes;
  if (head.blockBytes > maxBytes) return skipBytes(window, head);
  await window.fill(size);
  if (window.bytes.length < size) {
    window.drop(window.bytes.length);
    return 'The file ends in the middle of the record.';
  }
  const body = Buffer.from(window.bytes.subarray(head.headBytes, size));
  window.drop(size);
  return { headers: head.headers, body };
}

async function skipBytes(window: Window, head: RecordHead): Promise<string> {
  let left = head.headBytes + head.blockBytes;
  while (left > 0) {
    await window.fill(Math.min(left, 1_048_576));
    if (window.bytes.length === 0) break;
    const step = Math.min(left, window.bytes.length);
    window.drop(step);
    left -= step;
  }
  return `The record is too large (${head.blockBytes} bytes).`;
}

async function packedRecord(
  window: Window,
  maxBytes: number,
): Promise<Omit<WarcRecord, 'offset'> | string | undefined> {
  for (let size = 65_536; ; size *= 4) {
    await window.fill(size);
    const member = inflateMember(window.bytes, maxBytes);
    if (member === 'more' && !window.ended && size < maxBytes) continue;
    if (typeof member === 'string') {
      await window.seek(GZIP_MARK);
      return 'The packed record is damaged.';
    }
    window.drop(member.packedBytes);
    const head = readHead(member.bytes);
    if (typeof head === 'string') return 'The head of the record cannot be read.';
    if (member.bytes.length < head.headBytes + head.blockBytes) return 'The record is shorter than it says.';
    return { headers: head.headers, body: member.bytes.subarray(head.headBytes, head.headBytes + head.blockBytes) };
  }
}

/** One gzip member (RFC 1952), its checksum checked. */
function inflateMember(
  bytes: Buffer,
  maxOutputLength: number,
): { readonly bytes: Buffer; readonly packedBytes: number } | 'more' | 'junk' | 'damaged' {
  if (bytes.indexOf(GZIP_MARK) !== 0) return 'junk';
  const start = memberStart(bytes);
  if (start === undefined) return 'more';
  try {
    // With `info` the answer also tells how many bytes the member took; the type says otherwise.
    const result = inflateRawSync(bytes.subarray(start), { info: true, maxOutputLength }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    const end = start + result.engine.bytesWritten;
    if (bytes.length < end + 8) return 'more';
    return crc32(result.buffer) === bytes.readUInt32LE(end)
      ? { bytes: result.buffer, packedBytes: end + 8 }
      : 'damaged';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'more' : 'damaged';
  }
}

/** Behind the header with its optional extra field, name, comment and checksum. */
function memberStart(bytes: Buffer): number | undefined {
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (bytes.length > at + 1 ? bytes.readUInt16LE(at) : 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at < bytes.length ? at : undefined;
}

function leadingLineEnds(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 13 || bytes[at] === 10) at++;
  return at;
}
