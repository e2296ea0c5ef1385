import { correctionInWords } from '../domain/corrections/correction-words.ts';
import type { Stance } from '../domain/statement.ts';
import { type Corrected, correct, undoCorrection } from '../work/correcting.ts';
import type { Wish } from '../work/correction-wish.ts';
import { runLine } from '../work/line.ts';
import { stagesInThread } from '../work/stage-thread.ts';
import { knowledgeOfWorld } from '../work/stages.ts';
import type { ActorWish } from '../work/whom-meant.ts';
import { type Arguments, type Command, Complaint, type House, type OpenArchive, UsageError } from './command.ts';
import { listCorrections } from './list-corrections.ts';

const STANCES: readonly Stance[] = ['asserts', 'denies', 'confirms', 'questions', 'demands', 'declines'];

/** `stemma correct`: what the reader got wrong, put right, with undo. */
export const command: Command = {
  name: 'correct',
  summary: 'put right a speaker, a stance, a statement that is none, who is who; list and undo',
  usage:
    'correct speaker STATEMENT --to ACTOR|--name NAME|--nobody | correct stance STATEMENT STANCE | correct hide STATEMENT | correct merge ACTOR --to ACTOR|--name NAME | correct split ACTOR FORM --to ACTOR|--name NAME [--in ARTICLE|--at STATEMENT] | correct undo CORRECTION… | correct [list] [--json]',
  help: `STATEMENT and ACTOR are ids or the addresses of their pages here. \`merge\` makes the first actor one with the second, whose page stays;
\`split\` takes a form of a name off an actor: everywhere, in one article, or as the source of one statement. A correction is kept beside the
reading with its time and reason, holds after a re-reading, and can be undone; one that finds its place no more needs a look. A name that
several bear, or that stands within others' names, is asked back about (\`--to\`, \`--new\`).`,
  options: {
    to: { type: 'string' },
    name: { type: 'string' },
    new: { type: 'boolean' },
    nobody: { type: 'boolean' },
    in: { type: 'string' },
    at: { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    to: 'the actor meant, by id',
    name: 'the actor meant, by name; one that is not known is made',
    new: 'with --name: none of those who bear the name already',
    nobody: 'the text names no speaker',
    in: 'split the form only in this article',
    at: 'split the form only where it names the source of this statement',
    reason: 'why, kept with the correction',
    json: 'list as JSON lines',
  },
  run: async (args, house) => {
    const [action = 'list', ...operands] = args.operands;
    const open = await house.openArchive();
    try {
      if (action === 'list') return await listCorrections(open.archive, house.stdout, args.flags.json === true);
      if (action === 'undo') return await undo(operands, house, open);
      const wish = wishOf(action, operands, args);
      const reason = typeof args.flags.reason === 'string' ? args.flags.reason : '';
      const ports = { ...open, clock: house.clock, knowledge: knowledgeOfWorld(open.names) };
      house.stdout.write(`${told(await correct(ports, wish, reason))}\n`);
      await group(house, open);
      return 0;
    } finally {
      await open.archive.close();
    }
  },
};

function told(answer: Corrected): string {
  if ('kept' in answer)
    return `Corrected: ${correctionInWords(answer.change)}.\n\`stemma correct undo ${answer.kept}\` takes it back.`;
  if ('refused' in answer) throw new Complaint(answer.refused);
  throw new Complaint(
    `${answer.isExact ? `Several bear the name “${answer.name}”` : `Nobody is called just “${answer.name}”, and similar names are known`}: ${answer.which.map(({ id, name }) => `${id} (${name})`).join(', ')}; say which with --to, or --new for somebody else.`,
  );
}

function wishOf(action: string, operands: readonly string[], args: Arguments): Wish {
  const [first, second] = operands;
  const need = (value: string | undefined, what: string): string => {
    if (!value?.trim()) throw new UsageError(`Name the ${what}: \`stemma correct ${action} --help\` says how.`);
    return value;
  };
  switch (action) {
    case 'speaker': {
      const statement = idIn(need(first, 'statement'));
      return { kind: 'speaker', statement, to: args.flags.nobody ? null : actorWish(args) };
    }
    case 'stance': {
      const stance = STANCES.find((one) => one === second);
      if (!stance) throw new UsageError(`A stance is one of ${STANCES.join(', ')}.`);
      return { kind: 'stance', statement: idIn(need(first, 'statement')), to: stance };
    }
    case 'hide':
      return { kind: 'hide', statement: idIn(need(first, 'statement')) };
    case 'merge':
      return { kind: 'merge', actor: idIn(need(first, 'actor')), into: actorWish(args) };
    case 'split': {
      const { in: article, at: statement } = args.flags;
      return {
        ...{ kind: 'split', actor: idIn(need(first, 'actor')), form: need(second, 'form'), to: actorWish(args) },
        ...(typeof article === 'string' && { article: idIn(article) }),
        ...(typeof statement === 'string' && { statement: idIn(statement) }),
      };
    }
    default:
      throw new UsageError(
        `There is no \`correct ${action}\`; there are speaker, stance, hide, merge, split, undo and list.`,
      );
  }
}

function actorWish(args: Arguments): ActorWish {
  const { to, name } = args.flags;
  if (typeof to === 'string') return { actor: idIn(to) };
  if (typeof name === 'string') return { name, isNew: args.flags.new === true };
  throw new UsageError('Say who is meant with --to ACTOR or --name NAME.');
}

/** An id, or the last part of the address of its page. */
function idIn(operand: string): string {
  const inAddress = /\/(?:statement|actor|article)\/([^/?#]+)/.exec(operand)?.[1];
  return inAddress === undefined ? operand.trim() : decodeURIComponent(inAddress);
}

async function undo(ids: readonly string[], house: House, open: OpenArchive): Promise<number> {
  if (!ids.length) throw new UsageError('Name the correction: `stemma correct undo CORRECTION…`.');
  let undone = 0;
  for (const id of ids) {
    if (await undoCorrection({ ...open, clock: house.clock }, id)) undone += 1;
    else house.stderr.write(`stemma: There is no correction ${id} that holds.\n`);
  }
  if (!undone) throw new Complaint('Nothing was undone.');
  house.stdout.write(`Undone: ${undone} ${undone === 1 ? 'correction' : 'corrections'}.\n`);
  await group(house, open);
  return 0;
}

/** Storylines that a correction touches are grouped again before the command ends. */
async function group(house: House, open: OpenArchive): Promise<void> {
  const stages = stagesInThread(house.settings);
  try {
    await runLine({ ...open, clock: house.clock, stages }, { until: 'empty' });
  } finally {
    await stages.close();
  }
}
