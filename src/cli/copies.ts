import { findCopies } from '../relate/relate.ts';
import type { Command } from './command.ts';
import { EchoedIds } from './echoed-ids.ts';
import { makeOutput } from './output.ts';
import { collectRows, neededField } from './rows.ts';

/** `stemma copies`: which texts share their words. */
export const command: Command = {
  name: 'copies',
  summary: 'which texts were copied from one another, and how much of them',
  usage: 'copies --ndjson [FILE…|-]',
  help: `Reads rows {id, text} and prints {a, b, cover} for each pair that shares text, from .15 up.
cover is the share of the shorter text's words that stand, in runs of eight or more, in the other.`,
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: async (args, house) => {
    const out = makeOutput(house.stdout);
    const ids = new EchoedIds();
    const docs = await collectRows(house, out, args.operands, (row, id) => ({
      id: ids.take(id),
      text: neededField(row, 'text'),
    }));
    if (!docs.length) return 1;
    for (const copy of findCopies(docs)) await out.line(ids.echoed(copy));
    return 0;
  },
};
