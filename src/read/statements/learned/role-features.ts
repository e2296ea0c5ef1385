import { feature1, feature2, feature3, feature4 } from '../../../language/hash.ts';
import type { FeatureList } from './cue-features.ts';
import { NO_WORD, type View } from './view.ts';

export const ROLES = ['none', 'source', 'cue', 'content'] as const;
export const ROLE_COUNT = ROLES.length;
const WINDOW_WORDS = 150;

/** The words that may belong to the statement of a cue: those of its paragraph, at most 150 either way. */
export function windowOf(view: View, cue: number): readonly [first: number, last: number] {
  const { paragraph, count } = view.passage;
  let first = cue;
  while (first > 0 && cue - first < WINDOW_WORDS && paragraph[first - 1] === paragraph[cue]) first--;
  let last = cue;
  while (last + 1 < count && last - cue < WINDOW_WORDS && paragraph[last + 1] === paragraph[cue]) last++;
  return [first, last];
}

/** What lies between the cue and each word of its window, worked out once per cue. */
export type Setting = {
  readonly cue: number;
  readonly first: number;
  readonly last: number;
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
  readonly openers: Uint8Array;
  readonly cues: Uint8Array;
  /** Relation of the cue's dependent under which a word hangs, or how the paths meet above. */
  readonly branch: Int32Array;
  readonly depth: Uint8Array;
  /** Role that the rules give the word. */
  readonly rule: Uint8Array;
  readonly ruleName: number;
  readonly quoteBefore: number;
  readonly quoteAfter: number;
};

export function settingOf(view: View, cue: number): Setting {
  const [first, last] = windowOf(view, cue);
  const size = last - first + 1;
  const make = () => new Uint8Array(size);
  const [commas, verbs, openers, cues, depth, rule] = [make(), make(), make(), make(), make(), make()];
  const branch = new Int32Array(size);
  const { shape, sort, upos, lexicon } = view;
  const walk = (step: 1 | -1) => {
    let [c, v, o, q] = [0, 0, 0, 0];
    for (let i = cue + step; i >= first && i <= last; i += step) {
      const at = i - first;
      commas[at] = c;
      verbs[at] = v;
      openers[at] = o;
      cues[at] = q;
      if (shape[i] === 6 && c < 3) c++;
      if ((upos[i] === 15 || upos[i] === 3 || sort[i] === 1) && v < 2) v++;
      if (sort[i] === 6 && o < 2) o++;
      if (lexicon[i] !== 0 && q < 2) q++;
    }
  };
  walk(1);
  walk(-1);
  branches(view, cue, first, last, branch, depth);
  const draft = view.ruleCue[cue]! > 0 ? view.drafts[view.ruleCue[cue]! - 1] : undefined;
  const mark = (spans: readonly (readonly [number, number])[], role: number) => {
    for (const [from, to] of spans)
      for (let i = Math.max(from, first); i <= Math.min(to, last); i++) rule[i - first] = role;
  };
  if (draft) {
    mark(draft.content, 3);
    mark(draft.source, 1);
    mark(draft.cue, 2);
  }
  const { quotation } = view.passage;
  let quoteBefore = -2;
  for (let i = cue - 1; i >= first && cue - i < 25; i--)
    if (quotation[i]! >= 0 && quotation[i] !== quotation[cue]) {
      quoteBefore = quotation[i]!;
      break;
    }
  let quoteAfter = -2;
  for (let i = cue + 1; i <= last && i - cue < 40; i++)
    if (quotation[i]! >= 0 && quotation[i] !== quotation[cue]) {
      quoteAfter = quotation[i]!;
      break;
    }
  return {
    cue,
    first,
    last,
    commas,
    verbs,
    openers,
    cues,
    branch,
    depth,
    rule,
    ruleName: draft ? view.rules[view.ruleCue[cue]! - 1]! : 0,
    quoteBefore,
    quoteAfter,
  };
}

function branches(view: View, cue: number, first: number, last: number, branch: Int32Array, depth: Uint8Array): void {
  const { head, relation } = view;
  const above = [cue];
  for (let up = head[cue]!; up >= 0 && above.length < 6; up = head[up]!) above.push(up);
  for (let i = first; i <= last; i++) {
    let node = i;
    let below = -1;
    let steps = 0;
    let meets = above.indexOf(node);
    while (meets < 0 && steps < 14 && head[node]! >= 0) {
      below = node;
      node = head[node]!;
      steps++;
      meets = above.indexOf(node);
    }
    depth[i - first] = Math.min(steps, 5);
    branch[i - first] =
      meets < 0
        ? 1
        : feature3(90, meets, below >= 0 ? relation[below]! : 99, meets > 0 ? relation[above[meets - 1]!]! : 99);
  }
}

/** What speaks for the role of word `i` in the statement of the cue. */
export function roleFeatures(view: View, setting: Setting, i: number, out: FeatureList): void {
  const { word, lemma, shape, sort, tag, upos, relation, lexicon, passage } = view;
  const { cue, first, last } = setting;
  const at = i - first;
  const near = (array: ArrayLike<number>, k: number) => (i + k >= first && i + k <= last ? array[i + k]! : NO_WORD);
  const distance = i - cue;
  const steps = bucket(distance);
  const sentence = Math.max(-3, Math.min(3, passage.sentence[i]! - passage.sentence[cue]!));
  const quote = quoteState(setting, passage.quotation[i]!, passage.quotation[cue]!);
  const side = (distance < 0 ? 0 : distance === 0 ? 1 : 2) + 3 * (sentence + 3);
  const between = setting.commas[at]! + 4 * setting.verbs[at]! + 12 * setting.openers[at]!;
  const cues = setting.cues[at]!;
  const branch = setting.branch[at]!;
  const role = setting.rule[at]!;
  const roleBefore = at > 0 ? setting.rule[at - 1]! : 4;
  const roleAfter = i < last ? setting.rule[at + 1]! : 4;
  const kind = sort[i]! * 16 + shape[i]!;
  out.count = 0;
  out.push(feature1(100, 1));
  out.push(feature1(101, steps));
  out.push(feature2(102, side, quote));
  out.push(feature3(103, side, quote, between));
  out.push(feature3(104, steps, kind, quote));
  out.push(feature2(105, word[i]!, side));
  out.push(feature3(106, near(word, -1), kind, side));
  out.push(feature3(107, near(word, 1), kind, side));
  out.push(feature3(108, lemma[cue]!, side, quote));
  out.push(feature3(109, lemma[cue]!, steps, kind));
  out.push(feature4(110, lexicon[cue]!, side, quote, between));
  out.push(feature3(111, lexicon[cue]!, kind, steps));
  out.push(feature3(112, between, kind, side));
  out.push(feature3(113, near(shape, -1) * 16 + near(sort, -1), kind, side));
  out.push(feature3(114, near(shape, 1) * 16 + near(sort, 1), kind, side));
  out.push(feature3(115, role * 25 + roleBefore * 5 + roleAfter, setting.ruleName, 0));
  out.push(feature2(116, role * 25 + roleBefore * 5 + roleAfter, lexicon[cue]!));
  out.push(feature3(117, role, quote, side));
  out.push(feature3(118, role, kind, roleBefore * 5 + roleAfter));
  out.push(feature3(119, branch, side, 0));
  out.push(feature3(120, branch, relation[i]!, setting.depth[at]!));
  out.push(feature3(121, branch, lemma[cue]!, 0));
  out.push(feature3(122, branch, tag[i]!, between));
  out.push(feature3(123, branch, role, quote));
  out.push(feature3(124, branch, lexicon[cue]!, tag[cue]!));
  out.push(feature3(125, near(tag, -1), tag[i]!, side));
  out.push(feature3(126, near(tag, 1), tag[i]!, side));
  out.push(feature4(127, upos[i]!, relation[i]!, side, cues));
  out.push(feature3(128, branch, at > 0 ? setting.branch[at - 1]! : 0, role));
  out.push(feature3(136, branch, i < last ? setting.branch[at + 1]! : 0, role));
  out.push(feature3(129, cues, between, side));
  out.push(feature3(130, near(word, -1), near(word, -2), side));
  out.push(feature3(131, near(word, 1), near(word, 2), side));
  out.push(feature3(132, tag[cue]!, side, between));
  out.push(feature2(133, passage.sentenceFirst[passage.sentence[i]!] === i ? 1 : 0, side * 8 + quote));
  out.push(feature3(134, word[i]!, lemma[cue]!, side));
  out.push(feature4(135, near(word, -1), word[i]!, side, quote));
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
