/** One WARC record: its named fields (lower case), its block, and where in the file it began. */
export type WarcRecord = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly offset: number;
};

export type RecordHead = {
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes up to the block. */
  readonly headBytes: number;
  /** Bytes of the block. */
  readonly blockBytes: number;
};

const MAX_HEAD = 65_536;
const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** Reads the head of a record at the beginning of the bytes. `more` when it is not all there yet. */
export function readHead(bytes: Uint8Array): RecordHead | 'more' | 'damaged' {
  const start = latin1.decode(bytes.subarray(0, 5));
  if (!'WARC/'.startsWith(start) && !start.startsWith('WARC/')) return 'damaged';
  const end = indexOfBlankLine(bytes.subarray(0, MAX_HEAD));
  if (end === undefined) return bytes.length >= MAX_HEAD ? 'damaged' : 'more';
  const [, ...lines] = utf8.decode(bytes.subarray(0, end)).split(/\r?\n/);
  const headers = fields(lines);
  const length = headers['content-length'];
  if (length === undefined || !/^\d{1,15}$/.test(length)) return 'damaged';
  return { headers, headBytes: end, blockBytes: Number(length) };
}

/** Reads the block of a `response` record: status, headers and body of the answer, chunks joined. */
export function readResponse(
  block: Uint8Array,
):
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }
  | undefined {
  const end = indexOfBlankLine(block.subarray(0, MAX_HEAD));
  if (end === undefined) return undefined;
  const [first, ...lines] = latin1.decode(block.subarray(0, end)).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first ?? '')?.[1];
  if (status === undefined) return undefined;
  const headers = fields(lines);
  const rest = block.subarray(end);
  const isChunked = /chunked/i.test(headers['transfer-encoding'] ?? '');
  return { status: Number(status), headers, body: (isChunked && joinChunks(rest)) || rest };
}

function fields(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  let last: string | undefined;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== undefined) headers[last] += ` ${line.trim()}`;
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      headers[last] = line.slice(colon + 1).trim();
    }
  }
  return headers;
}

/** Behind the first empty line. */
function indexOfBlankLine(bytes: Uint8Array): number | undefined {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return undefined;
}

/** Undefined where the body is not really chunked (some crawlers keep the header and join the chunks). */
function joinChunks(bytes: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0 || lineEnd - at > 100) return undefined;
    const size = /^([0-9a-f]{1,8})[\s;]/i.exec(latin1.decode(bytes.subarray(at, lineEnd + 1)))?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length + 2;
    if (at > bytes.length + 2) return undefined;
  }
}
