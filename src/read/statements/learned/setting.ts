import { feature3 } from '../../../language/hash.ts';
import type { View } from './view.ts';

const WINDOW_WORDS = 90;

/** The words that may belong to the statement of a cue: those of its paragraph, at most 90 either way. */
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
