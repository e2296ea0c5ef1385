import { findEvents } from '../read/events/events.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField, textField } from './rows.ts';

/** `stemma events`: who did what to whom. */
export const command: Command = {
  name: 'events',
  summary: 'who did what to whom, as PLOVER event types',
  usage: 'events --ndjson [FILE…|-]',
  help: `Reads rows {id, text, source?, target?} and prints {id, label?, events: [{start, end, type, quad, source, target, …}]}. With source and
target given, label is the type of what the one did to the other.`,
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: (args, house) =>
    answerRows(house, makeOutput(house.stdout), args.operands, (row) => {
      const text = neededField(row, 'text');
      const source = textField(row, 'source');
      const target = textField(row, 'target');
      if (source === undefined && target === undefined) return { events: findEvents(text) };
      const events = findEvents(text, { given: { source: source ?? '', target: target ?? '' } });
      return { ...(events[0] && { label: events[0].type }), events };
    }),
};
