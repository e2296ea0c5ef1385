import { compareStatements } from '../relate/relate.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField } from './rows.ts';

/** `stemma compare`: whether two statements agree. */
export const command: Command = {
  name: 'compare',
  summary: 'whether two statements agree, dispute or have nothing to do with each other',
  usage: 'compare --ndjson [FILE…|-]',
  help: 'Reads rows {id, a, b} and prints {id, relation: agrees | disputes | unrelated | unclear, why}.',
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) =>
    answerRows(house, makeOutput(house.stdout), args.operands, (row) => {
      const { relation, why } = compareStatements(neededField(row, 'a'), neededField(row, 'b'));
      return { relation, why };
    }),
};
