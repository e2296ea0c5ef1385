import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { writeWarc } from '../collect/warc-write.ts';
import type { Capture } from '../domain/capture.ts';
import type { Sources } from '../domain/ports/sources.ts';
import { type Command, Complaint, UsageError } from './command.ts';

const AT_A_TIME = 50;

/** `stemma export`: what was captured, in a form that other tools and archives read. */
export const command: Command = {
  name: 'export',
  summary: 'write the captures out as a web archive (WARC)',
  usage: 'export --warc [--source SOURCE] FILE.warc.gz|-',
  help: `Writes every captured page with its time, headers and hash as WARC 1.1, one gzip member a record; the invented demo is left out.
The file appears only when it is whole.`,
  options: { warc: { type: 'boolean' }, source: { type: 'string' } },
  optionHelp: {
    warc: 'WARC 1.1 (the only form so far)',
    source: 'only what came from this source (its id or address)',
  },
  run: async (args, house) => {
    const [file] = args.operands;
    if (!args.flags.warc || !file) throw new UsageError('Say what and where: `stemma export --warc FILE.warc.gz`.');
    const { archive, sources } = await house.openArchive();
    try {
      const source = await sourceNamed(args.flags.source, sources);
      let count = 0;
      const captures = all(sources, source, () => {
        count += 1;
      });
      const bytes = writeWarc(captures, { software: `Stemma/${house.version}`, nowMs: house.clock.nowMs() });
      if (file === '-') await pour(bytes, house.stdout);
      else {
        const path = house.path(file);
        await whole(bytes, path);
        house.stdout.write(`${count} captures are in ${path}.\n`);
      }
      return 0;
    } finally {
      await archive.close();
    }
  },
};

async function sourceNamed(given: unknown, sources: Sources): Promise<string | undefined> {
  if (typeof given !== 'string') return undefined;
  const found = (await sources.sources()).find(({ id, url }) => id === given || url === given);
  if (!found) throw new Complaint(`There is no source ${given}.`);
  return found.id;
}

async function* all(sources: Sources, source: string | undefined, tell: () => void): AsyncIterable<Capture> {
  for (let after: string | undefined; ; ) {
    const page = await sources.captures({ limit: AT_A_TIME, ...(source && { source }), ...(after && { after }) });
    for (const capture of page) {
      tell();
      yield capture;
    }
    after = page.at(-1)?.id;
    if (after === undefined) return;
  }
}

/** Under a name of its own until it is whole: a run that is cut leaves no half archive behind. */
async function whole(bytes: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished);
  try {
    await once(file, 'open');
    await pour(bytes, file);
    file.end();
    await once(file, 'close');
    await rename(unfinished, path);
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function pour(bytes: AsyncIterable<Uint8Array>, stream: Writable): Promise<void> {
  for await (const piece of bytes) if (!stream.write(piece)) await once(stream, 'drain');
}
