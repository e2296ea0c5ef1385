import { loadKnowledge } from '../read/knowledge.ts';
import { phraseActor } from '../read/who/phrase-actor.ts';
import { type NameKind, sameName } from '../read/who/same-name.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, type Row, textField } from './rows.ts';

/** `stemma actors`: whether two names are one's, and whom a phrase means. */
export const command: Command = {
  name: 'actors',
  summary: 'whether two names are the same one’s, and whom a phrase means',
  usage: 'actors --ndjson [FILE…|-]',
  help: `Reads rows {id, name1, name2, kind?} and prints {id, same: 0..1}, or rows {id, phrase, date?} and prints {id, name, country, sector}.
kind is person or organisation (a schema such as Person or Company is understood too).`,
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) => {
    const knowledge = loadKnowledge();
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
