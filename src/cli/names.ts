import { findNames } from '../language/language.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField } from './rows.ts';

/** `stemma names`: persons, organisations and places in a text. */
export const command: Command = {
  name: 'names',
  summary: 'persons, organisations and places in a text',
  usage: 'names --ndjson [FILE…|-]',
  help: 'Reads rows {id, text} and prints {id, entities: [{start, end, type: PER | ORG | LOC | MISC | NORP}]}.',
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) =>
    answerRows(house, makeOutput(house.stdout), args.operands, (row) => ({
      entities: findNames(neededField(row, 'text')),
    })),
};
