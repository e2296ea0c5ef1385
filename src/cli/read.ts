import type { Article } from '../domain/article.ts';
import { isArticle } from '../domain/article.ts';
import type { Knowledge } from '../domain/ports/knowledge.ts';
import type { Reading } from '../domain/reading.ts';
import { readArticle } from '../read/read.ts';
import {
  ARTICLE_OPTION_HELP,
  ARTICLE_OPTIONS,
  articleOrRowError,
  checkForms,
  cleanWith,
  fileInput,
  readRow,
  rowInput,
} from './article-rows.ts';
import { type Arguments, type Command, Complaint, type House } from './command.ts';
import { KNOWLEDGE_OPTION, KNOWLEDGE_OPTION_HELP, knowledgeOfArguments } from './knowledge-file.ts';
import { makeOutput } from './output.ts';
import { printReading } from './print-reading.ts';
import { answerRows } from './rows.ts';

/** `stemma read`: an article in, who said what out. */
export const command: Command = {
  name: 'read',
  summary: 'who says what in an article, with the evidence',
  usage: 'read [--json|--ndjson] [--as-is] [--html|--text] [--knowledge FILE] [FILE…|-]',
  help: `Cleans each article and prints its title, time and statements: who, cue, what, mode, stance, hedges, on whose authority.
Files are plain text or pages; "-" or nothing is standard input. No archive is touched.`,
  options: { ...ARTICLE_OPTIONS, ...KNOWLEDGE_OPTION },
  optionHelp: { ...ARTICLE_OPTION_HELP, ...KNOWLEDGE_OPTION_HELP },
  run: async (args, house) => {
    checkForms(args);
    const knowledge = await knowledgeOfArguments(args, house);
    return args.flags.ndjson ? readRows(args, house, knowledge) : readFiles(args, house, knowledge);
  },
};

function readRows(args: Arguments, house: House, knowledge: Knowledge): Promise<number> {
  return answerRows(house, makeOutput(house.stdout), args.operands, (row, id) => {
    const article = articleOrRowError(cleanWith(house, args, rowInput(row, args.flags['as-is'] === true)));
    return readRow(id, article, readCleaned(String(id), article, knowledge));
  });
}

async function readFiles(args: Arguments, house: House, knowledge: Knowledge): Promise<number> {
  const out = makeOutput(house.stdout);
  const operands = args.operands.length ? args.operands : ['-'];
  let answered = 0;
  for (const operand of operands) {
    try {
      const { id, input } = await fileInput(house, operand, args);
      const article = cleanWith(house, args, input);
      if (!isArticle(article))
        throw new Complaint(`${operand === '-' ? 'Standard input' : operand}: ${article.message}`);
      const reading = readCleaned(id, article, knowledge);
      if (args.flags.json) await out.text(`${JSON.stringify(readRow(id, article, reading), null, 2)}\n`);
      else await out.text(printReading(article, reading, { colour: house.colour, columns: columnsOf(house.stdout) }));
      answered += 1;
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      house.stderr.write(`stemma: ${error.message}\n`);
    }
  }
  return answered > 0 ? 0 : 1;
}

/** Width of the terminal; undefined where there is none, and lines stay whole. */
const columnsOf = (stdout: House['stdout']): number | undefined => (stdout as { readonly columns?: number }).columns;

function readCleaned(id: string, article: Article, knowledge: Knowledge): Reading {
  const { text, title, published, outlet, url, agency, dateline, chain, language } = article;
  return readArticle({ id, text, title, published, outlet, url, agency, dateline, chain, language }, knowledge);
}
