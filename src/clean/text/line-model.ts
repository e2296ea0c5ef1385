import { type Draft, type Step, setAside } from '../draft.ts';
import { judge } from '../main-text/main-text.ts';
import { loadWeights, type MainTextWeights } from '../main-text/weights.ts';
import { plainPage } from './plain-page.ts';

/** Fewest lines of which a trained judgement is asked; below, a text is what someone chose to paste. */
const FEWEST_LINES = 6;

/** A line of a copied page that is less likely than this to be the article's is set aside (compared on folds 1 and 2); */
const UNLIKELY = 0.45;

/** one that reads as a full paragraph only below this, */
const UNLIKELY_PROSE = 0.35;

/** and any line of a text that is nearly all paragraphs only below this: what is lost cannot be quoted. */
const VERY_UNLIKELY = 0.2;

/** Share of its characters in paragraphs that makes a text one that somebody has chosen, line by line. */
const NEARLY_ALL = 0.8;

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
    const weights = draft.weights?.lines ?? shipped!;
    const { probability } = judge(plainPage(blocks.map((block) => block.text)), weights);
    const left = blocks.filter((block) => !block.removed).map((block) => block.text);
    const isChosen = lengthOf(left.filter(readsAsProse)) >= lengthOf(left) * NEARLY_ALL;
    for (const [i, block] of blocks.entries()) {
      const least = isChosen ? VERY_UNLIKELY : readsAsProse(block.text) ? UNLIKELY_PROSE : UNLIKELY;
      if (probability[i]! < least)
        setAside(
          block,
          'line-model',
          `not worded or placed like the article (${Math.round(probability[i]! * 100)} % likely)`,
        );
    }
  },
};

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
const readsAsProse = (line: string) => line.length >= 100 && /[.!?。]["”’»)\]]*$/.test(line);
