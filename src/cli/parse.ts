import { readFile } from 'node:fs/promises';
import {
  type Analysis,
  fromConllu,
  givenSegments,
  NotConllu,
  RELATIONS,
  sharedLanguage,
  TAGS,
  toConllu,
  UPOS,
} from '../language/language.ts';
import { type Command, Complaint, type House, UsageError } from './command.ts';
import { makeOutput } from './output.ts';

/** `stemma parse`: words, tags and dependencies of a text. */
export const command: Command = {
  name: 'parse',
  summary: 'words, tags and dependencies of a text',
  usage: 'parse [--conllu|--json] [--tokens] [FILE…|-]',
  help: `Reads plain text and prints CoNLL-U (or, with --json, one JSON object a sentence). With --tokens it reads CoNLL-U and keeps its tokens and
sentences: for measuring.`,
  options: { conllu: { type: 'boolean' }, json: { type: 'boolean' }, tokens: { type: 'boolean' } },
  optionHelp: {
    conllu: 'print CoNLL-U (the default)',
    json: 'print one JSON object a sentence: {start, end, text, tokens}',
    tokens: 'the input is CoNLL-U: keep its tokens and sentences',
  },
  run: async (args, house) => {
    if (args.flags.conllu && args.flags.json) throw new UsageError('--conllu and --json exclude each other.');
    const language = sharedLanguage();
    const out = makeOutput(house.stdout);
    for (const operand of args.operands.length ? args.operands : ['-']) {
      const text = await textOf(operand, house);
      const analysis = args.flags.tokens ? language.analyseTokens(givenTokens(text, operand)) : language.analyse(text);
      if (!args.flags.json) await out.text(toConllu(analysis));
      else for (let s = 0; s < analysis.sentenceCount; s++) await out.line(sentenceOf(analysis, s));
    }
    return 0;
  },
};

function givenTokens(text: string, operand: string) {
  try {
    return givenSegments(fromConllu(text));
  } catch (error) {
    if (error instanceof NotConllu)
      throw new Complaint(`${operand === '-' ? 'Standard input' : operand}: ${error.message}`);
    throw error;
  }
}

function sentenceOf(analysis: Analysis, sentence: number) {
  const { text, tokenStart, tokenEnd, sentenceFirstToken } = analysis;
  const first = sentenceFirstToken[sentence]!;
  const end = sentenceFirstToken[sentence + 1]!;
  const [from, to] = [tokenStart[first]!, tokenEnd[end - 1]!];
  const tokens = Array.from({ length: end - first }, (_, at) => {
    const i = first + at;
    return {
      ...{
        start: tokenStart[i],
        end: tokenEnd[i],
        form: text.slice(tokenStart[i], tokenEnd[i]),
        lemma: analysis.lemma(i),
      },
      ...{ upos: UPOS[analysis.upos[i]!], tag: TAGS[analysis.tag[i]!] },
      ...{
        head: analysis.head[i]! < 0 ? 0 : analysis.head[i]! - first + 1,
        relation: RELATIONS[analysis.relation[i]!],
      },
    };
  });
  const names = analysis.names.filter(({ start }) => start >= from && start < to);
  return { start: from, end: to, text: text.slice(from, to), tokens, names };
}

async function textOf(operand: string, house: House): Promise<string> {
  if (operand !== '-') {
    const bytes = await readFile(house.path(operand)).catch(() => undefined);
    if (!bytes) throw new Complaint(`There is no file ${operand}.`);
    return bytes.toString('utf8');
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of house.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}
