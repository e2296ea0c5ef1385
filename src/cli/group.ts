import { groupStories } from '../relate/relate.ts';
import type { Command } from './command.ts';
import { makeOutput } from './output.ts';
import { collectRows, neededId, textField } from './rows.ts';

/** `stemma group`: articles in order of arrival to stories. */
export const command: Command = {
  name: 'group',
  summary: 'which articles tell of one happening',
  usage: 'group --ndjson [FILE…|-]',
  help: `Reads rows {id, title, text, published?} in order of arrival and, at the end of input, prints {id, story} for each.`,
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out (the only form)' },
  run: async (args, house) => {
    const out = makeOutput(house.stdout);
    const docs = await collectRows(house, out, args.operands, (row, id) => ({
      given: id,
      id: neededId(id),
      title: textField(row, 'title') ?? null,
      text: textField(row, 'text') ?? '',
      published: textField(row, 'published') ?? textField(row, 'date') ?? null,
    }));
    if (!docs.length) return 1;
    const given = new Map(docs.map((doc) => [doc.id, doc.given]));
    for (const { id, story } of groupStories(docs)) await out.line({ id: given.get(id), story });
    return 0;
  },
};
