/** How a file is read, by its ending (lower case). */
export type FileKind = 'text' | 'html' | 'mail' | 'warc' | 'rows' | 'feed';

const BY_ENDING: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.md': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.eml': 'mail',
  '.warc': 'warc',
  '.warc.gz': 'warc',
  '.ndjson': 'rows',
  '.jsonl': 'rows',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.json': 'feed',
};

export function fileKindOf(name: string): FileKind | undefined {
  const lower = name.toLowerCase();
  const ending = lower.endsWith('.warc.gz') ? '.warc.gz' : (/\.[^.]*$/.exec(lower)?.[0] ?? '');
  return BY_ENDING[ending];
}

/** Beginnings of files that are no text, with their names in words. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or office document'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an office document'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
];

/** What a file is where it is no text; undefined for text of any encoding. Looks at the first 8 kB. */
export function binaryKindOf(bytes: Uint8Array): string | undefined {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known) return known[1];
  const head = bytes.subarray(0, 8192);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isUtf16 && head.includes(0) && !looksLikeUtf16(head) ? 'not text (it holds zero bytes)' : undefined;
}

/** Latin text in UTF-16 without a mark: every second byte is zero. */
function looksLikeUtf16(head: Uint8Array): boolean {
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const half = head.length / 2;
  return (even > half * 0.9 && odd === 0) || (odd > half * 0.9 && even === 0);
}
