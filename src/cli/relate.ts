import type { ReadArticle } from '../domain/read-article.ts';
import { readArticle } from '../read/read.ts';
import { relateAll } from '../relate/relate.ts';
import { articleOrRowError, cleanWith, rowInput } from './article-rows.ts';
import type { Command } from './command.ts';
import { EchoedIds } from './echoed-ids.ts';
import { KNOWLEDGE_OPTION, KNOWLEDGE_OPTION_HELP, knowledgeOfArguments } from './knowledge-file.ts';
import { makeOutput } from './output.ts';
import { collectRows } from './rows.ts';

/** `stemma relate`: what holds across articles. */
export const command: Command = {
  name: 'relate',
  summary: 'stories, lineage, claims, disputes and origins across articles',
  usage: 'relate --ndjson [--as-is] [--knowledge FILE] [FILE…|-]',
  help: `Reads rows {id, title?, text, published?, outlet?, url?} and, at the end of input, prints rows {type: story | storyline | lineage |
copy | claim | dispute | figures | origins, …}.`,
  options: { ndjson: { type: 'boolean' }, 'as-is': { type: 'boolean' }, ...KNOWLEDGE_OPTION },
  optionHelp: {
    ndjson: 'rows in, rows out (the only form)',
    'as-is': 'leave the given texts untouched; spans are into them',
    ...KNOWLEDGE_OPTION_HELP,
  },
  run: async (args, house) => {
    const out = makeOutput(house.stdout);
    const knowledge = await knowledgeOfArguments(args, house);
    const ids = new EchoedIds();
    const articles = await collectRows(house, out, args.operands, (row, id): ReadArticle => {
      const article = articleOrRowError(cleanWith(house, args, rowInput(row, args.flags['as-is'] === true)));
      const { title, text, outlet, url, agency, published, language, dateline, chain } = article;
      const key = ids.take(id);
      const reading = readArticle(
        { id: key, text, title, published, outlet, url, agency, dateline, chain, language },
        knowledge,
      );
      return {
        id: key,
        title,
        text,
        outlet,
        url,
        agency,
        published,
        language,
        timeMs: timeOf(published, reading.publishedBetween),
        reading,
      };
    });
    if (!articles.length) return 1;
    const found = await relateAll(articles);
    const line = (row: object): Promise<void> => out.line(ids.echoed(row));
    for (const { id, articles: members } of found.stories) await line({ type: 'story', id, articles: members });
    for (const { id, stories } of found.storylines) await line({ type: 'storyline', id, stories });
    for (const { evidence, evidenceText, ...lineage } of found.lineage)
      await line({ type: 'lineage', ...lineage, evidence: evidence ?? evidenceText });
    for (const copy of found.copies) await line({ type: 'copy', ...copy });
    for (const claim of found.claims) await line({ type: 'claim', ...claim });
    for (const dispute of found.disputes) await line({ type: 'dispute', ...dispute });
    for (const figures of found.figures) await line({ type: 'figures', ...figures });
    for (const origins of found.origins)
      await line({ type: 'origins', story: origins.story, outlets: origins.outlets, origins: origins.origins });
    return 0;
  },
};

/** Where an article stands in time: published, else the middle of the interval that its text allows, else the beginning of time. */
function timeOf(published: string | null, between: readonly [string, string] | undefined): number {
  const at = (value: string) => Date.parse(value.length === 4 ? `${value}-01-01` : value);
  if (published && !Number.isNaN(at(published))) return at(published);
  if (between) return (at(between[0]) + at(between[1])) / 2;
  return 0;
}
