import type { Gazetteer, Place } from './gazetteer.ts';
import { BODY_NOUNS, COMMON, LOCATIVE, PLACE_NOUNS, TITLES } from './place-words.ts';
import type { Candidate } from './resolve.ts';

export type NamedSpan = { readonly start: number; readonly end: number; readonly type: string };

type Word = { readonly text: string; readonly lower: string; readonly start: number; readonly end: number };

const WORD = /(?:\p{L}\.){2,}|\p{L}+(?:['’‘`]\p{L}+)*(?:-\p{L}+(?:['’]\p{L}+)?)*\.?|\d+|\n+|[^\s]/gu;
const LONGEST = 5;

/** Cuts the text into words; points stay with what they shorten ("U.S.", "Conn."). */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    let word = match[0].replace(/['’]s$/i, '');
    const start = match.index;
    const atEnd = /^\s*(?:\n|$|[“"‘(]?\p{Lu})/u.test(text.slice(start + match[0].length, start + match[0].length + 4));
    if (
      word.endsWith('.') &&
      !/^(?:\p{L}\.){2,}$/u.test(word) &&
      (!ABBREVIATED.test(word) || (atEnd && word.length > 6))
    )
      word = word.slice(0, -1);
    words.push({ text: word, lower: word.toLowerCase(), start, end: start + word.length });
    if (word.length < match[0].length && match[0].endsWith('.'))
      words.push({ text: '.', lower: '.', start: start + match[0].length - 1, end: start + match[0].length });
  }
  return words;
}

const ABBREVIATED =
  /^(?:St|Mt|Ft|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|W\.Va|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|Prof|Capt)\.$/;

const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);
const shouting = (word: Word): boolean => word.text.length > 3 && word.text === word.text.toUpperCase();

/**
 * The names in a text that some place bears, longest first at each word, with what stands around them. Where the article's
 * names are given, persons' names hold no places, and names of bodies only where the whole body is named for one.
 */
export function candidatesIn(text: string, gazetteer: Gazetteer, names: readonly NamedSpan[] | undefined): Candidate[] {
  const words = wordsOf(text);
  const found: { candidate: Candidate; first: number; to: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = isCapital(words[at]) ? longestAt(words, at, text, gazetteer) : undefined;
    if (!hit) {
      at++;
      continue;
    }
    const places = readable(words, at, hit.to, hit.places, names);
    if (places.length > 0) found.push({ candidate: candidateOf(words, at, hit.to, places), first: at, to: hit.to });
    at = hit.to;
  }
  for (let i = 0; i + 1 < found.length; i++) {
    const [here, next] = [found[i]!, found[i + 1]!];
    const within = larger(here.candidate, next.candidate);
    if (within && joins(words, here.to, next.first)) here.candidate.within = within;
  }
  return found.map(({ candidate }) => candidate);
}

function longestAt(
  words: readonly Word[],
  at: number,
  text: string,
  gazetteer: Gazetteer,
): { readonly to: number; readonly places: readonly Place[] } | undefined {
  let hit: { to: number; places: readonly Place[] } | undefined;
  for (let to = at + 1; to <= words.length && to - at <= LONGEST; to++) {
    const last = words[to - 1]!;
    if (to - at > 1 && /^[^\p{L}]/u.test(last.text) && last.text !== ',') break;
    if (last.text.startsWith('\n')) break;
    const phrase = text.slice(words[at]!.start, last.end);
    if (last.text !== ',') {
      const places = gazetteer.named(phrase);
      if (places.length > 0 && (to - at === 1 || isCapital(last) || PLACE_NOUNS.has(last.lower))) hit = { to, places };
    }
    if (!gazetteer.goesOn(phrase)) break;
  }
  return hit;
}

/** Which of the places the words around allow; none where the name is a person's, a body's or a plain word. */
function readable(
  words: readonly Word[],
  at: number,
  to: number,
  places: readonly Place[],
  names: readonly NamedSpan[] | undefined,
): readonly Place[] {
  const first = words[at]!;
  const last = words[to - 1]!;
  const previous = words[at - 1];
  const next = words[to];
  const single = to - at === 1;
  const name = names?.find((span) => span.start < last.end && first.start < span.end);
  if (name && (name.type === 'PER' || (name.type === 'ORG' && (name.start < first.start || name.end > last.end))))
    return places.filter((place) => place.kind === 'A' && name.type === 'ORG' && false);
  const opens = previous === undefined || /^[.!?:;\n“"—–-]/.test(previous.text);
  const supported = isSupported(words, at, to);
  const big = (place: Place): boolean => place.kind !== 'P' || place.thousands >= 1500 || place.capital;
  if (single && COMMON.has(first.lower) && !(first.text === first.text.toUpperCase() && first.text.length > 1)) {
    const strong = places.some(
      (place) => place.kind === 'C' || place.kind === 'S' || (place.kind === 'P' && place.thousands >= 500),
    );
    if (!supported && !(strong && !namedPerson(words, at, to) && !opens)) return [];
  }
  if (single && first.text.length <= 3 && first.text === first.text.toUpperCase())
    return places.filter((place) => place.kind === 'C' || place.kind === 'A');
  if (single && first.lower === 'us' && first.text !== 'US') return [];
  if (namedPerson(words, at, to))
    return places.filter(
      (place) =>
        place.kind === 'A' || (place.kind === 'C' && !COMMON.has(first.lower) && !TITLES.has(previous?.lower ?? '')),
    );
  const followed = next !== undefined && isCapital(next) && next.start - last.end <= 1 && text1(next);
  if (followed && BODY_NOUNS.has(next.lower) && !shouting(next))
    return places.filter(
      (place) =>
        place.kind === 'A' ||
        place.kind === 'C' ||
        (supported &&
          big(place) &&
          /^(?:police|court|council|parliament|airport|street|university|hospital)$/.test(next.lower)),
    );
  if (supported || name?.type === 'LOC') return places;
  // Unsupported: no village and no small town under a word of its own.
  return places.filter(
    (place) => big(place) || place.thousands >= (opens ? 300 : 100) || (!single && place.thousands >= 20),
  );
}

const text1 = (word: Word): boolean => /^\p{Lu}\p{Ll}/u.test(word.text);

/** "Jack London", "Senator Lincoln", "Jordan Smith": another capitalised word that is neither place nor direction. */
function namedPerson(words: readonly Word[], at: number, to: number): boolean {
  const previous = words[at - 1];
  const next = words[to];
  const last = words[to - 1]!;
  if (
    previous &&
    TITLES.has(previous.lower.replace('.', '')) &&
    isCapital(previous) &&
    !/^(?:mayor|governor|gov|bishop|archbishop|prince|queen|king)$/.test(previous.lower)
  )
    return true;
  const sentenceStart = previous !== undefined && /^[.!?\n“"]/.test(words[at - 2]?.text ?? '.');
  const before =
    previous !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(previous.text) &&
    !sentenceStart &&
    !LOCATIVE.has(previous.lower) &&
    words[at]!.start - previous.end === 1;
  const after =
    next !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    next.start - last.end === 1 &&
    !PLACE_NOUNS.has(next.lower) &&
    !BODY_NOUNS.has(next.lower) &&
    text1(next);
  return before || after;
}

function isSupported(words: readonly Word[], at: number, to: number): boolean {
  const previous = words[at - 1];
  const next = words[to];
  if (
    previous &&
    LOCATIVE.has(previous.lower) &&
    !(
      previous.lower === 'of' &&
      words[at - 2] !== undefined &&
      /^(?:mayor|city|town|people|streets?|north|south|east|west|outskirts|suburbs?|university|bank|village|capital|centre|center|province|state|residents?|part|parts|government|republic|kingdom|king|queen|president|bishop|duke)$/.test(
        words[at - 2]!.lower,
      ) === false
    )
  )
    return true;
  if (next && PLACE_NOUNS.has(next.lower)) return true;
  if (
    previous &&
    /^(?:the|a)$/.test(previous.lower) === false &&
    /^(?:and|or|,)$/.test(previous.text) &&
    isCapital(words[at - 2]) &&
    LOCATIVE.has(words[at - 3]?.lower ?? '')
  )
    return true;
  return next?.text === ',' && isCapital(words[to + 1])
    ? true
    : shouting(words[at]!) &&
        (next?.text === ',' || next?.text === '(' || next?.text === '—' || next?.text === '-' || next?.text === '–');
}

function candidateOf(words: readonly Word[], at: number, to: number, places: readonly Place[]): Candidate {
  const first = words[at]!;
  const last = words[to - 1]!;
  return {
    start: first.start,
    end: last.end,
    text: words
      .slice(at, to)
      .map((word) => word.text)
      .join(' '),
    places,
    supported: isSupported(words, at, to),
    before: words[at - 1]?.lower ?? '',
    after: words.slice(to, to + 3).map((word) => word.lower),
  };
}

/** The place that stands after a comma, or in brackets, and is larger than the one before it. */
function larger(here: Candidate, next: Candidate): Place | undefined {
  const outer = next.places.find((place) => place.kind === 'S') ?? next.places.find((place) => place.kind === 'C');
  const choices = next.places.filter((place) => place.kind === 'S' || place.kind === 'C');
  const fitting = choices.find((choice) =>
    here.places.some(
      (place) =>
        place.kind !== 'C' && place.country === choice.country && (choice.kind === 'C' || choice.admin === place.admin),
    ),
  );
  return (
    fitting ??
    (here.places.some((place) => place.kind === 'P') ? (outer && choices.length === 1 ? outer : undefined) : undefined)
  );
}

function joins(words: readonly Word[], from: number, to: number): boolean {
  const between = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  return between === ',' || between === '(' || between === ', in' || between === 'in';
}
