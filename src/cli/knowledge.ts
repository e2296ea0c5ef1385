import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KnowledgeSource } from '../domain/ports/imported-knowledge.ts';
import { importFile } from '../read/imports/import-file.ts';
import { loadKnowledge, shippedCounts } from '../read/knowledge.ts';
import { type Arguments, type Command, Complaint, type House, type OpenArchive, UsageError } from './command.ts';

/** Broken records of one file that are named one by one; the rest is counted. */
const MOST_NAMED = 50;

/** `stemma knowledge`: what is known of actors, and what readers bring along. */
export const command: Command = {
  name: 'knowledge',
  summary: 'what is known of actors: list, import lists of your own, forget them again',
  usage: 'knowledge [list] | knowledge import [--source NAME] FILE… | knowledge forget SOURCE…',
  help: `Without more, lists what ships and what was imported. \`import\` takes OpenSanctions or FollowTheMoney entities (JSON lines),
dumps of Wikidata (JSON, one item a line), MISP galaxy clusters and CAMEO or PETRARCH actor dictionaries, gzip or not. A stopped import
goes on where it stood when it is called again; a broken record is named and skipped. Articles read from then on know the new names.`,
  options: { source: { type: 'string' } },
  optionHelp: { source: 'name to keep the file’s rows under; its base name unless given' },
  run: async (args, house) => {
    const [action = 'list', ...operands] = args.operands;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act)
      throw new UsageError(`There is no \`knowledge ${action}\`; there are ${Object.keys(ACTIONS).join(', ')}.`);
    const open = await house.openArchive();
    try {
      return await act(operands, house, open, args);
    } finally {
      await open.archive.close();
    }
  },
};

type Act = (operands: readonly string[], house: House, open: OpenArchive, args: Arguments) => Promise<number>;

const ACTIONS: Readonly<Record<string, Act>> = {
  list: async (_operands, { stdout }, { knowledge }) => {
    stdout.write(`Shipped with Stemma, snapshot ${loadKnowledge().snapshot}:\n`);
    for (const { file, rows } of shippedCounts()) stdout.write(`  ${String(rows).padStart(5)}  ${file}\n`);
    const sources = await knowledge.sources();
    stdout.write(sources.length > 0 ? 'Imported:\n' : 'Nothing is imported yet: `stemma knowledge import FILE…`.\n');
    for (const source of sources) stdout.write(`  ${describe(source)}\n`);
    return 0;
  },
  import: async (files, house, open, args) => {
    if (files.length === 0) throw new UsageError('Name a file: `stemma knowledge import FILE…`.');
    const name = args.flags.source as string | undefined;
    if (name !== undefined && files.length > 1) throw new UsageError('One source is one file; import them one by one.');
    let imported = 0;
    for (const file of files) {
      try {
        await importOne(file, name ?? basename(file), house, open);
        imported += 1;
      } catch (error) {
        if (!(error instanceof Complaint)) throw error;
        house.stderr.write(`stemma: ${error.message}\n`);
      }
    }
    return imported > 0 ? 0 : 1;
  },
  forget: async (names, { stdout, stderr }, { knowledge }) => {
    if (names.length === 0) throw new UsageError('Name a source; `stemma knowledge` lists them.');
    let forgotten = 0;
    for (const name of names) {
      if (await knowledge.forget(name)) {
        forgotten += 1;
        stdout.write(`Forgotten: ${name}.\n`);
      } else stderr.write(`stemma: There is no source ${name}; \`stemma knowledge\` lists them.\n`);
    }
    return forgotten > 0 ? 0 : 1;
  },
};

async function importOne(file: string, name: string, house: House, { knowledge }: OpenArchive): Promise<void> {
  const path = house.path(file);
  const print = await printOf(path);
  if (!print) throw new Complaint(`There is no file ${file}.`);
  const before = (await knowledge.sources()).find((source) => source.name === name);
  if (before && before.print !== print)
    throw new Complaint(
      `${name} was imported from another file; \`stemma knowledge forget ${name}\` makes room for this one.`,
    );
  if (before && before.endedMs !== null) {
    house.stdout.write(`${file} is imported already: ${describe(before)}.\n`);
    return;
  }
  if (before && before.position > 0) house.stderr.write(`${file}: going on after record ${before.position}.\n`);
  let named = 0;
  const source = await importFile(createReadStream(path), { name, file, print }, knowledge, {
    onBroken: (where, why) => {
      named += 1;
      if (named <= MOST_NAMED) house.stderr.write(`stemma: ${file}, ${where}: ${why}, so it is skipped.\n`);
    },
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code?.startsWith('Z_'))
      throw new Complaint(`${file} is no whole gzip file; what was read of it is kept.`);
    throw error;
  });
  if (named > MOST_NAMED)
    house.stderr.write(`stemma: ${file}: ${named - MOST_NAMED} more broken records are skipped.\n`);
  house.stdout.write(`${describe(source)}.\n`);
}

const PRINT_BYTES = 65_536;

/** Size and a hash of the beginning: enough to tell editions of a list apart without reading gigabytes twice. */
async function printOf(path: string): Promise<string | undefined> {
  const handle = await openHandle(path).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PRINT_BYTES), 0, PRINT_BYTES, 0);
    return `${size}-${createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 16)}`;
  } finally {
    await handle.close();
  }
}

function describe({ name, format, actors, passed, broken, endedMs, position }: KnowledgeSource): string {
  const state =
    endedMs === null ? `stopped after record ${position}` : `imported ${new Date(endedMs).toISOString().slice(0, 10)}`;
  return `${name} (${format}): ${actors} actors, ${passed} of no use here, ${broken} broken, ${state}`;
}
