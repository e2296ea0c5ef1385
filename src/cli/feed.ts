import { readFile } from 'node:fs/promises';
import { makeFeedReader } from '../collect/feeds/feed-reader.ts';
import { displayTitle } from '../collect/feeds/markup.ts';
import { isFeedFailure } from '../collect/feeds/parse.ts';
import { isFailure } from '../collect/fetch.ts';
import type { Feed } from '../domain/feed.ts';
import { fetcherOf } from '../work/fetching.ts';
import { isAddress } from './addresses.ts';
import { type Command, Complaint, type House, UsageError } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, type Row, RowError, textField } from './rows.ts';

/** `stemma feed`: a feed of any format in one form. */
export const command: Command = {
  name: 'feed',
  summary: 'read a feed of any format',
  usage: 'feed [--json] FILE|URL… | --ndjson [FILE…|-]',
  help: `Prints a feed (RSS 0.9x to 2.0, RDF, Atom, JSON Feed) with its items. With --ndjson, rows {id, bytes_base64, headers, url} give
{id, feed}; titles keep the publisher's markup, times that cannot be read are absent.`,
  options: { json: { type: 'boolean' }, ndjson: { type: 'boolean' } },
  optionHelp: { json: 'print the feed as one JSON object', ndjson: 'rows in, rows out' },
  run: async (args, house) => {
    const out = makeOutput(house.stdout);
    const reader = makeFeedReader();
    try {
      if (args.flags.ndjson)
        return await answerRows(house, out, args.operands, async (row) => {
          const bytes = Buffer.from(neededField(row, 'bytes_base64'), 'base64');
          const feed = await reader.feed(bytes, headersOf(row), textField(row, 'url'));
          return isFeedFailure(feed) ? { error: feed.error, message: feed.message } : { feed };
        });
      if (!args.operands.length) throw new UsageError('Name a file or an address: `stemma feed FILE|URL…`.');
      let answered = 0;
      for (const operand of args.operands) {
        const { bytes, headers, url } = await bytesOf(operand, house);
        const feed = await reader.feed(bytes, headers, url);
        if (isFeedFailure(feed)) {
          house.stderr.write(`stemma: ${operand}: ${feed.message}\n`);
          continue;
        }
        answered += 1;
        await out.text(args.flags.json ? `${JSON.stringify(feed, null, 2)}\n` : printFeed(feed));
      }
      return answered ? 0 : 1;
    } finally {
      await reader.close();
    }
  },
};

async function bytesOf(operand: string, house: House) {
  if (!isAddress(operand)) {
    const bytes = await readFile(house.path(operand)).catch(() => undefined);
    if (!bytes) throw new Complaint(`There is no file ${operand}.`);
    return { bytes, headers: {}, url: undefined };
  }
  const fetcher = fetcherOf(house.settings, house.clock, house.version);
  try {
    const got = await fetcher.fetch(operand, { kind: 'typed' });
    if (isFailure(got)) throw new Complaint(`${operand}: ${got.message}`);
    return { bytes: got.body, headers: got.headers, url: got.finalUrl ?? operand };
  } finally {
    await fetcher.close();
  }
}

function headersOf(row: Row): Readonly<Record<string, string>> {
  if (row.headers === undefined || row.headers === null) return {};
  if (typeof row.headers !== 'object') throw new RowError('"headers" is not an object');
  return Object.fromEntries(Object.entries(row.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function printFeed(feed: Feed): string {
  const items = feed.items.map((item) => {
    const title = item.title === null ? '(no title)' : displayTitle(item.title, item.titleType);
    const facts = [
      item.published ?? item.updated ?? 'undated',
      item.authors.map(({ name }) => name).join(', '),
      item.link,
    ];
    return `${title}\n  ${facts.filter(Boolean).join(' · ')}`;
  });
  return `${[`${feed.title ?? '(no title)'} · ${feed.items.length} items`, ...items].join('\n')}\n`;
}
