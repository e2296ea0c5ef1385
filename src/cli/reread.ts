import type { RereadingRun, RereadingScope } from '../domain/ports/rereading.ts';
import { runLine } from '../work/line.ts';
import { type RereadOptions, reread } from '../work/reread.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { type Arguments, type Command, Complaint, type House, type OpenArchive, UsageError } from './command.ts';
import { makeOutput } from './output.ts';
import { showProgress } from './progress.ts';

/** `stemma reread`: the articles of the archive again, with the present reader and knowledge. */
export const command: Command = {
  name: 'reread',
  summary: 'read the archive again with the present reader, and say what changed',
  usage: 'reread [--all] [--json] [ARTICLE…]',
  help: `Reads again what an older reader or older knowledge has read; with --all every article, or only those named (an id, the address of
its page here, or its original address). Statements that are found again keep their address, others stay as withdrawn; corrections hold
on. Broken off or killed, the same command goes on where it was. At the end what changed is related
again.`,
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    all: 'every article, by whichever reader it was read',
    json: 'a JSON line for each article that changed, then one with the counts',
  },
  run: async (args, house) => {
    if (args.flags.all && args.operands.length) throw new UsageError('Say either --all or name articles.');
    const open = await house.openArchive();
    const stages = stagesInThread(house.settings);
    try {
      const scope = await scopeOf(args, open, house);
      const run = await rereadShown(scope, args, house, { ...open, stages });
      if (!run) {
        house.stderr.write('stemma: Broken off; the same command goes on from here.\n');
        return 1;
      }
      const progress = showProgress(house.stderr, await open.queue.counts());
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty', onProgress: progress.show });
      progress.end();
      house.stdout.write(
        args.flags.json
          ? `${JSON.stringify({ reader: run.reader, knowledge: run.knowledge, ...run.report })}\n`
          : reportOf(run),
      );
      return run.report.articles > 0 && run.report.stopped === run.report.articles ? 1 : 0;
    } finally {
      await stages.close();
      await open.archive.close();
    }
  },
};

async function scopeOf(args: Arguments, { archive }: OpenArchive, house: House): Promise<RereadingScope> {
  if (args.flags.all) return 'all';
  if (args.operands.length === 0) return 'outdated';
  const articles = new Set<string>();
  for (const operand of args.operands) {
    const found = await archive.articlesNamed([operand]);
    if (!found.length) house.stderr.write(`stemma: There is no article ${operand}.\n`);
    for (const id of found) articles.add(id);
  }
  if (!articles.size) throw new Complaint('Nothing was read again.');
  return { articles: [...articles].sort() };
}

type Parts = OpenArchive & { readonly stages: ReturnType<typeof stagesInThread> };

/** Reads with progress in counts on a terminal, and with a JSON line for each article that changed where that was asked for. */
async function rereadShown(
  scope: RereadingScope,
  args: Arguments,
  house: House,
  { archive, stages }: Parts,
): Promise<RereadingRun | undefined> {
  const out = makeOutput(house.stdout);
  const isTerminal = (house.stderr as { isTTY?: boolean }).isTTY === true;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  let done = 0;
  let total = 0;
  const options: RereadOptions = {
    signal: stop.signal,
    onBegin: (run) => {
      done = run.report.articles;
      total = run.total;
      if (run.isResumed)
        house.stderr.write(
          `Going on with the re-reading of ${new Date(run.startedAtMs).toISOString().slice(0, 16)} UTC: ${done} of ${total} articles are done.\n`,
        );
    },
    onArticle: async ({ articleId }, kept) => {
      done += 1;
      if (isTerminal) house.stderr.write(`\r\u001b[K${done} of ${total} articles read again`);
      if (args.flags.json && kept?.differs)
        await out.line({ article: articleId, ...kept.changes, corrections: kept.corrections });
    },
    onFailure: ({ articleId }, reason) =>
      house.stderr.write(
        `${isTerminal ? '\r\u001b[K' : ''}stemma: ${articleId} keeps its earlier reading: ${reason}\n`,
      ),
  };
  const run = await reread({ archive, stages }, scope, options);
  house.stderr.write(isTerminal ? '\n' : `${done} of ${total} articles read again\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  return run;
}

function reportOf({ report, reader, knowledge }: RereadingRun): string {
  const { statements, corrections } = report;
  if (report.articles === 0)
    return `All that was asked for has been read with ${reader} and knowledge ${knowledge}; nothing is to be done.\n`;
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    `Read ${count(report.articles, 'article', 'articles')} again with ${reader} and knowledge ${knowledge}; ${report.changed} changed${report.besides ? ` (${report.besides} only in names, dates, places, figures or events)` : ''}${report.stopped ? `, ${report.stopped} keep their earlier reading` : ''}.`,
    `  statements   ${statements.kept} as they were, ${statements.reworded} with other words, ${statements.added} new, ${statements.withdrawn} withdrawn`,
    `  speakers     ${report.speakers} changed`,
    `  stances      ${report.stances} changed`,
    `  corrections  ${corrections.placed} found their place, ${count(corrections.needLook, 'needs', 'need')} a look${corrections.needLook ? ' (`stemma correct list`)' : ''}`,
    '',
  ].join('\n');
}
