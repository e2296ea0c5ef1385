import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Capture } from '../domain/capture.ts';
import { captureOf } from './capture-id.ts';
import type { SkippedFile } from './skipped-file.ts';

/** A row of articles, in the form that `read --ndjson` takes. */
const ROW = z.object({
  text: z.string().optional(),
  html: z.string().optional(),
  html_base64: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  url: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  title: z.string().nullish(),
});

/** One capture per line; a line that is no article is said with its number. */
export async function* capturesOfRows(
  path: string,
  options: { readonly nowMs: number },
): AsyncGenerator<Capture | SkippedFile> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const capture = captureOfRow(line, basename(path), options.nowMs);
    yield capture ?? {
      skipped: true,
      path: `${path}:${number}`,
      error: 'damaged',
      message: 'The line is not a row with a text or a page.',
    };
  }
}

function captureOfRow(line: string, fileName: string, nowMs: number): Capture | undefined {
  const row = ROW.safeParse(parsed(line));
  if (!row.success) return undefined;
  const { text, html, html_base64, headers, url, outlet, published, title } = row.data;
  const body = html_base64 !== undefined ? Buffer.from(html_base64, 'base64') : encoded(html ?? text);
  if (!body || body.length === 0) return undefined;
  const isPage = html_base64 !== undefined || html !== undefined;
  const charset = html_base64 === undefined ? '; charset=utf-8' : '';
  return captureOf({
    origin: 'file',
    ...(url && { url }),
    headers: headers ?? { 'content-type': `text/${isPage ? 'html' : 'plain'}${charset}` },
    fetchedAtMs: nowMs,
    body,
    given: { fileName, ...(outlet && { outlet }), ...(published && { published }), ...(title && { title }) },
  });
}

const encoded = (text: string | undefined) => (text === undefined ? undefined : new TextEncoder().encode(text));

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
