import { feedItemsWith } from '../collect/feed-file.ts';
import { type FeedReader, makeFeedReader } from '../collect/feeds/feed-reader.ts';
import { type Fetcher, isFailure } from '../collect/fetch.ts';
import { capturesFrom, isSkipped, pasteCapture } from '../collect/files.ts';
import type { Capture } from '../domain/capture.ts';
import { fetcherOf } from '../work/fetching.ts';
import { takeIn } from '../work/intake.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { isAddress, isOtherAddress } from './addresses.ts';
import { type Command, type House, type OpenArchive, UsageError } from './command.ts';
import { showProgress } from './progress.ts';

/** `stemma add`: files, folders and addresses into the archive. */
export const command: Command = {
  name: 'add',
  summary: 'take files, folders or addresses into the archive',
  usage: 'add FILE|FOLDER|URL|-…',
  help: `Takes in texts, pages, mails, feeds and web archives (a folder with all that lies in it), the page at an address, or\nstandard input (-); cleans, reads and
relates each, and ends with a summary. Adding the same again changes nothing. A running site shows the new articles at once.`,
  options: {},
  optionHelp: {},
  run: async (args, house) => {
    if (!args.operands.length)
      throw new UsageError('Name a file, a folder or an address: `stemma add FILE|FOLDER|URL…`.');
    const open = await house.openArchive();
    try {
      return await addAll(args.operands, house, open);
    } finally {
      await open.archive.close();
    }
  },
};

type Skipped = { readonly name: string; readonly why: string };

async function addAll(operands: readonly string[], house: House, open: OpenArchive): Promise<number> {
  const taken: { readonly id: string; readonly name: string; readonly isNew: boolean }[] = [];
  const skipped: Skipped[] = [];
  for await (const item of itemsOf(operands, house)) {
    if ('why' in item) {
      skipped.push(item);
      continue;
    }
    const kept = await takeIn(open, item.capture);
    if (kept.outcome === 'refused')
      skipped.push({ name: item.name, why: 'It was removed from here on request and stays out.' });
    else taken.push({ id: kept.id, name: item.name, isNew: kept.outcome === 'new' });
  }
  const progress = showProgress(house.stderr, await open.queue.counts());
  if (taken.length) {
    const stages = stagesInThread(house.settings);
    try {
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty', onProgress: progress.show });
    } finally {
      await stages.close();
    }
  }
  progress.end();
  return summarise(taken, skipped, house, open);
}

async function summarise(
  taken: readonly { readonly id: string; readonly name: string; readonly isNew: boolean }[],
  skipped: readonly Skipped[],
  house: House,
  { archive }: OpenArchive,
): Promise<number> {
  const failed: Skipped[] = [...skipped];
  let added = 0;
  let known = 0;
  for (const { id, name, isNew } of taken) {
    const outcome = await archive.outcome(id);
    if (outcome?.state === 'failed') failed.push({ name, why: outcome.message });
    else if (!outcome) failed.push({ name, why: 'It was removed from here on request and stays out.' });
    else if (isNew) added += 1;
    else known += 1;
  }
  const size = await archive.size();
  const lines = [
    `${count(added, 'article')} added${known ? `, ${count(known, 'article')} known already` : ''}${failed.length ? `, ${failed.length} skipped` : ''}.`,
    ...failed.map(({ name, why }) => `  skipped ${name}: ${why}`),
    `The archive now holds ${count(size.articles, 'article')}, ${count(size.statements, 'statement')}, ${count(size.actors, 'actor')} and ${count(size.stories, 'story', 'stories')}, without the demo.`,
  ];
  house.stdout.write(`${lines.join('\n')}\n`);
  return added + known > 0 ? 0 : 1;
}

type Item = { readonly name: string; readonly capture: Capture } | Skipped;

async function* itemsOf(operands: readonly string[], house: House): AsyncIterable<Item> {
  const reader = makeFeedReader();
  const fetcher = fetcherOf(house.settings, house.clock, house.version);
  try {
    for (const operand of operands) {
      if (isAddress(operand)) yield await fetched(operand, fetcher);
      else if (isOtherAddress(operand)) yield { name: operand, why: 'Only http and https addresses can be fetched.' };
      else if (operand === '-') yield await pasted(house);
      else yield* fromPath(operand, house, reader);
    }
  } finally {
    await Promise.all([reader.close(), fetcher.close()]);
  }
}

async function fetched(address: string, fetcher: Fetcher): Promise<Item> {
  const got = await fetcher.fetch(address, { kind: 'typed' });
  return isFailure(got) ? { name: address, why: got.message } : { name: address, capture: got };
}

async function pasted(house: House): Promise<Item> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of house.stdin) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString('utf8');
  const name = 'standard input';
  return text.trim() ? { name, capture: pasteCapture(text, {}, house.clock.nowMs()) } : { name, why: 'It is empty.' };
}

async function* fromPath(operand: string, house: House, reader: FeedReader): AsyncIterable<Item> {
  const { maxHtmlBytes, maxTextBytes } = house.settings;
  const nowMs = house.clock.nowMs();
  const options = { nowMs, maxHtmlBytes, maxTextBytes, feedItems: feedItemsWith(reader, nowMs) };
  let found = 0;
  for await (const item of capturesFrom(house.path(operand), options)) {
    found += 1;
    if (isSkipped(item)) yield { name: item.path, why: item.message };
    else yield { name: item.given?.fileName ?? item.finalUrl ?? operand, capture: item };
  }
  if (!found) yield { name: operand, why: 'It holds nothing that can be read as an article.' };
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
