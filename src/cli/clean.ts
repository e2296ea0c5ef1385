import { isArticle } from '../domain/article.ts';
import {
  ARTICLE_OPTION_HELP,
  ARTICLE_OPTIONS,
  articleOrRowError,
  checkForms,
  cleanedRow,
  cleanWith,
  fileInput,
  rowInput,
} from './article-rows.ts';
import { type Arguments, type Command, Complaint, type House } from './command.ts';
import { makeOutput } from './output.ts';
import { printArticle } from './print-article.ts';
import { answerRows } from './rows.ts';

/** `stemma clean`: a page or text in, the article and nothing but the article out. */
export const command: Command = {
  name: 'clean',
  summary: 'a page or text to the article and nothing but the article',
  usage: 'clean [--json|--ndjson|--explain] [--as-is] [--html|--text] [--without STEP]… [FILE…|-]',
  help: `Prints title, outlet, authors, time and main text; everything set aside is kept as furniture with a reason.
With --explain each step of the cleaning says what it found out and set aside; these are the names that --without takes.
Files are plain text or pages; "-" or nothing is standard input. No archive is touched.`,
  options: { ...ARTICLE_OPTIONS, explain: { type: 'boolean' } },
  optionHelp: {
    ...ARTICLE_OPTION_HELP,
    explain: 'print what each step found out and set aside, with the reason for each piece',
  },
  run: async (args, house) => {
    checkForms(args);
    if (args.flags.ndjson)
      return answerRows(house, makeOutput(house.stdout), args.operands, (row, id) =>
        cleanedRow(id, articleOrRowError(cleanWith(house, args, rowInput(row, args.flags['as-is'] === true)))),
      );
    return cleanFiles(args, house);
  },
};

async function cleanFiles(args: Arguments, house: House): Promise<number> {
  const out = makeOutput(house.stdout);
  let answered = 0;
  for (const operand of args.operands.length ? args.operands : ['-']) {
    try {
      const { id, input } = await fileInput(house, operand, args);
      const article = cleanWith(house, args, input, { explain: args.flags.explain === true });
      if (!isArticle(article))
        throw new Complaint(`${operand === '-' ? 'Standard input' : operand}: ${article.message}`);
      await out.text(args.flags.json ? `${JSON.stringify(cleanedRow(id, article), null, 2)}\n` : printArticle(article));
      answered += 1;
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      house.stderr.write(`stemma: ${error.message}\n`);
    }
  }
  return answered > 0 ? 0 : 1;
}
