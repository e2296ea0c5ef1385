import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Byte order marks and the zero patterns of `<?xml` without one (XML 1.0, appendix F). Longer ones first. */
const PATTERNS: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be'],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x00, 0x3c, 0x00], 'utf-16be'],
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x3c, 0x00, 0x72, 0x00], 'utf-16le'],
];

/**
 * The text of a feed: byte order mark, charset of the HTTP header, XML declaration, a `<meta charset>`, UTF-8 where
 * the bytes are valid, else the most likely one – in this order, and a name that the bytes contradict is passed over.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const pattern = PATTERNS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1];
  if (pattern !== undefined) return withoutMark(decodeAs(bytes, pattern, false) ?? '');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  const said = [
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1],
    /^[^<]{0,20}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1],
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1],
  ].filter((name) => name !== undefined);
  for (const name of [...said, 'utf-8']) {
    const text = decodeAs(bytes, name, true);
    if (text !== undefined) return withoutMark(text);
  }
  return decodeBroken(bytes, said[0]);
}

/** Some bytes fit no encoding that was said: keep what was said where most of them do, else guess from the bytes. */
function decodeBroken(bytes: Uint8Array, said: string | undefined): string {
  const isOther = said !== undefined && !/^utf-?8$/i.test(said);
  const name = isOther ? said : isMostlyUtf8(bytes) ? 'utf-8' : guess(bytes);
  return withoutMark(decodeAs(bytes, name, false) ?? new TextDecoder('windows-1252').decode(bytes));
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536);
  // The detector knows no Thai and takes short Hebrew for Greek; both fill a range of bytes that others leave half empty.
  if (isHebrew(sample)) return 'windows-1255';
  if (isThai(sample)) return 'windows-874';
  return chardet.detect(sample) ?? 'windows-1252';
}

function isThai(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  if (high.length < 40) return false;
  // Vowels and tone marks above and below (0xD1, 0xD4–0xDA, 0xE7–0xEE) stand behind every few consonants.
  const marks = high.filter(
    (byte) => byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee),
  );
  const letters = high.filter((byte) => (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb));
  const leading = high.filter((byte) => byte >= 0xe0 && byte <= 0xe6);
  const share = (some: Uint8Array) => some.length / high.length;
  return (
    share(letters) > 0.99 && share(marks) > 0.12 && share(marks) < 0.4 && share(leading) > 0.04 && !isPaired(bytes)
  );
}

/** Hebrew has its 27 letters at 0xE0–0xFA and no capitals; Russian and Greek use what lies beside that all the time. */
function isHebrew(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0x80);
  const letters = high.filter((byte) => byte >= 0xe0 && byte <= 0xfa);
  const words =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x80-\xff]+/g)?.length ?? 1;
  return high.length >= 20 && letters.length / high.length > 0.97 && high.length / words >= 2.5 && !isPaired(bytes);
}

/** In Chinese, Japanese and Korean encodings high bytes come in runs of even length. */
function isPaired(bytes: Uint8Array): boolean {
  let [run, even, odd] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte >= 0x80) run++;
    else if (run > 0) {
      if (run % 2 === 0) even++;
      else odd++;
      run = 0;
    }
  }
  return even > odd * 4;
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const broken = text.split('\ufffd').length - 1;
  const foreign = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return foreign > broken * 2;
}

/** Undefined for an unknown name and, when `strict`, for bytes that cannot be of that encoding. */
function decodeAs(bytes: Uint8Array, name: string, strict: boolean): string | undefined {
  const label = name.toLowerCase();
  if (label.startsWith('utf-32') || label === 'utf32')
    return iconv.decode(Buffer.from(bytes), label.replace('utf-', 'utf'));
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  if (strict && /^(?:utf-?16|ucs-?2|iso-10646)/.test(label)) return undefined;
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError && iconv.encodingExists(label)) return iconv.decode(Buffer.from(bytes), label);
    return undefined;
  }
}

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);
