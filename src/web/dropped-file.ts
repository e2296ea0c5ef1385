import { captureOf } from '../collect/capture-id.ts';
import { type FileKind, fileKindOf } from '../collect/file-kinds.ts';
import { mailCapture } from '../collect/mail.ts';
import type { SkippedFile } from '../collect/skipped-file.ts';
import type { Capture } from '../domain/capture.ts';

/** What the form takes; collections of articles are the command line's. */
const CONTENT_TYPES: Readonly<Partial<Record<FileKind, string>>> = { text: 'text/plain', html: 'text/html' };

/** A file that the reader dropped on the page, as a capture; or the reason, in words, why it is none. */
export async function fileCapture(file: File, nowMs: number): Promise<Capture | SkippedFile> {
  const body = new Uint8Array(await file.arrayBuffer());
  const kind = fileKindOf(file.name) ?? 'text';
  if (kind === 'mail') return mailCapture(body, file.name, nowMs);
  const contentType = CONTENT_TYPES[kind];
  if (!contentType) {
    const message = 'Files of many articles are taken in with `stemma add`.';
    return { skipped: true, path: file.name, error: 'not-read', message };
  }
  return captureOf({
    origin: 'file',
    headers: { 'content-type': contentType },
    fetchedAtMs: nowMs,
    body,
    given: { fileName: file.name },
  });
}
