import { readFile, writeFile } from 'node:fs/promises';
import { findFeeds } from '../collect/discover.ts';
import { makeFeedReader } from '../collect/feeds/feed-reader.ts';
import { isFailure } from '../collect/fetch.ts';
import { readOpml, writeOpml } from '../collect/opml.ts';
import type { NewSource, Source } from '../domain/ports/sources.ts';
import { fetcherOf } from '../work/fetching.ts';
import { isAddress } from './addresses.ts';
import { type Command, Complaint, type House, type OpenArchive, UsageError } from './command.ts';

/** `stemma sources`: the followed feeds and how each of them is doing. */
export const command: Command = {
  name: 'sources',
  summary: 'the followed feeds: list with health, add, import, export, pause, remove',
  usage:
    'sources [list] | sources add URL… | sources import FILE.opml|URL | sources export [FILE] | sources pause|resume|remove SOURCE…',
  help: `Without more, lists each source with its state in words, the last good time and the next poll. \`add\` finds the feeds of a page.
SOURCE is an id or the feed's address.`,
  options: {},
  optionHelp: {},
  run: async (args, house) => {
    const [action = 'list', ...operands] = args.operands;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) throw new UsageError(`There is no \`sources ${action}\`; there are ${Object.keys(ACTIONS).join(', ')}.`);
    const open = await house.openArchive();
    try {
      return await act(operands, house, open);
    } finally {
      await open.archive.close();
    }
  },
};

type Act = (operands: readonly string[], house: House, open: OpenArchive) => Promise<number>;

const ACTIONS: Readonly<Record<string, Act>> = {
  list: async (_operands, house, { sources }) => {
    const all = await sources.sources();
    for (const source of all) house.stdout.write(`${describe(source, house.clock.nowMs())}\n`);
    if (!all.length)
      house.stdout.write('No feed is followed yet: `stemma sources add URL`, or `stemma sources import FILE.opml`.\n');
    return 0;
  },
  add: async (addresses, house, { sources }) => {
    if (!addresses.length) throw new UsageError('Name an address: `stemma sources add URL…`.');
    const fetcher = fetcherOf(house.settings, house.clock, house.version, sources);
    const reader = makeFeedReader();
    let added = 0;
    try {
      for (const address of addresses) {
        const found = await findFeeds(address, { fetcher, reader }, { enough: 1 });
        if ('error' in found) {
          house.stderr.write(`stemma: ${address}: ${found.message}\n`);
          continue;
        }
        const [first] = found;
        if (!first) {
          house.stderr.write(`stemma: ${address}: No feed was found there.\n`);
          continue;
        }
        const name = first.feed.title ?? new URL(first.url).hostname;
        const { isNew } = await sources.addSource(
          {
            url: first.url,
            kind: first.kind,
            name,
            homepage: first.feed.link,
            folder: null,
            language: first.feed.language,
            country: null,
            owner: null,
          },
          house.clock.nowMs(),
        );
        house.stdout.write(
          `${isNew ? 'Following' : 'Followed already'}: ${name} (${first.url}, ${first.feed.items.length} items).\n`,
        );
        added += 1;
      }
    } finally {
      await Promise.all([fetcher.close(), reader.close()]);
    }
    return added ? 0 : 1;
  },
  import: async ([operand], house, { sources }) => {
    if (!operand) throw new UsageError('Name an OPML list: `stemma sources import FILE.opml|URL`.');
    const listed = readOpml(await bytesOf(operand, house), isAddress(operand) ? operand : undefined);
    if ('error' in listed) throw new Complaint(`${operand}: ${listed.message}`);
    let added = 0;
    for (const source of listed as readonly NewSource[])
      if ((await sources.addSource(source, house.clock.nowMs())).isNew) added += 1;
    house.stdout.write(`${added} sources added, ${listed.length - added} known already.\n`);
    return 0;
  },
  export: async ([file], house, { sources }) => {
    const opml = writeOpml(await sources.sources(), 'Stemma');
    if (file) await writeFile(house.path(file), opml);
    else house.stdout.write(opml);
    return 0;
  },
  pause: (operands, house, open) =>
    change(operands, house, open, 'Paused', (id) => open.sources.changeSource(id, { paused: true })),
  resume: (operands, house, open) =>
    change(operands, house, open, 'Resumed', (id) =>
      open.sources.changeSource(id, { paused: false, dueAtMs: house.clock.nowMs() }),
    ),
  remove: (operands, house, open) => change(operands, house, open, 'Removed', (id) => open.sources.removeSource(id)),
};

async function change(
  operands: readonly string[],
  house: House,
  { sources }: OpenArchive,
  done: string,
  act: (id: string) => Promise<void>,
): Promise<number> {
  if (!operands.length) throw new UsageError('Name a source by its id or address; `stemma sources` lists them.');
  const all = await sources.sources();
  let changed = 0;
  for (const operand of operands) {
    const source = all.find(({ id, url }) => id === operand || url === operand);
    if (!source) {
      house.stderr.write(`stemma: There is no source ${operand}.\n`);
      continue;
    }
    await act(source.id);
    house.stdout.write(`${done}: ${source.name}.\n`);
    changed += 1;
  }
  return changed ? 0 : 1;
}

/** One source in words: how it is doing, when it last was well, when it is asked next. */
function describe(source: Source, nowMs: number): string {
  const { health, schedule } = source;
  const state = source.retired
    ? 'retired'
    : source.paused
      ? 'paused'
      : health.error
        ? `${health.message ?? health.error} (${health.failuresInARow} in a row)`
        : health.lastPollMs === null
          ? 'not asked yet'
          : 'well';
  const times = [
    health.lastGoodMs === null ? undefined : `last good ${new Date(health.lastGoodMs).toISOString().slice(0, 16)}Z`,
    source.paused || source.retired
      ? undefined
      : `next ${schedule.dueAtMs <= nowMs ? 'now' : `in ${Math.ceil((schedule.dueAtMs - nowMs) / 60_000)} min`}`,
    health.reservations?.linkOnly ? 'reserved: links only' : undefined,
  ];
  return `${source.id}  ${source.name}${source.folder ? ` [${source.folder}]` : ''}\n  ${source.url}\n  ${[state, ...times].filter(Boolean).join(' · ')}`;
}

async function bytesOf(operand: string, house: House): Promise<Uint8Array> {
  if (!isAddress(operand)) {
    const bytes = await readFile(house.path(operand)).catch(() => undefined);
    if (!bytes) throw new Complaint(`There is no file ${operand}.`);
    return bytes;
  }
  const fetcher = fetcherOf(house.settings, house.clock, house.version);
  try {
    const got = await fetcher.fetch(operand, { kind: 'typed' });
    if (isFailure(got)) throw new Complaint(`${operand}: ${got.message}`);
    return got.body;
  } finally {
    await fetcher.close();
  }
}
