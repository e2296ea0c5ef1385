import { RELATIONS } from '../../../language/language.ts';
import type { Words } from '../draft.ts';
import type { View } from './view.ts';

const SUBJECT = RELATIONS.indexOf('nsubj');

/**
 * Who speaks behind the word at `cue`, by the tree ("…, said the envoy using another word for it"): the words under its subject,
 * without a clause that hangs on them. Undefined where no subject stands behind it, or one inside a quotation.
 */
export function subjectBehind(view: View, cue: number): Words | undefined {
  const { head, relation, passage } = view;
  const ceiling = passage.sentenceFirst[passage.sentence[cue]! + 1]!;
  let subject = cue + 1;
  while (subject < ceiling && !(head[subject] === cue && relation[subject] === SUBJECT)) subject++;
  if (subject === ceiling || passage.quotation[subject] !== passage.quotation[cue]) return undefined;
  const belongs = (i: number) => {
    let at = i;
    for (let steps = 0; at >= 0 && at !== subject && steps < 12; steps++) {
      if (CLAUSES.has(relation[at]!)) return false;
      at = head[at]!;
    }
    return at === subject;
  };
  let [first, last] = [subject, subject];
  while (first > cue + 1 && belongs(first - 1)) first--;
  while (last + 1 < ceiling && belongs(last + 1)) last++;
  return [first, last];
}

const CLAUSES: ReadonlySet<number> = new Set(
  ['acl', 'acl:relcl', 'advcl', 'advcl:relcl', 'parataxis', 'punct'].map((name) => RELATIONS.indexOf(name)),
);
