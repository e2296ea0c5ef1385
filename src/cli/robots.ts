import { robotsAllows } from '../collect/robots.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, RowError, textField } from './rows.ts';

/** `stemma robots`: what a robots.txt lets whom fetch. */
export const command: Command = {
  name: 'robots',
  summary: 'what a robots.txt lets a crawler fetch (RFC 9309)',
  usage: 'robots --ndjson [FILE…|-]',
  help: 'Reads rows {id, robots|robots_base64, ua, url} and prints {id, allowed, rule?}: the line that decided, as written.',
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) =>
    answerRows(house, makeOutput(house.stdout), args.operands, (row) => {
      const base64 = textField(row, 'robots_base64');
      const robots = base64 === undefined ? textField(row, 'robots') : Buffer.from(base64, 'base64');
      if (robots === undefined) throw new RowError('one of "robots" and "robots_base64" is needed');
      const { allowed, rule } = robotsAllows(robots, neededField(row, 'ua'), neededField(row, 'url'));
      return { allowed, ...(rule === undefined ? {} : { rule }) };
    }),
};
