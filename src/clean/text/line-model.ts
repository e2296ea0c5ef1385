import { type Draft, type Step, setAside } from '../draft.ts';
import { chooseBlocks } from '../main-text/choose.ts';
import { judge } from '../main-text/main-text.ts';
import { loadWeights, type MainTextWeights } from '../main-text/weights.ts';
import { plainPage } from './plain-page.ts';

/** Fewest lines of which a trained judgement is asked; below, a text is what someone chose to paste. */
const FEWEST_LINES = 6;

/** A line is set aside only where the model is this sure: what is lost cannot be quoted, what stays can be skipped. */
const SURE = 0.2;

let shipped: MainTextWeights | undefined;

/** Tells article lines from page lines where no wording rule knows them: menus, teasers, captions of a copied page. */
export const lineModel: Step = {
  name: 'line-model',
  what: 'Judges every line of a text by its words, shape and neighbours (two trained forests) and sets aside what is surely not the article.',
  for: 'text',
  run(draft: Draft): void {
    const { blocks } = draft;
    if (blocks.length < FEWEST_LINES) return;
    shipped ??= draft.weights?.lines ? undefined : loadWeights('lines');
    const { probability, words } = judge(
      plainPage(blocks.map((block) => block.text)),
      draft.weights?.lines ?? shipped!,
    );
    const chosen = chooseBlocks(words, probability);
    for (const [i, block] of blocks.entries())
      if (!chosen[i] && probability[i]! < SURE)
        setAside(
          block,
          'line-model',
          `not worded or placed like the article (${Math.round(probability[i]! * 100)} % likely)`,
        );
  },
};
