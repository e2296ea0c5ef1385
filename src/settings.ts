import { z } from 'zod';

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
  STEMMA_FETCH_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(20_000)
    .describe('Total time for one fetch with its redirects, in ms.'),
  STEMMA_IMPRINT: z
    .string()
    .default('')
    .describe('A text file with the words of the imprint, contact and disclaimer page.'),
});

export type Settings = {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly allowNetworks: string;
  readonly contact: string;
  readonly maxHtmlBytes: number;
  readonly maxTextBytes: number;
  readonly fetchTimeoutMs: number;
  readonly imprintFile: string;
};

/** A setting that cannot be used. The message names it and what it should be. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Reads the settings from an environment, once. Throws `SettingError` for a value out of its range. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = SETTINGS.safeParse(env);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new SettingError(`The setting ${issue.path.join('.')} cannot be used: ${issue.message}.`);
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
    fetchTimeoutMs: s.STEMMA_FETCH_TIMEOUT_MS,
    imprintFile: s.STEMMA_IMPRINT,
  };
}

/** Name, default and help of each setting, for `--help` and the documentation check. */
export const settingRows = Object.entries(SETTINGS.shape).map(([name, schema]) => ({
  name,
  fallback: String(schema.parse(undefined)),
  help: schema.description ?? '',
}));
