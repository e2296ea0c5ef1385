import { makeFeedReader } from '../collect/feeds/feed-reader.ts';
import { collectRound, mendSchedules } from '../collect/round.ts';
import { collectPorts, runCollector } from '../work/collector.ts';
import { fetcherOf } from '../work/fetching.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import type { Command } from './command.ts';

/** `stemma collect`: ask the followed feeds, without the site. */
export const command: Command = {
  name: 'collect',
  summary: 'ask the followed feeds and take in what is new',
  usage: 'collect [--once] [--all]',
  help: `Asks every source that is due, takes in what is new and carries it along the line; without --once it goes on until Ctrl-C
(\`stemma serve\` does the same beside the site).`,
  options: { once: { type: 'boolean' }, all: { type: 'boolean' } },
  optionHelp: { once: 'one round, then a summary', all: 'ask every source now, due or not' },
  run: async (args, house) => {
    const open = await house.openArchive();
    const fetcher = fetcherOf(house.settings, house.clock, house.version, open.sources);
    const reader = makeFeedReader();
    const parts = { ...open, clock: house.clock, fetcher, reader, publicUrl: house.settings.publicUrl };
    const stages = stagesInThread(house.settings);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    try {
      const nowMs = house.clock.nowMs();
      await mendSchedules(open.sources, nowMs);
      if (args.flags.all)
        for (const source of await open.sources.sources())
          if (!source.paused && !source.retired) await open.sources.changeSource(source.id, { dueAtMs: nowMs });
      if (!args.flags.once) {
        await Promise.all([
          runCollector(parts, stop.signal),
          runLine({ ...open, clock: house.clock, stages }, { until: stop.signal }),
        ]);
        return 0;
      }
      const report = await collectRound(collectPorts(parts), {
        signal: stop.signal,
        onProgress: (progress) => {
          if ((house.stderr as { isTTY?: boolean }).isTTY)
            house.stderr.write(
              `\r\u001b[K${progress.polled} asked, ${progress.sourcesDue} to go · ${progress.kept} items taken in, ${progress.itemsWaiting} to go`,
            );
        },
      });
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty' });
      house.stdout.write(
        `${(house.stderr as { isTTY?: boolean }).isTTY ? '\n' : ''}Asked ${report.polled} sources (${report.failed} failed): ${report.newItems} new items, ${report.kept} taken in, ${report.putOff} put off, ${report.refused} not to be had.\n`,
      );
      return 0;
    } finally {
      await Promise.all([stages.close(), fetcher.close(), reader.close()]);
      await open.archive.close();
    }
  },
};
