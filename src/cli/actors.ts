import { phraseActor } from '../read/who/phrase-actor.ts';
import { type NameKind, sameName } from '../read/who/same-name.ts';
import type { Command } from './command.ts';
import { KNOWLEDGE_OPTION, KNOWLEDGE_OPTION_HELP, knowledgeOfArguments } from './knowledge-file.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, type Row, textField } from './rows.ts';

/** `stemma actors`: whether two names are one's, and whom a phrase means. */
export const command: Command = {
  name: 'actors',
  summary: 'whether two names are the same one’s, and whom a phrase means',
  usage: 'actors --ndjson [--knowledge FILE] [FILE…|-]',
  help: `Reads rows {id, name1, name2, kind?} and prints {id, same: 0..1}, or rows {id, phrase, date?} and prints {id, name, country, sector}.
kind is person or organisation (a schema such as Person or Company is understood too). country is ISO alpha-3, or IGO, NGO, EUR for bodies
of many states; sector is PLOVER's (GOV, MIL, REB…), ELI for those who left office, PRE for states that few recognise, UNK where the words name none.`,
  options: { ndjson: { type: 'boolean' }, ...KNOWLEDGE_OPTION },
  optionHelp: { ndjson: 'rows in, rows out (the only form)', ...KNOWLEDGE_OPTION_HELP },
  run: async (args, house) => {
    const knowledge = await knowledgeOfArguments(args, house);
    return answerRows(house, makeOutput(house.stdout), args.operands, (row) => {
      const phrase = textField(row, 'phrase');
      if (phrase !== undefined) return { ...phraseActor(phrase, knowledge, textField(row, 'date')) };
      return { same: sameName(neededField(row, 'name1'), neededField(row, 'name2'), kindOf(row)) };
    });
  },
};

function kindOf(row: Row): NameKind | undefined {
  const kind = textField(row, 'kind')?.toLowerCase();
  if (kind === undefined) return undefined;
  return kind === 'person' || kind === 'per' ? 'person' : 'organisation';
}
