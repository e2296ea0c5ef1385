import { addDemo } from '../work/demo.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { type Command, UsageError } from './command.ts';

/** `stemma demo`: the invented affair, there or gone. */
export const command: Command = {
  name: 'demo',
  summary: 'add or remove the invented demo',
  usage: 'demo --add | --remove',
  help: `The demo is an invented affair between invented states. It is marked on every screen and counts in no statistics or export.
Removed, it stays away until \`stemma demo --add\`.`,
  options: { add: { type: 'boolean' }, remove: { type: 'boolean' } },
  optionHelp: { add: 'put the demo into the archive', remove: 'take it out' },
  run: async (args, house) => {
    if (Boolean(args.flags.add) === Boolean(args.flags.remove)) throw new UsageError('Say either --add or --remove.');
    const open = await house.openArchive();
    const stages = stagesInThread(house.settings);
    try {
      if (args.flags.remove) {
        const removed = await open.archive.removeDemo();
        house.stdout.write(`The demo is gone (${removed} invented articles).\n`);
        return 0;
      }
      await addDemo(open, house.clock.nowMs(), { again: true });
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty' });
      house.stdout.write('The demo is in the archive; everything in it is invented.\n');
      return 0;
    } finally {
      await stages.close();
      await open.archive.close();
    }
  },
};
