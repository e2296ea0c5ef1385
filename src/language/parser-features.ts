import type { ArcHybrid } from './arc-hybrid.ts';
import { feature1, feature2, feature3, feature4 } from './hash.ts';
import { UPOS } from './tags.ts';
import type { Words } from './words.ts';

/** Room for the features of one decision. */
export const MAX_PARSE_FEATURES = 128;

/**
 * What the parser looks at of each node of a sentence: hashes of word and classes, tags, and how many commas, quotation
 * marks and verbs stand before it (so that what lies between two nodes is a subtraction).
 */
export class ParseNodes {
  word = new Int32Array(258);
  tag = new Int32Array(258);
  upos = new Int32Array(258);
  fine = new Int32Array(258);
  middle = new Int32Array(258);
  private commas = new Int32Array(258);
  private quotes = new Int32Array(258);
  private verbs = new Int32Array(258);
  private length = 0;

  /** `tag` are the classes of the tagger, `upos` the coarse tags. Words are those from `first` up to `end`. */
  load(words: Words, tag: Uint8Array, upos: Uint8Array, first: number, end: number): void {
    const length = end - first;
    this.length = length;
    if (length + 2 > this.word.length) this.grow(length + 2);
    let commas = 0;
    let quotes = 0;
    let verbs = 0;
    for (let i = 0; i < length; i++) {
      const from = first + i;
      this.word[i] = words.lower[from]!;
      this.fine[i] = words.fine[from]!;
      this.middle[i] = words.middle[from]!;
      this.tag[i] = tag[from]!;
      this.upos[i] = upos[from]!;
      this.commas[i] = commas;
      this.quotes[i] = quotes;
      this.verbs[i] = verbs;
      if (upos[from] === VERB || upos[from] === AUX) verbs++;
      else if (upos[from] === PUNCT) {
        if (words.lower[from] === COMMA) commas++;
        else if (QUOTES.has(words.lower[from]!)) quotes++;
      }
    }
    for (const [node, mark] of [
      [length, 0x1001],
      [length + 1, 0x2002],
    ] as const) {
      this.word[node] = mark;
      this.tag[node] = mark;
      this.upos[node] = mark;
      this.fine[node] = mark;
      this.middle[node] = mark;
    }
  }

  /** Commas (0–2), quotation marks (0–1) and verbs (0–2) strictly between two nodes. */
  between(a: number, b: number): number {
    if (a >= this.length || b >= this.length) return 63;
    const commas = this.commas[b]! - this.commas[a]!;
    const quotes = this.quotes[b]! - this.quotes[a]!;
    const verbs = this.verbs[b]! - this.verbs[a]! - (this.upos[a] === VERB || this.upos[a] === AUX ? 1 : 0);
    return Math.min(2, commas) + 3 * Math.min(1, quotes) + 6 * Math.min(2, verbs);
  }

  private grow(size: number): void {
    this.word = new Int32Array(size);
    this.tag = new Int32Array(size);
    this.upos = new Int32Array(size);
    this.fine = new Int32Array(size);
    this.middle = new Int32Array(size);
    this.commas = new Int32Array(size);
    this.quotes = new Int32Array(size);
    this.verbs = new Int32Array(size);
  }
}

const VERB = UPOS.indexOf('VERB');
const AUX = UPOS.indexOf('AUX');
const PUNCT = UPOS.indexOf('PUNCT');
const wordHash = (word: string): number => {
  let h = 0x811c9dc5 | 0;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
  return h;
};
const COMMA = wordHash(',');
const QUOTES: ReadonlySet<number> = new Set(['"', "''", '``', '“', '”', '«', '»', "'"].map(wordHash));

const distance = (a: number, b: number): number => {
  const d = b - a;
  return d < 5 ? d : d < 8 ? 5 : d < 14 ? 6 : 7;
};

/**
 * The features of one step, after Zhang & Nivre (2011) for arc-hybrid: the two topmost words of the stack, the next words,
 * their outermost children, how many children they have and of which kind, what lies between them, and word classes in the
 * place of words where words are rare. Returns how many were written.
 */
export function parseFeatures(state: ArcHybrid, nodes: ParseNodes, out: Int32Array): number {
  const { word, tag, upos, fine, middle } = nodes;
  const { left1, left2, right1, right2, relation, leftCount, rightCount, leftSet, rightSet } = state;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  const s2 = state.stackAt(2);
  const b0 = state.bufferAt(0);
  const b1 = state.bufferAt(1);
  const b2 = state.bufferAt(2);
  const b3 = state.bufferAt(3);
  const s0w = word[s0]!,
    s0t = tag[s0]!,
    s0f = fine[s0]!,
    s0u = upos[s0]!,
    s0m = middle[s0]!;
  const s1w = word[s1]!,
    s1t = tag[s1]!,
    s1f = fine[s1]!,
    s1u = upos[s1]!,
    s1m = middle[s1]!;
  const b0w = word[b0]!,
    b0t = tag[b0]!,
    b0f = fine[b0]!,
    b0u = upos[b0]!,
    b0m = middle[b0]!;
  const b1w = word[b1]!,
    b1t = tag[b1]!,
    b2t = tag[b2]!,
    b3t = tag[b3]!,
    s2t = tag[s2]!;
  const s0l = left1[s0]!,
    s0r = right1[s0]!,
    s0l2 = left2[s0]!,
    s0r2 = right2[s0]!;
  const s1l = left1[s1]!,
    s1r = right1[s1]!,
    s1r2 = right2[s1]!;
  const b0l = left1[b0]!,
    b0l2 = left2[b0]!;
  const dist = s0 < state.length && b0 < state.length ? distance(s0, b0) : 9;
  const dist1 = s1 < state.length && s0 < state.length ? distance(s1, s0) : 9;
  const gap = nodes.between(s0, b0);
  const gap1 = nodes.between(s1, s0);
  const s0lr = relation[s0l]!,
    s0rr = relation[s0r]!,
    s1rr = relation[s1r]!,
    b0lr = relation[b0l]!;
  let n = 0;
  out[n++] = feature1(100, 0);
  // One node.
  out[n++] = feature1(101, s0w);
  out[n++] = feature1(102, s0t);
  out[n++] = feature2(103, s0w, s0t);
  out[n++] = feature2(104, s0f, s0t);
  out[n++] = feature1(105, s1w);
  out[n++] = feature1(106, s1t);
  out[n++] = feature2(107, s1w, s1t);
  out[n++] = feature2(108, s1f, s1t);
  out[n++] = feature1(109, b0w);
  out[n++] = feature1(110, b0t);
  out[n++] = feature2(111, b0w, b0t);
  out[n++] = feature2(112, b0f, b0t);
  out[n++] = feature2(113, b1w, b1t);
  out[n++] = feature1(114, b1t);
  out[n++] = feature2(115, word[b2]!, b2t);
  out[n++] = feature2(116, word[s2]!, s2t);
  out[n++] = feature2(117, fine[b1]!, b1t);
  // Two nodes.
  out[n++] = feature3(120, s0w, s0t, b0t);
  out[n++] = feature3(121, s0t, b0w, b0t);
  out[n++] = feature4(122, s0w, s0t, b0w, b0t);
  out[n++] = feature2(123, s0t, b0t);
  out[n++] = feature2(124, s0w, b0w);
  out[n++] = feature3(125, s0f, b0f, s0u * 32 + b0u);
  out[n++] = feature3(126, s0m, b0m, s0t);
  out[n++] = feature3(127, s0f, b0t, s0u);
  out[n++] = feature3(128, s0t, b0f, b0u);
  out[n++] = feature3(130, s1w, s1t, s0t);
  out[n++] = feature3(131, s1t, s0w, s0t);
  out[n++] = feature4(132, s1w, s1t, s0w, s0t);
  out[n++] = feature2(133, s1t, s0t);
  out[n++] = feature2(134, s1w, s0w);
  out[n++] = feature3(135, s1f, s0f, s1u * 32 + s0u);
  out[n++] = feature3(136, s1m, s0m, s0t);
  out[n++] = feature3(137, s1f, s0t, s1u);
  out[n++] = feature3(138, s1t, s0f, s0u);
  out[n++] = feature3(139, s1w, b0w, s0t);
  out[n++] = feature2(140, s1t, b0t);
  out[n++] = feature3(141, s1w, s0t, b0t);
  out[n++] = feature3(142, b0t, b1t, b2t);
  out[n++] = feature2(143, b0t, b1t);
  out[n++] = feature3(144, b0w, b1w, s0t);
  out[n++] = feature3(145, s0w, b0t, b1t);
  // Three nodes and more.
  out[n++] = feature3(150, s0t, b0t, b1t);
  out[n++] = feature3(151, s1t, s0t, b0t);
  out[n++] = feature3(152, s2t, s1t, s0t);
  out[n++] = feature4(153, s0t, b0t, b1t, b2t);
  out[n++] = feature4(154, s1t, s0t, b0t, b1t);
  out[n++] = feature4(155, s2t, s1t, s0t, b0t);
  out[n++] = feature4(156, b0t, b1t, b2t, b3t);
  out[n++] = feature3(157, s0t, tag[s0l]!, b0t);
  out[n++] = feature3(158, s0t, tag[s0r]!, b0t);
  out[n++] = feature3(159, s0t, b0t, tag[b0l]!);
  out[n++] = feature3(160, s1t, s0t, tag[s0l]!);
  out[n++] = feature3(161, s1t, s0t, tag[s0r]!);
  out[n++] = feature3(162, s1t, tag[s1r]!, s0t);
  out[n++] = feature3(163, s1t, tag[s1l]!, s0t);
  out[n++] = feature4(164, s1t, s1rr, s0t, b0t);
  out[n++] = feature4(165, s0t, s0lr, b0t, s1t);
  out[n++] = feature4(166, s0t, s0rr, b0t, s1t);
  out[n++] = feature3(167, s0w, word[s0r]!, b0t);
  out[n++] = feature3(168, s1w, word[s1r]!, s0t);
  out[n++] = feature3(169, s0t, word[s0l]!, s1w);
  // The children's relations.
  out[n++] = feature3(170, s0t, s0lr, relation[s0l2]!);
  out[n++] = feature3(171, s0t, s0rr, relation[s0r2]!);
  out[n++] = feature3(172, s1t, s1rr, relation[s1r2]!);
  out[n++] = feature3(173, b0t, b0lr, relation[b0l2]!);
  out[n++] = feature2(174, s0w, s0rr);
  out[n++] = feature2(175, s1w, s1rr);
  out[n++] = feature3(176, s1w, s0t, s0lr);
  out[n++] = feature3(177, s0w, s0lr, b0t);
  out[n++] = feature3(178, s1w, s1rr, s0t);
  // How many children, and the set of their relations.
  out[n++] = feature3(180, s0t, Math.min(3, leftCount[s0]!), Math.min(3, rightCount[s0]!));
  out[n++] = feature3(181, s1t, Math.min(3, leftCount[s1]!), Math.min(3, rightCount[s1]!));
  out[n++] = feature2(182, b0t, Math.min(3, leftCount[b0]!));
  out[n++] = feature3(183, s0t, leftSet[s0]!, b0t);
  out[n++] = feature3(184, s0t, rightSet[s0]!, b0t);
  out[n++] = feature3(185, s1t, rightSet[s1]!, s0t);
  out[n++] = feature3(186, b0t, leftSet[b0]!, s0t);
  out[n++] = feature4(187, s1w, s0t, leftSet[s0]!, s1u);
  out[n++] = feature4(188, s1f, s0t, leftSet[s0]!, s1t);
  out[n++] = feature4(189, s0w, b0t, leftSet[b0]!, s0u);
  out[n++] = feature4(190, s1t, leftSet[s1]!, s0t, leftSet[s0]!);
  out[n++] = feature3(191, s1w, rightSet[s1]!, s0t);
  out[n++] = feature3(192, s1w, leftSet[s0]!, gap1);
  // What lies between.
  out[n++] = feature3(200, s0t, b0t, dist);
  out[n++] = feature2(201, s0w, dist);
  out[n++] = feature2(202, b0w, dist);
  out[n++] = feature3(203, s1t, s0t, dist1);
  out[n++] = feature2(204, s1w, dist1);
  out[n++] = feature3(205, s0t, b0t, gap);
  out[n++] = feature3(206, s1t, s0t, gap1);
  out[n++] = feature3(207, s0w, b0t, gap);
  out[n++] = feature3(208, s1w, s0t, gap1);
  out[n++] = feature4(209, s1t, s0t, b0t, gap1 * 64 + gap);
  // A verb of saying behind what was said: "…, the minister said".
  out[n++] = feature3(211, b0w, s0u, gap);
  out[n++] = feature4(212, b0f, s0t, gap, leftSet[b0]!);
  out[n++] = feature3(213, b0w, leftSet[b0]!, s0u);
  out[n++] = feature4(214, b0f, leftSet[b0]!, s0t, leftSet[s0]!);
  out[n++] = feature4(215, s1f, s0t, leftSet[s0]!, gap1);
  out[n++] = feature4(216, s1f, rightSet[s1]!, s0t, b0t);
  out[n++] = feature3(210, s1t, s0t, state.depth < 6 ? state.depth : 6);
  return n;
}
