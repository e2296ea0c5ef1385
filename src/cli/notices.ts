import { readFile } from 'node:fs/promises';
import { decideNotice } from '../rights/decision.ts';
import { keepNewNotice, noticeFromMail } from '../rights/notices.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { type Arguments, type Command, Complaint, type House, type OpenArchive, UsageError } from './command.ts';

/** `stemma notices`: requests about rights, from mails, and what was decided. */
export const command: Command = {
  name: 'notices',
  summary: 'requests about rights: list, take in from a mail, decide',
  usage: 'notices [list] | notices import FILE.eml… | notices grant|refuse NOTICE --reason WORDS',
  help: `Without more, lists the notices, newest first. \`import\` reads mails as notices. \`grant\` and \`refuse\` decide an open one; granting a
takedown removes the articles that it names, with all that rests on them.`,
  options: { reason: { type: 'string' } },
  optionHelp: { reason: 'the reason for a decision, for the public log' },
  run: async (args, house) => {
    const [action = 'list', ...operands] = args.operands;
    const act = ACTIONS[action];
    if (!act) throw new UsageError(`There is no \`notices ${action}\`; there are list, import, grant and refuse.`);
    const open = await house.openArchive();
    try {
      return await act(operands, args, house, open);
    } finally {
      await open.archive.close();
    }
  },
};

type Act = (operands: readonly string[], args: Arguments, house: House, open: OpenArchive) => Promise<number>;

const ACTIONS: Readonly<Record<string, Act>> = {
  list: async (_operands, _args, house, { archive }) => {
    const notices = await archive.notices();
    for (const { id, kind, state, from, about, receivedAtMs } of notices)
      house.stdout.write(
        `${id}  ${new Date(receivedAtMs).toISOString().slice(0, 16)}  ${state.padEnd(7)}  ${kind.padEnd(10)}  ${from}: ${about.join(' ')}\n`,
      );
    if (!notices.length) house.stdout.write('There are no notices.\n');
    return 0;
  },
  import: async (files, _args, house, { archive }) => {
    if (!files.length) throw new UsageError('Name a mail: `stemma notices import FILE.eml…`.');
    let kept = 0;
    for (const file of files) {
      const bytes = await readFile(house.path(file)).catch(() => undefined);
      const notice = bytes && (await noticeFromMail(bytes, house.clock.nowMs()));
      if (!bytes) house.stderr.write(`stemma: There is no file ${file}.\n`);
      else if (!notice || 'error' in notice)
        house.stderr.write(`stemma: ${file}: ${notice?.message ?? 'This is no mail.'}\n`);
      else {
        const isNew = await keepNewNotice(archive, notice);
        house.stdout.write(
          `${isNew ? 'Kept' : 'Known already'}: ${notice.kind} from ${notice.from} about ${notice.about.join(' ') || 'nothing named'} as notice ${notice.id}.\n`,
        );
        kept += 1;
      }
    }
    if (!kept) throw new Complaint('No notice was taken in.');
    return 0;
  },
  grant: (operands, args, house, open) => decide('granted', operands, args, house, open),
  refuse: (operands, args, house, open) => decide('refused', operands, args, house, open),
};

async function decide(
  state: 'granted' | 'refused',
  operands: readonly string[],
  args: Arguments,
  house: House,
  open: OpenArchive,
): Promise<number> {
  const [id] = operands;
  const { reason } = args.flags;
  if (!id)
    throw new UsageError(
      `Name the notice: \`stemma notices ${state === 'granted' ? 'grant' : 'refuse'} NOTICE --reason WORDS\`.`,
    );
  if (typeof reason !== 'string' || !reason.trim())
    throw new UsageError('Say why with --reason; the reason stands in the public log.');
  const decision = await decideNotice({ ...open, clock: house.clock }, id, state, reason);
  if (!decision) throw new Complaint(`There is no open notice ${id}.`);
  if (decision.removed.length) {
    const stages = stagesInThread(house.settings);
    try {
      await runLine({ ...open, clock: house.clock, stages }, { until: 'empty' });
    } finally {
      await stages.close();
    }
  }
  house.stdout.write(
    `Notice ${id} is ${state}${decision.removed.length ? `; removed ${decision.removed.join(', ')}` : ''}.\n`,
  );
  return 0;
}
