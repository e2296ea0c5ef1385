import { z } from 'zod';

const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Every setting: its default, its unit, and what it does. `docs/settings.md` is checked against this table. */
const SETTINGS = z.object({
  STEMMA_DATA: z.string().default('./stemma-data').describe('Folder of the archive and the captures.'),
  STEMMA_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8484)
    .describe('Port of the site; 0 takes a free one.'),
  STEMMA_HOST: z
    .string()
    .default('')
    .describe('A further host name that the site answers to, besides 127.0.0.1, localhost and [::1].'),
  STEMMA_PUBLIC_URL: z
    .string()
    .default('')
    .describe('Address under which strangers reach the site; empty means nobody does.'),
  STEMMA_ALLOW_NETWORKS: z
    .string()
    .default('')
    .describe(
      'Networks with ports that may be fetched from besides the public internet: `127.0.0.0/8:*,10.1.2.0/24:8080`.',
    ),
  STEMMA_CONTACT: z
    .string()
    .default('')
    .describe('Address that stands in the User-Agent, so that a publisher can reach the operator.'),
  STEMMA_MAX_HTML_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(10_000_000)
    .describe('Largest page, in bytes; above it the answer is `too-large`.'),
  STEMMA_MAX_TEXT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(2_000_000)
    .describe('Largest plain text, in bytes; above it the answer is `too-large`.'),
  STEMMA_FETCH_TIMEOUT_MS: positive(20_000).describe('Total time for one fetch with its redirects, in ms.'),
  STEMMA_FETCH_HEADERS_MS: positive(10_000).describe('Time until the headers of an answer, in ms.'),
  STEMMA_FETCH_PAUSE_MS: positive(10_000).describe('Longest silence between two pieces of a body, in ms.'),
  STEMMA_FETCH_WIRE_BYTES: positive(10_000_000).describe('Most bytes of one answer as they travel.'),
  STEMMA_FETCH_BODY_BYTES: positive(10_000_000).describe('Most bytes of one answer after decompression.'),
  STEMMA_FETCH_HEADER_BYTES: positive(32_768).describe('Most bytes of the headers of one answer.'),
  STEMMA_FETCH_REDIRECTS: z.coerce
    .number()
    .int()
    .min(0)
    .max(20)
    .default(5)
    .describe('Most redirects that are followed.'),
  STEMMA_FETCH_PER_HOST: positive(2).describe('Most requests to one host at a time.'),
  STEMMA_FETCH_HOST_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .describe(
      'Pause between the starts of two requests to one host that nobody typed, in ms; a longer Crawl-delay wins.',
    ),
  STEMMA_IMPRINT: z
    .string()
    .default('')
    .describe('A text file with the words of the imprint, contact and disclaimer page.'),
});

/** What one fetch may cost; times in ms. */
export type FetchSettings = {
  readonly totalMs: number;
  readonly headersMs: number;
  readonly bodyPauseMs: number;
  readonly maxWireBytes: number;
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  readonly maxPerHost: number;
  readonly hostDelayMs: number;
};

export type Settings = {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly allowNetworks: string;
  readonly contact: string;
  readonly maxHtmlBytes: number;
  readonly maxTextBytes: number;
  readonly fetch: FetchSettings;
  readonly imprintFile: string;
};

/** A setting that cannot be used. The message names it and what it should be. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** What a value should be, in words: the schema speaks of types. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return `${issue.maximum} is the most`;
  if (issue.code === 'too_small')
    return issue.inclusive ? `${issue.minimum} is the least` : `it must be above ${issue.minimum}`;
  return issue.code === 'invalid_type' && issue.expected !== 'string' ? 'it must be a whole number' : issue.message;
}

/** Reads the settings from an environment, once. Throws `SettingError` for a value out of its range. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = SETTINGS.safeParse(env);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const name = issue.path.join('.');
    throw new SettingError(`The setting ${name} cannot be “${env[name]}”: ${wanted(issue)}.`);
  }
  const s = result.data;
  return {
    dataDir: s.STEMMA_DATA,
    port: s.STEMMA_PORT,
    host: s.STEMMA_HOST,
    publicUrl: s.STEMMA_PUBLIC_URL,
    allowNetworks: s.STEMMA_ALLOW_NETWORKS,
    contact: s.STEMMA_CONTACT,
    maxHtmlBytes: s.STEMMA_MAX_HTML_BYTES,
    maxTextBytes: s.STEMMA_MAX_TEXT_BYTES,
    fetch: {
      totalMs: s.STEMMA_FETCH_TIMEOUT_MS,
      headersMs: s.STEMMA_FETCH_HEADERS_MS,
      bodyPauseMs: s.STEMMA_FETCH_PAUSE_MS,
      maxWireBytes: s.STEMMA_FETCH_WIRE_BYTES,
      maxBodyBytes: s.STEMMA_FETCH_BODY_BYTES,
      maxHeaderBytes: s.STEMMA_FETCH_HEADER_BYTES,
      maxRedirects: s.STEMMA_FETCH_REDIRECTS,
      maxPerHost: s.STEMMA_FETCH_PER_HOST,
      hostDelayMs: s.STEMMA_FETCH_HOST_DELAY_MS,
    },
    imprintFile: s.STEMMA_IMPRINT,
  };
}

/** Name, default and help of each setting, for `--help` and the documentation check. */
export const settingRows = Object.entries(SETTINGS.shape).map(([name, schema]) => ({
  name,
  fallback: String(schema.parse(undefined)),
  help: schema.description ?? '',
}));
