import type { Passage } from '../passage.ts';
import { cueVerb } from './cue-lexicon.ts';
import { sentenceEnd, sentenceStart, trimmed, type Words } from './draft.ts';
import { ADVERB, AUXILIARY } from './word-classes.ts';

/**
 * What was said, from word `first` to the end of its clause: the end of the sentence, or earlier where a new report
 * begins (", adding that", ", according to", ", but noted that"). A quotation that is open there runs to its close,
 * over sentences and paragraphs.
 */
export function restOfClause(passage: Passage, first: number): readonly Words[] {
  if (first >= passage.count) return [];
  const inQuote = passage.quotation[first]! >= 0 ? passage.quotation[first]! : -1;
  const quotedReport = inQuote >= 0 && passage.quotation[first - 1] === inQuote;
  let last = sentenceEnd(passage, first);
  // A report inside a quotation ends with it: “I said no,” he recalled.
  if (quotedReport)
    last = Math.min(last, passage.quotations[inQuote]!.last - (passage.quotations[inQuote]!.closed ? 1 : 0));
  for (let i = first + 1; i <= last; i++) {
    if (passage.quotation[i] !== -1 && passage.quotation[i] !== inQuote) continue;
    if (passage.quotation[i] === inQuote && inQuote >= 0 && !quotedReport) continue;
    if (passage.word[i] === ',' && newReportAfter(passage, i, last)) {
      last = i - 1;
      break;
    }
    if (saysBesides(passage, i)) {
      last = i - 1;
      break;
    }
    if ((passage.lower[i] === 'but' || passage.lower[i] === 'and') && newReportAfter(passage, i - 1, last)) {
      last = i - 1;
      break;
    }
  }
  // “We'll see,” when asked: a stop inside the closing mark ends what was said.
  if (inQuote >= 0 && !quotedReport) {
    const { first: mark, last: close, closed } = passage.quotations[inQuote]!;
    if (mark === first && closed && close < last && /^[,.?!]$/.test(passage.word[close - 1]!)) last = close;
  }
  const open = passage.quotation[last]!;
  if (open >= 0 && !quotedReport && passage.quotations[open]!.last > last) last = passage.quotations[open]!.last;
  const clause = trimmed(passage, [first, last]);
  if (!clause) return [];
  return open >= 0 && !quotedReport ? joinQuotations(passage, [clause], open) : [clause];
}

/** "rejected the charges stating that …": a participle that reports anew without a comma before it. */
export const saysBesides = (passage: Passage, i: number) =>
  /ing$/.test(passage.lower[i]!) &&
  (passage.lower[i + 1] === 'that' || passage.lower[i] === 'expressing') &&
  !!cueVerb(passage.lower[i]!)?.frames.has(passage.lower[i + 1] === 'that' ? 't' : 'n') &&
  !AUXILIARY.has(passage.lower[i - 1]!) &&
  !/^(?:of|by|for|in|and|or|from|to|at|with|without)$/.test(passage.lower[i - 1]!);

/** Whether after the comma (or before the "and") at `at` the same or another speaker reports anew. */
function newReportAfter(passage: Passage, at: number, ceiling: number): boolean {
  let i = at + 1;
  if (passage.lower[i] === 'but' || passage.lower[i] === 'and' || passage.lower[i] === 'while') i++;
  while (i <= ceiling && (ADVERB.has(passage.lower[i]!) || /ly$/.test(passage.lower[i]!))) i++;
  if (i > ceiling) return false;
  if (passage.lower[i] === 'according' && passage.lower[i + 1] === 'to') return true;
  const cue = cueVerb(passage.lower[i]!);
  if (!cue?.frames.has('t')) return false;
  if (cue.kind !== 'speech') return false;
  return /(?:ing|ed|id|old)$/.test(passage.lower[i]!) && !AUXILIARY.has(passage.lower[i - 1]!);
}

/** The quotation that word `first` stands in, from its opening mark, with those that go on after it in later sentences and paragraphs. */
export function quotationFrom(passage: Passage, first: number): readonly Words[] {
  const number = passage.quotation[first] ?? -1;
  if (number < 0) return [];
  const { first: open, last } = passage.quotations[number]!;
  return joinQuotations(passage, [[open, last]], number);
}

/** Adds the quotations that only go on with this one: the next sentence or paragraph opens with a mark and has no report of its own. */
export function joinQuotations(passage: Passage, pieces: readonly Words[], number: number): readonly Words[] {
  const joined = [...pieces];
  for (let next = number + 1; next < passage.quotations.length; next++) {
    const previous = passage.quotations[next - 1]!;
    const { first, last } = passage.quotations[next]!;
    if (!opensSentence(passage, first)) break;
    const sameParagraph = passage.paragraph[first] === passage.paragraph[previous.last];
    const nextParagraph = passage.paragraph[first] === passage.paragraph[previous.last]! + 1;
    const carriedOver = nextParagraph && (!previous.closed || floats(passage, next));
    if (!(sameParagraph && first === previous.last + 1) && !carriedOver) break;
    if (reportedAfter(passage, last)) break;
    joined.push([first, last]);
  }
  return joined;
}

/** "He went on:", and the quotation has paragraphs of its own: what follows where the cue's paragraph ends in a colon. */
export function quotationAfterColon(passage: Passage, cue: number): readonly Words[] {
  let last = cue;
  while (last + 1 < passage.count && passage.paragraph[last + 1] === passage.paragraph[cue]) last++;
  if (passage.word[last] !== ':' || sentenceStart(passage, last) > cue) return [];
  const number = passage.quotation[last + 1] ?? -1;
  return number >= 0 && passage.quotations[number]!.first === last + 1 ? quotationFrom(passage, last + 1) : [];
}

/** A paragraph that is one quotation and nothing else, right behind one that ended in a report: the same voice goes on. */
export function floats(passage: Passage, number: number): boolean {
  const { first, last } = passage.quotations[number]!;
  const opens = first === 0 || passage.paragraph[first - 1] !== passage.paragraph[first];
  const closes = last + 1 >= passage.count || passage.paragraph[last + 1] !== passage.paragraph[last];
  return opens && closes;
}

export const opensSentence = (passage: Passage, word: number) => sentenceStart(passage, word) === word;

/** Whether a quotation that ends at `last` has its own "he said" behind it. */
export function reportedAfter(passage: Passage, last: number): boolean {
  const ceiling = Math.min(last + 12, passage.count - 1);
  for (let i = last + 1; i <= ceiling && passage.paragraph[i] === passage.paragraph[last]; i++) {
    if (passage.quotation[i] !== -1) return false;
    if (passage.word[i] === '.') return false;
    if (cueVerb(passage.lower[i]!)?.frames.has('q')) return true;
  }
  return false;
}

/** What was said before the cue: `last` is the word before the source. The sentence so far, with the whole quotation where one closes there. */
export function contentBefore(passage: Passage, last: number): readonly Words[] {
  if (last < 0) return [];
  let end = last;
  while (end >= 0 && (passage.word[end] === ',' || passage.word[end] === '—' || passage.word[end] === '–')) end--;
  if (end < 0) return [];
  const number = passage.quotation[end]!;
  let first = sentenceStart(passage, last);
  if (number >= 0) {
    const open = passage.quotations[number]!.first;
    const lead = sentenceStart(passage, open);
    first = hasReport(passage, lead, open - 1) ? open : lead;
    let earlier = number;
    while (first === open && earlier > 0) {
      const before = passage.quotations[earlier - 1]!;
      if (before.closed || before.last !== open - 1 || passage.paragraph[before.last]! + 1 !== passage.paragraph[open])
        break;
      earlier--;
      first = before.first;
      break;
    }
  }
  while (first <= end && /^(?:but|and|however)$/.test(passage.lower[first]!) && passage.quotation[first] === -1)
    first++;
  const clause = trimmed(passage, [first, end]);
  return clause ? [clause] : [];
}

function hasReport(passage: Passage, first: number, last: number): boolean {
  if (passage.word[last] === ':') return true;
  for (let i = first; i <= last; i++)
    if (cueVerb(passage.lower[i]!)?.frames.has('q') && passage.lower[i] !== 'note') return true;
  return false;
}
