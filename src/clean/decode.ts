import { isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import type { NoArticle } from '../domain/article.ts';

/** Text out of bytes, and which charset was believed and why. */
export type Decoded = { readonly text: string; readonly charset: string; readonly from: string };

/**
 * Bytes to text: by byte order mark, then the header, then the page's own meta element, then UTF-8 if it is valid,
 * then statistics. Never throws; a declared charset that does not exist is passed over.
 */
export function decode(bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Decoded {
  const decoded = decodeAsGiven(bytes, headers);
  // One byte for each sign: all ASCII, where nothing can be encoded twice.
  return decoded.text.length === bytes.length && decoded.charset === 'utf-8'
    ? decoded
    : { ...decoded, text: readTwice(decoded.text) };
}

/** Fewest broken signs before a text counts as encoded twice. */
const FEWEST_BROKEN = 3;

/**
 * UTF-8 that a publisher's system took for Latin-1 and encoded again ("itâ\u0080\u0099s"), read back. Only where control
 * signs that no text contains give it away.
 */
function readTwice(text: string): string {
  if ((text.match(/[\u00c2-\u00f4][\u0080-\u009f]/g)?.length ?? 0) < FEWEST_BROKEN) return text;
  return text.replace(/[\u00c2-\u00f4][\u0080-\u00bf]{1,3}/g, (run) => {
    const again = Buffer.from(run, 'latin1').toString('utf8');
    return again.includes('\uFFFD') ? run : again;
  });
}

function decodeAsGiven(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) return { text: read(bytes, mark)!, charset: mark, from: 'byte order mark' };
  const contentType = header(headers, 'content-type') ?? '';
  const declared = [
    [/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1], 'header'],
    [charsetInHead(bytes), 'meta'],
  ] as const;
  const utf8 = readStrictUtf8(bytes);
  for (const [charset, from] of declared) {
    if (!charset) continue;
    // A page that says it is Latin-1 and is valid UTF-8 beyond ASCII has a wrong label: chance does not make valid UTF-8.
    if (utf8 !== undefined && utf8.length !== bytes.length)
      return { text: utf8, charset: 'utf-8', from: 'valid UTF-8' };
    const text = read(bytes, charset);
    if (text !== undefined) return { text, charset: charset.toLowerCase(), from };
  }
  if (utf8 !== undefined) return { text: utf8, charset: 'utf-8', from: 'valid UTF-8' };
  // A few broken bytes in a long UTF-8 text must not turn the whole text into another charset.
  const lenient = read(bytes, 'utf-8')!;
  if ((lenient.match(/\uFFFD/g)?.length ?? 0) * 200 < lenient.length && /[^\p{ASCII}\uFFFD]/u.test(lenient))
    return { text: lenient, charset: 'utf-8', from: 'mostly valid UTF-8' };
  const guessed = detect(bytes.subarray(0, 100_000)) ?? 'windows-1252';
  const text = read(bytes, guessed) ?? read(bytes, 'windows-1252')!;
  return { text, charset: guessed.toLowerCase(), from: 'statistics' };
}

/** What cannot be an article by its first bytes: PDF, image, other binary; undefined where it may be text. */
export function notText(bytes: Uint8Array): NoArticle | undefined {
  if (bytes.length === 0) return { error: 'empty', message: 'There is nothing in it: the page or file is empty.' };
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (/^\s*%PDF-/.test(head))
    return { error: 'pdf', message: 'This is a PDF, not a page; its text cannot be read here.' };
  if (IMAGE.test(head)) return { error: 'image', message: 'This is an image, not a page; there is no text in it.' };
  if (byteOrderMark(bytes)) return undefined;
  if (KNOWN_BINARY.test(head) || share(bytes.subarray(0, 4096), isControl) > 0.02)
    return { error: 'binary', message: 'This is a binary file, neither a page nor a text.' };
  return undefined;
}

const IMAGE =
  /^(?:\x89PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp(?:avif|heic|mif1))/s;
const KNOWN_BINARY =
  /^(?:PK\x03\x04|\x1F\x8B|\x7FELF|MZ.{2}\0|OggS|ID3|.{4}ftyp|\xD0\xCF\x11\xE0|Rar!|7z\xBC\xAF|SQLite format 3|wOF[F2])/s;

const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32);

function share(bytes: Uint8Array, test: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (test(byte)) count++;
  return bytes.length ? count / bytes.length : 0;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function charsetInHead(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1');
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  );
}

function readStrictUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : undefined;
}

function read(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined; // A charset nobody knows: a wrong label on the page, passed over.
  }
}

function header(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const [key, value] of Object.entries(headers)) if (key.toLowerCase() === name) return value;
  return undefined;
}
