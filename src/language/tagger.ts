import { HashIndex } from './hash-index.ts';
import type { LinearModel } from './linear-model.ts';
import { MAX_TAG_FEATURES, secondReadingFeatures, tagFeatures } from './tagger-features.ts';
import type { Words } from './words.ts';

/** Won by this much, a tag of the first reading is right in all but one of a thousand cases and is not read again. */
export const SETTLED_LEAD = 200;

/** The tag before the first word of a sentence. */
export const BEFORE_SENTENCE = 255;

/**
 * Tags words from left to right, the best tag each (Collins, 2002), then once more knowing the tags on both sides.
 * The classes are pairs of coarse and fine tag, so the two never contradict each other. Linear in the number of words.
 */
export class Tagger {
  private readonly first: LinearModel;
  private readonly second: LinearModel;
  private readonly sure: HashIndex;
  private readonly features = new Int32Array(MAX_TAG_FEATURES);
  private readonly scores: Int32Array;
  private draft = new Uint8Array(256);
  /** Words of the sentence that the first reading was sure of. */
  private settled = new Uint8Array(256);
  /** By how much the last decision was won. */
  private lead = 0;

  /** `sure` gives the class of words that are always the same ("the", "of", a comma), by their hash as written. */
  constructor(first: LinearModel, second: LinearModel, sure = new HashIndex(new Int32Array(0))) {
    this.first = first;
    this.second = second;
    this.sure = sure;
    this.scores = new Int32Array(first.classCount);
  }

  /** Writes the class of each word from `first` up to `end` into `classes`. */
  tag(words: Words, first: number, end: number, classes: Uint8Array): void {
    if (end - first > this.draft.length) this.draft = new Uint8Array(end - first);
    const { draft } = this;
    this.tagOnce(words, first, end, draft);
    this.tagAgain(words, first, end, draft, classes, this.settled);
  }

  /** The second reading alone, over a draft whose first word is the one at `first`. What is settled is not read again. */
  tagAgain(
    words: Words,
    first: number,
    end: number,
    draft: Uint8Array,
    classes: Uint8Array,
    settled?: Uint8Array,
  ): void {
    const { features } = this;
    let tag1 = BEFORE_SENTENCE;
    let tag2 = BEFORE_SENTENCE;
    for (let i = first; i < end; i++) {
      if (settled?.[i - first]) {
        tag2 = tag1;
        tag1 = draft[i - first]!;
        classes[i] = tag1;
        continue;
      }
      const right1 = i + 1 < end ? draft[i + 1 - first]! : BEFORE_SENTENCE;
      const right2 = i + 2 < end ? draft[i + 2 - first]! : BEFORE_SENTENCE;
      let n = tagFeatures(words, first, end, i, tag1, tag2, features);
      n = secondReadingFeatures(words, i, tag1, draft[i - first]!, right1, right2, n, features);
      tag2 = tag1;
      tag1 = this.best(this.second, n);
      classes[i] = tag1;
    }
  }

  /** The first reading alone; `classes[0]` is the word at `first`. */
  tagOnce(words: Words, first: number, end: number, classes: Uint8Array): void {
    if (end - first > this.settled.length) this.settled = new Uint8Array(end - first);
    let tag1 = BEFORE_SENTENCE;
    let tag2 = BEFORE_SENTENCE;
    for (let i = first; i < end; i++) {
      const known = this.sure.get(words.exact[i]!);
      if (known >= 0) {
        tag2 = tag1;
        tag1 = known;
        this.settled[i - first] = 1;
      } else {
        const n = tagFeatures(words, first, end, i, tag1, tag2, this.features);
        tag2 = tag1;
        tag1 = this.best(this.first, n);
        this.settled[i - first] = this.lead >= SETTLED_LEAD ? 1 : 0;
      }
      classes[i - first] = tag1;
    }
  }

  private best(model: LinearModel, count: number): number {
    const { scores } = this;
    scores.fill(0);
    model.score(this.features, count, scores);
    let best = 0;
    let second = Number.NEGATIVE_INFINITY;
    for (let c = 1; c < scores.length; c++)
      if (scores[c]! > scores[best]!) {
        second = scores[best]!;
        best = c;
      } else if (scores[c]! > second) second = scores[c]!;
    this.lead = scores[best]! - second;
    return best;
  }
}
