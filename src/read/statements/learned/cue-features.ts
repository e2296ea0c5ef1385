import { feature1, feature2, feature3 } from '../../../language/hash.ts';
import { NO_WORD, type View } from './view.ts';

/** A place to write features into, reused from call to call. */
export class FeatureList {
  readonly values = new Int32Array(512);
  count = 0;
  push(feature: number): void {
    this.values[this.count++] = feature;
  }
}

/** What speaks for word `i` being the head of a cue: itself, its neighbours, marks, parse, and the rules. */
export function cueFeatures(view: View, i: number, out: FeatureList): void {
  const { word, lemma, suffix, shape, sort, upos, tag, lexicon, head, relation, passage, ruleCue, rules } = view;
  const floor = passage.sentenceFirst[passage.sentence[i]!]!;
  const ceiling = passage.sentenceFirst[passage.sentence[i]! + 1]! - 1;
  const at = (array: ArrayLike<number>, k: number) => (i + k >= floor && i + k <= ceiling ? array[i + k]! : NO_WORD);
  out.count = 0;
  out.push(feature1(1, 1));
  out.push(feature1(2, word[i]!));
  out.push(feature1(3, lemma[i]!));
  out.push(feature1(4, suffix[i]!));
  out.push(feature2(5, lexicon[i]!, sort[i]!));
  out.push(feature2(6, word[i]!, at(word, -1)));
  out.push(feature2(7, word[i]!, at(word, 1)));
  out.push(feature1(8, at(word, -1)));
  out.push(feature1(9, at(word, 1)));
  out.push(feature1(10, at(word, 2)));
  out.push(feature1(11, at(word, -2)));
  out.push(feature3(12, lexicon[i]!, at(sort, -1), at(shape, -1)));
  out.push(feature3(13, lexicon[i]!, at(sort, 1), at(shape, 1)));
  out.push(
    feature3(14, at(sort, -2) * 16 + at(shape, -2), at(sort, -1) * 16 + at(shape, -1), sort[i]! * 16 + shape[i]!),
  );
  out.push(feature3(15, at(sort, 2) * 16 + at(shape, 2), at(sort, 1) * 16 + at(shape, 1), sort[i]! * 16 + shape[i]!));
  out.push(feature3(16, lemma[i]!, at(sort, 1) * 16 + at(shape, 1), at(sort, -1) * 16 + at(shape, -1)));
  out.push(feature3(17, word[i]!, at(word, 1), at(word, 2)));
  const inQuote = passage.quotation[i]! >= 0 ? 1 : 0;
  out.push(feature2(18, inQuote, lexicon[i]!));
  out.push(feature2(19, quoteNear(view, i, floor, ceiling), lexicon[i]!));
  out.push(feature1(20, quoteNear(view, i, floor, ceiling)));
  out.push(feature2(21, Math.min(i - floor, 4), Math.min(ceiling - i, 4)));
  const rule = ruleCue[i]!;
  out.push(feature1(22, rule ? rules[rule - 1]! : 0));
  if (rule) {
    out.push(feature2(23, rules[rule - 1]!, lemma[i]!));
    out.push(feature2(24, rules[rule - 1]!, inQuote));
  }
  out.push(feature1(25, tag[i]!));
  out.push(feature2(26, lemma[i]!, tag[i]!));
  out.push(feature3(27, at(tag, -1), tag[i]!, at(tag, 1)));
  out.push(feature3(28, lexicon[i]!, tag[i]!, relation[i]!));
  out.push(feature2(29, tag[i]!, relation[i]!));
  const up = head[i]!;
  out.push(feature3(30, lemma[i]!, relation[i]!, 1));
  if (up >= 0) {
    out.push(feature3(31, lemma[up]!, relation[i]!, tag[i]!));
    out.push(feature3(32, lexicon[up]!, relation[i]!, lexicon[i]!));
    out.push(feature3(46, lemma[up]!, relation[i]!, lemma[i]!));
  }
  out.push(feature2(33, at(upos, -1), at(upos, -2)));
  out.push(feature2(34, at(upos, 1), at(upos, 2)));
  dependents(view, i, floor, ceiling, out);
  const clause = clauseWords(view, i, floor, ceiling);
  out.push(feature2(44, lexicon[i]!, clause));
  out.push(feature2(45, lemma[i]!, clause));
}

/** The relations that hang on the word, alone and with the word; what the subject looks like. */
function dependents(view: View, i: number, floor: number, ceiling: number, out: FeatureList): void {
  const { head, relation, lemma, lexicon, shape, sort, tag } = view;
  let set = 0;
  for (let k = Math.max(floor, i - 60); k <= Math.min(ceiling, i + 60); k++) {
    if (head[k] !== i) continue;
    const rel = relation[k]!;
    out.push(feature2(35, rel, k < i ? 1 : 0));
    out.push(feature3(36, rel, lemma[i]!, k < i ? 1 : 0));
    out.push(feature3(37, rel, lexicon[i]!, tag[k]!));
    if (rel === 1 || rel === 2) out.push(feature3(38, shape[k]!, sort[k]!, lexicon[i]!));
    if (rel <= 14) set |= 1 << rel;
    if (out.count > 400) break;
  }
  out.push(feature2(39, set, tag[i]!));
  out.push(feature2(40, set, lexicon[i]!));
}

/** Whether quotation marks close right before the clause or open right behind it: 0 to 15. */
function quoteNear(view: View, i: number, floor: number, ceiling: number): number {
  const { passage } = view;
  let before = 0;
  for (let k = i - 1; k >= Math.max(floor, i - 12); k--)
    if (passage.quotation[k]! >= 0 && passage.quotation[k] !== passage.quotation[i]) {
      before = i - k <= 1 ? 1 : i - k <= 4 ? 2 : 3;
      break;
    }
  let after = 0;
  for (let k = i + 1; k <= Math.min(ceiling, i + 12); k++)
    if (passage.quotation[k]! >= 0 && passage.quotation[k] !== passage.quotation[i]) {
      after = k - i <= 1 ? 1 : k - i <= 4 ? 2 : 3;
      break;
    }
  return before * 4 + after;
}

/** What stands in the clause around the word: "that" behind it, a comma, an auxiliary before it, where the sentence ends. */
function clauseWords(view: View, i: number, floor: number, ceiling: number): number {
  const { passage, sort, shape } = view;
  let bits = 0;
  for (let k = i + 1; k <= Math.min(ceiling, i + 8); k++) {
    if (passage.lower[k] === 'that') bits |= 1;
    if (passage.lower[k] === 'to') bits |= 2;
    if (shape[k] === 6) {
      bits |= 4;
      break;
    }
    if (sort[k] === 1) bits |= 8;
  }
  for (let k = i - 1; k >= Math.max(floor, i - 8); k--) {
    if (shape[k] === 6) {
      bits |= 16;
      break;
    }
    if (sort[k] === 1) bits |= 32;
    if (sort[k] === 6) bits |= 64;
  }
  if (ceiling - i <= 2) bits |= 128;
  return bits;
}
