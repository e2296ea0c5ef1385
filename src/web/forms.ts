import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bytesInWords } from './wording.ts';

/** Fields of forms without files, in bytes. */
const MAX_FORM_BYTES = 64_000;

/** Cuts a body that is larger than the form it came from can be. */
export const atMost = (maxBytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: maxBytes,
    onError: (c) => c.text(`That is more than ${bytesInWords(maxBytes)}, which is the limit here.\n`, 413),
  });

export const smallForm: MiddlewareHandler = atMost(MAX_FORM_BYTES);

/** The text fields of a form, trimmed; what is missing is the empty string. */
export async function fieldsOf<Name extends string>(
  c: Context,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    names.map((name) => [name, typeof body[name] === 'string' ? body[name].trim() : '']),
  ) as Record<Name, string>;
}
