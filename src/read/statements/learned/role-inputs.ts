import { tableRows } from '../../../language/net/tables.ts';
import { quotePlace } from './cue-inputs.ts';
import { type Setting, settingOf } from './setting.ts';
import type { View } from './view.ts';

/** What the role net sees of a word of a cue's window beside the states of both: a row in each of these tables. */
export const ROLE_TABLES = tableRows({
  lower: 3000,
  distance: 32,
  side: 256,
  rule: 128,
  ruleName: 32,
  kind: 256,
  quote: 32,
  branch: 600,
  relation: 512,
  between: 48,
  cue: 2000,
  cueLexicon: 128,
});
export const ROLE_INPUT_WIDTH = ROLE_TABLES.count;

/** Writes {@link ROLE_INPUT_WIDTH} rows for each word of the cue's window into `rows`; answers the window's setting. */
export function roleInputs(view: View, cue: number, rows: Int32Array): Setting {
  const setting = settingOf(view, cue);
  const { word, lemma, lexicon, sort, shape, relation, passage } = view;
  const { row } = ROLE_TABLES;
  const { first, last } = setting;
  for (let i = first, at = 0; i <= last; i++, at += ROLE_INPUT_WIDTH) {
    const w = i - first;
    const distance = i - cue;
    const sentence = Math.max(-3, Math.min(3, passage.sentence[i]! - passage.sentence[cue]!));
    const quote = quoteState(setting, passage.quotation[i]!, passage.quotation[cue]!);
    const side = (distance < 0 ? 0 : distance === 0 ? 1 : 2) + 3 * (sentence + 3);
    const role = setting.rule[w]!;
    const before = w > 0 ? setting.rule[w - 1]! : 4;
    const after = i < last ? setting.rule[w + 1]! : 4;
    rows[at] = row.lower(word[i]!);
    rows[at + 1] = row.distance(bucket(distance));
    rows[at + 2] = row.side(side * 8 + quote);
    rows[at + 3] = row.rule(role * 25 + before * 5 + after);
    rows[at + 4] = row.ruleName(setting.ruleName);
    rows[at + 5] = row.kind(sort[i]! * 16 + shape[i]!);
    rows[at + 6] = row.quote(quotePlace(view, i));
    rows[at + 7] = row.branch(setting.branch[w]!);
    rows[at + 8] = row.relation(relation[i]! * 8 + setting.depth[w]!);
    rows[at + 9] = row.between(setting.commas[w]! + 4 * setting.verbs[w]! + 12 * setting.openers[w]!);
    rows[at + 10] = row.cue(lemma[cue]!);
    rows[at + 11] = row.cueLexicon(lexicon[cue]!);
  }
  return setting;
}

/** Where a word's quotation stands to the cue: 0 none, 1 the cue's own, 2 right before, 3 right behind, 4 another before, 5 another behind. */
function quoteState({ quoteBefore, quoteAfter }: Setting, quotation: number, own: number): number {
  if (quotation < 0) return 0;
  if (quotation === own) return 1;
  if (quotation === quoteBefore) return 2;
  if (quotation === quoteAfter) return 3;
  return quotation < Math.max(quoteBefore, own) ? 4 : 5;
}

function bucket(distance: number): number {
  const far = Math.abs(distance);
  const step = far <= 6 ? far : far <= 9 ? 7 : far <= 14 ? 8 : far <= 22 ? 9 : far <= 40 ? 10 : 11;
  return distance < 0 ? step : 16 + step;
}
