import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Knowledge } from '../domain/ports/knowledge.ts';
import { actorsOfFile } from '../read/imports/import-file.ts';
import { loadKnowledge } from '../read/knowledge.ts';
import { namesInMemory, withImported } from '../read/with-imported.ts';
import { type Arguments, Complaint, type House } from './command.ts';

/** The option of filters that read with a list of one's own beside what ships. */
export const KNOWLEDGE_OPTION = { knowledge: { type: 'string' } } as const;
export const KNOWLEDGE_OPTION_HELP = {
  knowledge: 'also know the actors of this file (any form that `stemma knowledge import` takes)',
} as const;

/** What ships, and the file of `--knowledge` where it is given. The snapshot is numbered by what the file gave. */
export async function knowledgeOfArguments(args: Arguments, house: House): Promise<Knowledge> {
  const file = args.flags.knowledge as string | undefined;
  if (file === undefined) return loadKnowledge();
  const path = house.path(file);
  if (!(await stat(path).catch(() => undefined))?.isFile()) throw new Complaint(`There is no file ${file}.`);
  const actors = await actorsOfFile(createReadStream(path), (where, why) =>
    house.stderr.write(`stemma: ${file}, ${where}: ${why}, so it is skipped.\n`),
  );
  const number = createHash('sha256').update(JSON.stringify(actors)).digest().readUIntBE(0, 3) + 1;
  return withImported(loadKnowledge(), namesInMemory(actors, file), number);
}
