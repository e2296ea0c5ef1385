import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { addDemo } from '../work/demo.ts';
import { fetcherOf } from '../work/fetching.ts';
import { type Command, type House, UsageError } from './command.ts';

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
    // A request that comes while the archive is still being opened waits for the site; without a listener Node would never answer it.
    const site = Promise.withResolvers<ReturnType<typeof getRequestListener>>();
    const server = createServer(async (request, response) => (await site.promise)(request, response));
    await listen(server, house.settings.port);
    const open = await house.openArchive().catch(async (error: unknown) => {
      server.close();
      throw error;
    });
    const pages = await house.openPages();
    // Wakes a reader thread while the rest is loaded; what it answers is of no interest.
    void pages.latest({ limit: 1 }).catch(() => undefined);
    const fetcher = fetcherOf(house.settings, house.clock, house.version, open.sources);
    if ((await open.archive.size()).articles === 0) await addDemo(open, house.clock.nowMs(), { again: false });
    site.resolve(getRequestListener(await house.makeSite(open, pages, fetcher)));
    house.stdout.write(greeting(house, server));
    const stopped = stopSignal();
    // The first page goes before the work behind it: both threads load for a while.
    const isOver = await Promise.race([stopped.then(() => true), sleep(HEAD_START_MS, false)]);
    const threads = isOver ? [] : [house.startLine(), house.startCollector()];
    await stopped;
    house.stderr.write('\nStopping …\n');
    server.close();
    server.closeIdleConnections();
    await Promise.all([...threads.map((thread) => thread.stop()), pages.close(), fetcher.close()]);
    server.closeAllConnections();
    await open.archive.close();
    return 0;
  },
};

const HEAD_START_MS = 500;

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
