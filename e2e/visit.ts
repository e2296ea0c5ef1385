import type { Hono } from 'hono';
import { parseHTML } from 'linkedom';

/** Asks a site for a page as a browser on this machine does. */
export const visit = async (
  site: Hono,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  site.request(`http://127.0.0.1:8484${path}`, { headers: { host: '127.0.0.1:8484', ...headers } });

/** Sends a form as a page of the site does. */
export const submit = async (
  site: Hono,
  path: string,
  fields: Readonly<Record<string, string>> | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  site.request(`http://127.0.0.1:8484${path}`, {
    method: 'POST',
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    headers: { host: '127.0.0.1:8484', origin: 'http://127.0.0.1:8484', ...headers },
  });

export type PageDocument = ReturnType<typeof parseHTML>['document'];

/** The document of an answer. */
export const documentOf = async (response: Response): Promise<PageDocument> =>
  parseHTML(await response.text()).document;

/** Text of an element (or of everything that matches), white space folded. */
export const wordsIn = (from: Pick<PageDocument, 'querySelectorAll'>, selector: string): string =>
  [...from.querySelectorAll(selector)]
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .join(' | ');
