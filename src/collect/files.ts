import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Capture, GivenFacts } from '../domain/capture.ts';
import { captureOf } from './capture-id.ts';
import { binaryKindOf, type FileKind, fileKindOf } from './file-kinds.ts';
import { mailCapture } from './mail.ts';
import { capturesOfRows } from './row-captures.ts';
import type { SkippedFile } from './skipped-file.ts';
import { readWarc } from './warc-read.ts';

export { isSkipped, type SkippedFile } from './skipped-file.ts';

export type FileOptions = {
  readonly nowMs: number;
  readonly maxTextBytes: number;
  readonly maxHtmlBytes: number;
  /** Turns the bytes of a feed into one capture per item; without it feeds are passed over. */
  readonly feedItems?: (bytes: Uint8Array, path: string) => Promise<readonly Capture[] | SkippedFile>;
};

export const DEFAULT_FILE_OPTIONS = { maxTextBytes: 2_000_000, maxHtmlBytes: 10_000_000 };

/**
 * What a file, or a folder with everything in it, brings: texts, pages, mails, WARC records, rows of `{text|html}`,
 * feeds. Files come in order of their names; whatever cannot be used is said, never thrown. Rows in a folder are
 * passed over, because they are results beside articles as often as articles.
 */
export async function* capturesFrom(path: string, options: FileOptions): AsyncGenerator<Capture | SkippedFile> {
  const what = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (what instanceof Error) {
    const gone = what.code === 'ENOENT' || what.code === 'ENOTDIR';
    yield skip(path, gone ? 'missing' : 'unreadable', gone ? 'There is no such file or folder.' : cannotRead(what));
  } else if (what.isDirectory()) yield* fromFolder(path, options);
  else if (!what.isFile()) yield skip(path, 'not-read', 'It is neither a file nor a folder.');
  else yield* fromFile(path, fileKindOf(path) ?? 'text', what.size, options);
}

/** A text that a reader pasted, with what he says of it. The same words again are the same capture. */
export function pasteCapture(text: string, given: GivenFacts & { readonly url?: string }, nowMs: number): Capture {
  const { url, ...facts } = given;
  const isPage = /^\s*(?:<!doctype html|<html[\s>])/i.test(text);
  return captureOf({
    origin: 'paste',
    ...(url && { url }),
    headers: { 'content-type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8` },
    fetchedAtMs: nowMs,
    body: new TextEncoder().encode(text),
    given: facts,
  });
}

async function* fromFolder(path: string, options: FileOptions): AsyncGenerator<Capture | SkippedFile> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: Error) => error);
  if (entries instanceof Error) return yield skip(path, 'unreadable', cannotRead(entries));
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) yield* fromFolder(inside, options);
    else if (entry.isFile()) yield* fromFolderFile(inside, options);
    else yield skip(inside, 'not-read', 'Links are not followed inside a folder.');
  }
}

async function* fromFolderFile(path: string, options: FileOptions): AsyncGenerator<Capture | SkippedFile> {
  const kind = fileKindOf(path);
  const size = await stat(path).then(
    (what) => what.size,
    () => undefined,
  );
  if (size === undefined) yield skip(path, 'unreadable', 'The file cannot be read.');
  else if (kind === undefined) yield skip(path, 'not-read', 'This kind of file holds no article that can be read.');
  else if (kind === 'rows') yield skip(path, 'not-read', 'Rows are read only when the file itself is named.');
  else yield* fromFile(path, kind, size, options);
}

async function* fromFile(
  path: string,
  kind: FileKind,
  size: number,
  options: FileOptions,
): AsyncGenerator<Capture | SkippedFile> {
  if (size === 0) return yield skip(path, 'empty', 'The file is empty.');
  if (kind === 'warc') return yield* readWarc(path, options);
  if (kind === 'rows') return yield* capturesOfRows(path, options);
  const limit = kind === 'text' ? options.maxTextBytes : options.maxHtmlBytes;
  const head = await beginning(path);
  if (head instanceof Error) return yield skip(path, 'unreadable', cannotRead(head));
  const binary = binaryKindOf(head);
  if (binary) return yield skip(path, 'binary', `The file is ${binary}.`);
  if (size > limit)
    return yield skip(path, 'too-large', `The file has ${megabytes(size)}; at most ${megabytes(limit)} are read.`);
  const body = await readFile(path).catch((error: Error) => error);
  if (body instanceof Error) return yield skip(path, 'unreadable', cannotRead(body));
  if (kind === 'mail') return yield await mailCapture(body, path, options.nowMs);
  if (kind === 'feed') return yield* fromFeed(body, path, options);
  const isPage = kind === 'html' || /^\s*(?:<!doctype html|<html[\s>])/i.test(head.toString('latin1'));
  yield captureOf({
    origin: 'file',
    // No charset: nobody said one, so the bytes and the page itself decide.
    headers: { 'content-type': isPage ? 'text/html' : 'text/plain' },
    fetchedAtMs: options.nowMs,
    body,
    given: { fileName: basename(path) },
  });
}

async function* fromFeed(body: Uint8Array, path: string, options: FileOptions): AsyncGenerator<Capture | SkippedFile> {
  if (!options.feedItems) return yield skip(path, 'not-read', 'This kind of file holds no article that can be read.');
  const items = await options.feedItems(body, path);
  if ('skipped' in items) yield items;
  else if (items.length === 0) yield skip(path, 'no-articles', 'The feed has no items.');
  else yield* items;
}

async function beginning(path: string): Promise<Buffer | Error> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    return error as Error;
  }
}

function cannotRead(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'There is no permission to read it.';
  return `It cannot be read (${error.code ?? error.name}).`;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

const skip = (path: string, error: SkippedFile['error'], message: string): SkippedFile => ({
  skipped: true,
  path,
  error,
  message,
});
