import { parentPort, workerData } from 'node:worker_threads';
import { openImportedNames } from '../archive/imported-names.ts';
import type { Capture } from '../domain/capture.ts';
import type { OutletLineCounts } from '../domain/ports/outlet-lines.ts';
import type { ArticleToRead } from '../read/read.ts';
import type { StageAnswer, StageQuestion } from './stage-talk.ts';
import { type Limits, stagesHere } from './stages.ts';

const { limits } = workerData as { readonly limits: Limits };
const stages = stagesHere(limits, limits.dataDir === undefined ? undefined : openImportedNames(limits.dataDir));

parentPort?.on('message', async ({ stage, input }: StageQuestion) => {
  parentPort?.postMessage(await answer(stage, input));
});

async function answer(stage: StageQuestion['stage'], input: unknown): Promise<StageAnswer> {
  try {
    const output = stage === 'clean' ? await cleanOne(input as CleanInput) : await readOne(input as ReadInput);
    return { output };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

type CleanInput = { readonly capture: Capture; readonly lines?: OutletLineCounts };
const cleanOne = ({ capture, lines }: CleanInput) => stages.clean(capture, lines);

type ReadInput = { readonly article: ArticleToRead; readonly isDemo: boolean };
const readOne = ({ article, isDemo }: ReadInput) => stages.read(article, isDemo);

parentPort?.postMessage({ ready: true } satisfies StageAnswer);
