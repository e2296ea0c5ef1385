import { basename } from 'node:path';
import PostalMime from 'postal-mime';
import type { Capture } from '../domain/capture.ts';
import { captureOf } from './capture-id.ts';
import type { SkippedFile } from './skipped-file.ts';

/** A newsletter: its page (or its text) as the capture, subject, sender and date as what is given beside it. */
export async function mailCapture(bytes: Uint8Array, path: string, nowMs: number): Promise<Capture | SkippedFile> {
  const broken = (message: string): SkippedFile => ({ skipped: true, path, error: 'damaged', message });
  const mail = await PostalMime.parse(bytes).catch(() => undefined);
  if (!mail || mail.headers.length === 0) return broken('The file is not a mail.');
  const words = mail.html ?? mail.text;
  if (words === undefined || words.trim() === '') return broken('The mail has no text.');
  const sender = mail.from?.name || mail.from?.address;
  const published = mail.date === undefined || Number.isNaN(Date.parse(mail.date)) ? undefined : mail.date;
  return captureOf({
    origin: 'file',
    headers: { 'content-type': `text/${mail.html === undefined ? 'plain' : 'html'}; charset=utf-8` },
    fetchedAtMs: nowMs,
    body: new TextEncoder().encode(words),
    given: {
      fileName: basename(path),
      ...(mail.subject && { title: mail.subject }),
      ...(sender && { outlet: sender }),
      ...(published && { published: new Date(published).toISOString().replace('.000Z', 'Z') }),
    },
  });
}
