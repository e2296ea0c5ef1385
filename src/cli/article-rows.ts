import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CleanInput, CleanOptions } from '../clean/clean.ts';
import { type CleanedArticle, cleanCapture, STEPS } from '../clean/clean.ts';
import { type Article, isArticle, type NoArticle } from '../domain/article.ts';
import type { GivenFacts } from '../domain/capture.ts';
import type { Reading } from '../domain/reading.ts';
import { type Arguments, Complaint, type House, UsageError } from './command.ts';
import { type Row, RowError, type RowId, textField } from './rows.ts';

/** Options that `read` and `clean` share. */
export const ARTICLE_OPTIONS = {
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  'as-is': { type: 'boolean' },
  html: { type: 'boolean' },
  text: { type: 'boolean' },
  without: { type: 'string', multiple: true },
} as const;

export const ARTICLE_OPTION_HELP = {
  json: 'print one JSON object per article',
  ndjson:
    'files hold rows {id, text?|html?|html_base64?, headers?, url?, outlet?, published?, title?}; one JSON line out per row',
  'as-is': 'leave the given text untouched; every span is into it',
  html: 'files are pages, whatever their names say',
  text: 'files are plain text, whatever their names say',
  without: 'leave a step of the cleaning out (may be given more than once)',
};

/** The part of the contract's output that `clean` fills. */
export function cleanedRow(id: RowId, article: Article): Row {
  return {
    id,
    url: article.url,
    outlet: article.outlet,
    title: article.title,
    authors: article.authors,
    agency: article.agency,
    dateline: article.dateline,
    published: article.published,
    publishedFrom: article.publishedFrom,
    modified: article.modified,
    language: article.language,
    text: article.text,
    furniture: article.furniture,
    canonicalUrl: article.canonicalUrl,
    ...(article.paywalled === undefined ? {} : { paywalled: article.paywalled }),
    ...(article.image === undefined ? {} : { image: article.image }),
    ...(article.section === undefined ? {} : { section: article.section }),
    ...(article.tags === undefined ? {} : { tags: article.tags }),
    ...(article.rightsLine === undefined ? {} : { rightsLine: article.rightsLine }),
    ...(article.corrections === undefined ? {} : { corrections: article.corrections }),
    ...(article.cut === undefined ? {} : { cut: article.cut }),
    ...(article.reservations === undefined ? {} : { reservations: article.reservations }),
  };
}

/** The whole contract: the cleaned article and its reading. */
export function readRow(id: RowId, article: Article, reading: Reading): Row {
  const { reader, ...facts } = reading;
  return { ...cleanedRow(id, article), ...facts, reader };
}

/** What a row of `--ndjson` asks to be cleaned. Throws `RowError` for a row without text. */
export function rowInput(row: Row, asIs: boolean): CleanInput {
  const base64 = textField(row, 'html_base64');
  const html = textField(row, 'html');
  const text = textField(row, 'text');
  if (base64 === undefined && html === undefined && text === undefined)
    throw new RowError('one of "text", "html" and "html_base64" is needed');
  const url = textField(row, 'url');
  const given = givenFacts(row);
  return {
    ...(base64 !== undefined
      ? { bytes: Buffer.from(base64, 'base64'), as: 'html' as const }
      : html !== undefined
        ? { html }
        : { text: text! }),
    ...(typeof row.headers === 'object' && row.headers !== null
      ? { headers: row.headers as Record<string, string> }
      : {}),
    ...(url === undefined ? {} : { url }),
    ...(given ? { given } : {}),
    ...(asIs ? { asIs } : {}),
  };
}

/** Reads one file (or standard input) as an article. Throws `Complaint` where it is not there or is a folder. */
export async function fileInput(
  house: House,
  operand: string,
  args: Arguments,
): Promise<{ id: string; input: CleanInput }> {
  const as = args.flags.html ? ('html' as const) : args.flags.text ? ('text' as const) : undefined;
  const rest = { ...(as ? { as } : {}), ...(args.flags['as-is'] ? { asIs: true } : {}) };
  if (operand === '-') return { id: '-', input: { bytes: await allOf(house), ...rest } };
  const path = house.path(operand);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Complaint(`There is no file ${operand}.`);
  if (!found.isFile())
    throw new Complaint(`${operand} is a folder; name the files in it, or take it in with \`stemma add ${operand}\`.`);
  const limit = Math.max(house.settings.maxHtmlBytes, house.settings.maxTextBytes);
  if (found.size > limit)
    throw new Complaint(`${operand} is too large: ${mega(found.size)} MB, and at most ${mega(limit)} MB are read.`);
  const name = basename(path);
  const byName = as ?? (/\.x?html?$/i.test(name) ? ('html' as const) : undefined);
  return {
    id: name.replace(/\.(?:txt|x?html?|md)$/i, ''),
    input: { bytes: await readFile(path), given: { fileName: name }, ...rest, ...(byName ? { as: byName } : {}) },
  };
}

/** Cleans with the limits of the settings. */
export function cleanWith(
  house: House,
  args: Arguments,
  input: CleanInput,
  more: CleanOptions = {},
): CleanedArticle | NoArticle {
  const without = (args.flags.without ?? []) as string[];
  const unknown = without.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown)
    throw new UsageError(`There is no step ${unknown}; there are ${STEPS.map(({ name }) => name).join(', ')}.`);
  return cleanCapture(input, {
    maxHtmlBytes: house.settings.maxHtmlBytes,
    maxTextBytes: house.settings.maxTextBytes,
    ...(without.length ? { without } : {}),
    ...more,
  });
}

/** The article, or a `RowError` with the reason in words. */
export function articleOrRowError(result: Article | NoArticle): Article {
  if (!isArticle(result)) throw new RowError(`${result.error}: ${result.message}`);
  return result;
}

/** Refuses flags that exclude each other. */
export function checkForms(args: Arguments): void {
  if (args.flags.json && args.flags.ndjson) throw new UsageError('--json and --ndjson exclude each other.');
  if (args.flags.html && args.flags.text) throw new UsageError('--html and --text exclude each other.');
}

const mega = (bytes: number) => (bytes / 1e6).toFixed(1).replace(/\.0$/, '');

async function allOf(house: House): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const limit = Math.max(house.settings.maxHtmlBytes, house.settings.maxTextBytes);
  let bytes = 0;
  for await (const chunk of house.stdin) {
    chunks.push(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).byteLength;
    if (bytes > limit) throw new Complaint(`Standard input is too large: at most ${mega(limit)} MB are read.`);
  }
  return Buffer.concat(chunks);
}

function givenFacts(row: Row): GivenFacts | undefined {
  const facts = Object.fromEntries(
    (['outlet', 'published', 'title'] as const)
      .map((name) => [name, textField(row, name)])
      .filter(([, value]) => value !== undefined),
  ) as GivenFacts;
  return Object.keys(facts).length ? facts : undefined;
}
