import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { isFailure } from '../collect/fetch.ts';
import type { Pages } from '../domain/ports/pages.ts';
import { decideNotice } from '../rights/decision.ts';
import { removeArticle } from '../rights/removal.ts';
import type { SiteHouse } from '../web/house.ts';
import { makeSite } from '../web/site.ts';
import { addDemo } from '../work/demo.ts';
import { takeIn } from '../work/intake.ts';
import { awaitOutcome } from '../work/outcome.ts';
import { type Command, type House, type OpenArchive, UsageError } from './command.ts';
import { fetcherOf } from './fetching.ts';

/** `stemma serve`: the site, and the line behind it. */
export const command: Command = {
  name: 'serve',
  summary: 'serve the site and keep working (what `npm start` does)',
  usage: 'serve',
  help: `Serves the site on 127.0.0.1 at STEMMA_PORT and carries articles along the line. An empty archive gets the invented demo.
Ends with Ctrl-C; what was begun goes on at the next start.`,
  options: {},
  optionHelp: {},
  run: async (args, house) => {
    if (args.operands.length) throw new UsageError('`stemma serve` takes no files; `stemma add` does.');
    const server = createServer();
    await listen(server, house.settings.port);
    const open = await house.openArchive().catch(async (error: unknown) => {
      server.close();
      throw error;
    });
    const pages = await house.openPages();
    const fetcher = fetcherOf(house.settings, house.clock, house.version);
    if ((await open.archive.size()).articles === 0) await addDemo(open, house.clock.nowMs(), { again: false });
    const line = house.startLine();
    server.on('request', getRequestListener(makeSite(siteHouse(house, open, pages, fetcher)).fetch));
    house.stdout.write(greeting(house, server));
    await stopSignal();
    house.stderr.write('\nStopping …\n');
    server.close();
    server.closeIdleConnections();
    await Promise.all([line.stop(), pages.close(), fetcher.close()]);
    server.closeAllConnections();
    await open.archive.close();
    return 0;
  },
};

function siteHouse(house: House, open: OpenArchive, pages: Pages, fetcher: ReturnType<typeof fetcherOf>): SiteHouse {
  const { archive, queue } = open;
  const ports = { archive, queue, clock: house.clock };
  return {
    pages,
    archive,
    settings: house.settings,
    clock: house.clock,
    version: house.version,
    takeIn: (capture) => takeIn(open, capture),
    awaitOutcome: (capture) => awaitOutcome(open, capture),
    fetchPage: async (url) => {
      const got = await fetcher.fetch(url, { kind: 'typed' });
      return isFailure(got) ? { error: got.error, message: got.message } : got;
    },
    progress: () => queue.counts(),
    removeArticle: async (article, reason) => (await removeArticle(ports, article, reason)) !== undefined,
    grantNotice: async (notice, reason) => (await decideNotice(ports, notice, 'granted', reason)) !== undefined,
    refuseNotice: async (notice, reason) => (await decideNotice(ports, notice, 'refused', reason)) !== undefined,
    demo: {
      state: archive.demoState,
      add: async () => {
        await addDemo(open, house.clock.nowMs(), { again: true });
      },
      remove: archive.removeDemo,
    },
    imprint: async () => {
      const file = house.settings.imprintFile;
      return file ? await readFile(house.path(file), 'utf8').catch(() => undefined) : undefined;
    },
    trouble: (error, path) => house.stderr.write(`stemma: ${path}: ${error.stack ?? error.message}\n`),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function greeting(house: House, server: Server): string {
  const { port } = server.address() as AddressInfo;
  return [
    `Stemma ${house.version} is at http://127.0.0.1:${port}`,
    `The archive lies in ${house.settings.dataDir}`,
    'Next: open the address, or take articles in with `npm run -s stemma -- add FOLDER`. Ctrl-C ends it.',
    '',
  ].join('\n');
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
