import { isFailure } from '../collect/fetch.ts';
import { fetcherOf } from '../work/fetching.ts';
import { type Command, UsageError } from './command.ts';
import { makeOutput } from './output.ts';
import { answerRows, neededField } from './rows.ts';

/** `stemma fetch`: what an address answers, through the guard. */
export const command: Command = {
  name: 'fetch',
  summary: 'fetch addresses through the guard and say what happened',
  usage: 'fetch [--ndjson] URL… | --ndjson [FILE…|-]',
  help: `Fetches each address as the collector would (addresses checked when connecting, redirects too, limits on time and bytes) and prints
what came back. With --ndjson, rows {id?, url} give {url, status, finalUrl, sha256, byteLength} or {url, error}.`,
  options: { ndjson: { type: 'boolean' } },
  optionHelp: { ndjson: 'rows in, rows out' },
  run: async (args, house) => {
    const out = makeOutput(house.stdout);
    const fetcher = fetcherOf(house.settings, house.clock, house.version);
    try {
      if (args.flags.ndjson)
        return await answerRows(house, out, args.operands, async (row) => {
          const url = neededField(row, 'url');
          const got = await fetcher.fetch(url, { kind: 'typed' });
          if (isFailure(got)) return { url, error: got.error, message: got.message };
          return {
            url,
            status: got.status,
            finalUrl: got.finalUrl,
            sha256: got.sha256,
            byteLength: got.body.byteLength,
          };
        });
      if (!args.operands.length) throw new UsageError('Name an address: `stemma fetch URL…`.');
      let fetched = 0;
      for (const url of args.operands) {
        const got = await fetcher.fetch(url, { kind: 'typed' });
        if (isFailure(got)) {
          house.stderr.write(`stemma: ${url}: ${got.message}\n`);
          continue;
        }
        fetched += 1;
        const type = got.headers['content-type'] ?? 'no content type';
        await out.text(
          `${got.status} ${got.finalUrl ?? url}\n  ${got.body.byteLength} bytes · ${type} · sha256 ${got.sha256}\n`,
        );
      }
      return fetched > 0 ? 0 : 1;
    } finally {
      await fetcher.close();
    }
  },
};
