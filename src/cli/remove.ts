import { removeArticle } from '../rights/removal.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { type Command, Complaint, UsageError } from './command.ts';

/** `stemma remove`: an article and all that rests on it, out of the archive for good. */
export const command: Command = {
  name: 'remove',
  summary: 'remove an article with all that rests on it, for good',
  usage: 'remove --reason WORDS ARTICLE…',
  help: `ARTICLE is an id, the address of its page here, or its original address. Its words leave the pages, feeds, search and files; a tombstone
of hashes keeps the address and the text from coming back, and its page answers 410.`,
  options: { reason: { type: 'string' } },
  optionHelp: { reason: 'why, for the log (kept without any word of the article)' },
  run: async (args, house) => {
    const reason = args.flags.reason;
    if (!args.operands.length) throw new UsageError('Name an article: `stemma remove --reason WORDS ARTICLE…`.');
    if (typeof reason !== 'string' || !reason.trim())
      throw new UsageError('Say why with --reason; the reason is kept with the tombstone.');
    const open = await house.openArchive();
    const stages = stagesInThread(house.settings);
    try {
      let removed = 0;
      for (const operand of args.operands) {
        const [article] = await open.archive.articlesNamed([operand]);
        const removal = article && (await removeArticle(open, article, reason));
        if (!removal) {
          house.stderr.write(`stemma: There is no article ${operand}.\n`);
          continue;
        }
        removed += 1;
        house.stdout.write(
          `Removed ${removal.article} with ${removal.statements} ${removal.statements === 1 ? 'statement' : 'statements'}.\n`,
        );
      }
      if (!removed) throw new Complaint('Nothing was removed.');
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty' });
      return 0;
    } finally {
      await stages.close();
      await open.archive.close();
    }
  },
};
