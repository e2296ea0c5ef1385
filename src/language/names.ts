import type { Name } from './analysis.ts';
import { documentHints } from './document-hints.ts';
import { TITLES } from './english/abbreviations.ts';
import { type Gazetteer, KNOWN } from './gazetteer.ts';
import { feature1 } from './hash.ts';
import type { LinearModel } from './linear-model.ts';
import { MAX_NAME_FEATURES, markRuns, type NameClues, nameFeatures, newClues } from './name-features.ts';
import { FOLLOWS, kindOf, mayEnd, NAME_KINDS, NAME_LABEL_COUNT, placeOf } from './name-labels.ts';
import type { Segments } from './segment.ts';
import { bestPath } from './viterbi.ts';
import type { Words } from './words.ts';

/** The feature by which a label depends on the label before it. */
export const transitionFeature = (before: number): number => feature1(300, before);

/** What the finder knows of a document's words before it labels any. */
export function cluesOf(segments: Segments, words: Words, tag: Uint8Array, gazetteer: Gazetteer): NameClues {
  const clues = newClues(words, tag);
  const { sentenceCount, sentenceFirstToken } = segments;
  for (let s = 0; s < sentenceCount; s++) {
    const first = sentenceFirstToken[s]!;
    const end = sentenceFirstToken[s + 1]!;
    markRuns(words, first, end, clues);
    gazetteer.mark(words, first, end, clues.known, clues.knownPlace);
  }
  documentHints(words, sentenceFirstToken, sentenceCount, clues.runFirst, clues.runEnd, clues.hint);
  return clues;
}

/** Finds names: a structured perceptron (Collins, 2002) over words, classes, tags, a gazetteer and the document. */
export class NameFinder {
  private readonly model: LinearModel;
  private readonly gazetteer: Gazetteer;
  private readonly transition: Int32Array;
  private readonly features = new Int32Array(MAX_NAME_FEATURES);
  private readonly scores = new Int32Array(NAME_LABEL_COUNT);
  private emission = new Int32Array(256 * NAME_LABEL_COUNT);
  private back = new Uint8Array(256 * NAME_LABEL_COUNT);
  private path = new Uint8Array(256);

  constructor(model: LinearModel, gazetteer: Gazetteer) {
    this.model = model;
    this.gazetteer = gazetteer;
    this.transition = new Int32Array(NAME_LABEL_COUNT * NAME_LABEL_COUNT);
    for (let before = 0; before < NAME_LABEL_COUNT; before++) {
      const row = this.transition.subarray(before * NAME_LABEL_COUNT, (before + 1) * NAME_LABEL_COUNT);
      model.score(Int32Array.of(transitionFeature(before)), 1, row);
    }
  }

  /** All names of a text. `tag` are the tagger's classes; sentences marked in `skip` are left out. */
  find(segments: Segments, words: Words, tag: Uint8Array, skip?: Uint8Array): Name[] {
    const clues = cluesOf(segments, words, tag, this.gazetteer);
    const names: Name[] = [];
    for (let s = 0; s < segments.sentenceCount; s++) {
      const first = segments.sentenceFirstToken[s]!;
      const end = segments.sentenceFirstToken[s + 1]!;
      if (skip?.[s]) continue;
      if (hasCapital(clues, first, end)) this.label(clues, first, end);
      else this.path.fill(0, 0, Math.min(this.path.length, end - first));
      collect(segments, clues, first, end, this.path, names);
    }
    return names;
  }

  private label(clues: NameClues, first: number, end: number): void {
    const length = end - first;
    if (length > this.path.length) {
      this.emission = new Int32Array(length * NAME_LABEL_COUNT);
      this.back = new Uint8Array(length * NAME_LABEL_COUNT);
      this.path = new Uint8Array(length);
    }
    for (let i = first; i < end; i++) {
      const n = nameFeatures(clues, first, end, i, this.features);
      this.scores.fill(0);
      this.model.score(this.features, n, this.scores);
      this.emission.set(this.scores, (i - first) * NAME_LABEL_COUNT);
    }
    bestPath(length, NAME_LABEL_COUNT, this.emission, this.transition, FOLLOWS, mayEnd, this.back, this.path);
  }
}

function hasCapital({ runFirst, runEnd }: NameClues, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (runEnd[i]! > runFirst[i]!) return true;
  return false;
}

/** Turns a sentence's labels into names; nationalities that are no part of another name come from the gazetteer. */
function collect(
  segments: Segments,
  clues: NameClues,
  first: number,
  end: number,
  path: Uint8Array,
  names: Name[],
): void {
  const { tokenStart, tokenEnd } = segments;
  for (let i = first; i < end; ) {
    const label = path[i - first]!;
    let last = i;
    if (label > 0) while (last + 1 < end && placeOf(path[last - first]!) < 2) last++;
    const isPeople = (clues.known[i]! & KNOWN.demonym) !== 0;
    const kind = label > 0 ? NAME_KINDS[kindOf(label)]! : undefined;
    if (isPeople && (kind === undefined || (kind === 'MISC' && sameKnown(clues, i, last)))) {
      while (last + 1 < end && clues.knownPlace[last]! < 2) last++;
      names.push({ start: tokenStart[i]!, end: tokenEnd[last]!, type: 'NORP' });
    } else if (kind) {
      const from = kind === 'PER' && last > i && isTitle(segments, i) ? i + 1 : i;
      names.push({ start: tokenStart[from]!, end: tokenEnd[last]!, type: knownKind(clues, from, last) ?? kind });
    }
    i = last + 1;
  }
}

/**
 * What a name is that, whole, is one known phrase: of 990 labelled names that are a country, capital, great city or province 984
 * are places, of 281 that are a known organisation 272 are organisations. Forenames are cities too ("Austin"), so small ones do not count.
 */
function knownKind({ known, knownPlace }: NameClues, from: number, last: number): 'LOC' | 'ORG' | undefined {
  const whole = from === last ? knownPlace[from] === 3 : knownPlace[from] === 0 && knownPlace[last] === 2;
  const bits = known[from]!;
  if (!whole || bits === 0 || bits !== known[last]) return undefined;
  if ((bits & KNOWN.organisation) !== 0) return 'ORG';
  if ((bits & KNOWN.demonym) !== 0) return undefined;
  return (bits & (KNOWN.country | KNOWN.region | KNOWN.capital | KNOWN.bigCity)) !== 0 ? 'LOC' : undefined;
}

/** "Rep.", "Gen.": written with a full stop, a title is no part of the name. */
function isTitle({ text, tokenStart, tokenEnd }: Segments, token: number): boolean {
  return (
    text[tokenEnd[token]! - 1] === '.' && TITLES.has(text.slice(tokenStart[token], tokenEnd[token]! - 1).toLowerCase())
  );
}

function sameKnown(clues: NameClues, from: number, last: number): boolean {
  for (let i = from; i <= last; i++) if ((clues.known[i]! & KNOWN.demonym) === 0) return false;
  return true;
}
