import { findDates } from '../read/dates/dates.ts';
import { timelineOf } from '../relate/relate.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, type Row, RowError } from './rows.ts';

/** `stemma timeline`: the days on which something happened in a topic. */
export const command: Command = {
  name: 'timeline',
  summary: 'the days of a topic, the weightiest first',
  usage: 'timeline --ndjson [FILE…|-]',
  help: 'Reads rows {topic, docs: [{date, text}]} and prints {topic, dates: [ISO days, ranked]}.',
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) =>
    answerRows(house, makeOutput(house.stdout), args.operands, (row) =>
      timelineOf(neededField(row, 'topic'), docsOf(row), (text, context) => findDates(text, context)),
    ),
};

function docsOf(row: Row) {
  if (!Array.isArray(row.docs)) throw new RowError('"docs" is not a list');
  return row.docs.map((doc: unknown) => {
    if (typeof doc !== 'object' || doc === null) throw new RowError('"docs" holds something that is no document');
    return { date: neededField(doc as Row, 'date'), text: neededField(doc as Row, 'text') };
  });
}
