import { statementId } from '../domain/ids.ts';
import type { DateMention } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { ActorRef, Statement, Via } from '../domain/statement.ts';
import type { ArticleToRead } from './article-to-read.ts';
import type { Passage } from './passage.ts';
import { confidenceOf } from './statements/confidence.ts';
import type { Draft, Words } from './statements/draft.ts';
import { hedgesOf, modeOf, stanceOf } from './statements/stance.ts';
import type { Cast, CastMember } from './who/cast.ts';
import { type Speaker, type Spoken, speakerOf } from './who/speaker.ts';
import { articleVia, hearersOf, viaMedia } from './who/via.ts';

type Attribution = {
  readonly article: ArticleToRead;
  readonly passage: Passage;
  readonly cast: Cast;
  readonly drafts: readonly Draft[];
  readonly revision: string;
  readonly field?: 'title';
  readonly dates?: readonly DateMention[];
};

/** Turns drafts into statements: nesting, speakers, stance, hedges and the way the words came. */
export function attribute({
  article,
  passage,
  cast,
  drafts,
  revision,
  field,
  dates = [],
}: Attribution): readonly Statement[] {
  const parents = nesting(drafts);
  const order = readingOrder(drafts, parents);
  const speakers = new Map<number, Speaker>();
  const media = new Map<number, readonly CastMember[]>();
  const to = new Map<number, readonly CastMember[]>();
  const toldTo = new Map<string, readonly CastMember[]>();
  const spoken: Spoken[number][] = [];
  for (const at of order) {
    const draft = drafts[at]!;
    const parent = parents[at];
    const enclosing = parent !== undefined ? speakers.get(parent)?.who : spoken.at(-1)?.who;
    const source = draft.source[0];
    const speaker = source ? speakerOf(passage, cast, source, spoken, enclosing) : undefined;
    if (speaker) {
      speakers.set(at, speaker);
      // Whoever is quoted inside somebody's words is no one that the article's own "he" goes back to.
      if (parent === undefined) {
        let place = spoken.length;
        while (place > 0 && spoken[place - 1]!.at > source![0]) place--;
        spoken.splice(place, 0, {
          at: source![0],
          who: speaker.who,
          paragraph: passage.paragraph[source![0]]!,
          jointly: speaker.jointly,
        });
      }
      if (speaker.jointly.length === 0 && (source![0] === source![1] || /^\p{Lu}/u.test(passage.word[source![0]]!)))
        noteAlias(passage, speaker.who, source!);
    }
    const floor = passage.sentenceFirst[passage.sentence[draft.cue[0]![0]]!]!;
    const ceiling = passage.sentenceFirst[passage.sentence[draft.cue[0]![0]]! + 1]! - 1;
    const hearers = hearersOf(passage, cast, draft, floor, ceiling);
    to.set(at, hearers.to);
    if (speaker && hearers.media.length > 0) toldTo.set(speaker.who.id, hearers.media);
    media.set(at, hearers.media.length > 0 ? hearers.media : speaker ? (toldTo.get(speaker.who.id) ?? []) : []);
  }

  const head = articleVia(article.chain, article.agency);
  const spansOf = (words: readonly Words[]): readonly Span[] =>
    words.map(
      ([first, last]) =>
        (field
          ? [passage.start[first]!, passage.end[last]!, field]
          : [passage.start[first]!, passage.end[last]!]) as Span,
    );
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  drafts.forEach((draft, at) => {
    const spans = { source: spansOf(draft.source), cue: spansOf(draft.cue), content: spansOf(draft.content) };
    let ordinal = 0;
    let id = statementId(article.id, revision, spans);
    while (taken.has(id)) id = statementId(article.id, revision, spans, ++ordinal);
    taken.add(id);
    ids.set(at, id);
  });

  return drafts.map((draft, at): Statement => {
    const speaker = speakers.get(at);
    const { confidence, doubts } = confidenceOf(draft, speaker);
    return {
      id: ids.get(at)!,
      source: spansOf(draft.source),
      cue: spansOf(draft.cue),
      content: spansOf(draft.content),
      kind: draft.kind,
      mode: modeOf(passage, draft.content),
      stance: stanceOf(passage, draft),
      hedges: hedgesOf(passage, draft),
      speaker: speaker ? refOf(speaker.who, speaker) : null,
      jointly: (speaker?.jointly ?? []).map((who) => refOf(who)),
      to: (to.get(at) ?? []).map(({ name }) => name),
      via: [...head, ...wayOf(at, parents, speakers, media)],
      saidOn: saidOn(passage, draft, dates),
      parent: parents[at] === undefined ? null : ids.get(parents[at])!,
      confidence,
      ...(doubts.length > 0 ? { doubts } : {}),
    };
  });
}

/** When it was said: the day or month that the cue's own sentence names outside the words that were said, nearest to the cue. */
function saidOn(passage: Passage, { cue, content, source }: Draft, dates: readonly DateMention[]): string | null {
  const at = cue[0]![0];
  const from = passage.start[passage.sentenceFirst[passage.sentence[at]!]!]!;
  const to = passage.end[passage.sentenceFirst[passage.sentence[at]! + 1]! - 1]!;
  const within = ({ start, end }: DateMention) =>
    [...content, ...source].some(([first, last]) => start >= passage.start[first]! && end <= passage.end[last]!);
  const near = between(dates, from, to)
    .filter(
      (date) => date.start >= from && date.end <= to && (date.type === 'DATE' || date.type === 'TIME') && !within(date),
    )
    .sort((a, b) => Math.abs(a.start - passage.start[at]!) - Math.abs(b.start - passage.start[at]!))[0];
  return near?.value && /^\d{4}(?:-|$)/.test(near.value) ? near.value : null;
}

/** The dates that start between two offsets, found by halving. */
function between(dates: readonly DateMention[], from: number, to: number): readonly DateMention[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < dates.length && dates[last]!.start < to) last++;
  return dates.slice(low, last);
}

function refOf(who: CastMember, speaker?: Speaker): ActorRef {
  return {
    actor: who.id,
    name: who.name,
    ...(who.role ? { role: who.role } : {}),
    ...(speaker && speaker.others.length > 0
      ? {
          candidates: [
            { actor: who.id, name: who.name, p: round(speaker.p) },
            ...speaker.others.map((other) => ({ actor: other.who.id, name: other.who.name, p: round(other.p) })),
          ],
        }
      : {}),
  };
}
const round = (p: number) => Math.round(p * 100) / 100;

/** From the article towards the speaker: the media of the outermost statement, its speaker, and so on inwards. */
function wayOf(
  at: number,
  parents: readonly (number | undefined)[],
  speakers: ReadonlyMap<number, Speaker>,
  media: ReadonlyMap<number, readonly CastMember[]>,
): readonly Via[] {
  const parent = parents[at];
  const own = (media.get(at) ?? []).filter((who) => who !== speakers.get(at)?.who).map(viaMedia);
  if (parent === undefined) return own;
  const above = speakers.get(parent)?.who;
  const outer = wayOf(parent, parents, speakers, media);
  const step: readonly Via[] =
    above && above !== speakers.get(at)?.who
      ? [
          above.kind === 'media'
            ? viaMedia(above)
            : { name: above.name, kind: above.kind === 'person' ? 'person' : 'document' },
        ]
      : [];
  return [...outer, ...step, ...own].filter(
    (via, index, all) => all.findIndex(({ name }) => name === via.name) === index,
  );
}

/** Outermost statements in the order of the text, each followed by what stands inside it. */
function readingOrder(drafts: readonly Draft[], parents: readonly (number | undefined)[]): readonly number[] {
  const root = (at: number) => {
    let top = at;
    for (let up = parents[at]; up !== undefined; up = parents[up]) top = up;
    return top;
  };
  const cueAt = (at: number) => drafts[at]!.cue[0]![0];
  return drafts
    .map((_, at) => ({ at, top: root(at), depth: depth(parents, at) }))
    .sort((a, b) => cueAt(a.top) - cueAt(b.top) || a.depth - b.depth || cueAt(a.at) - cueAt(b.at))
    .map(({ at }) => at);
}

/** The statement each one stands in: the smallest whose content holds its cue and its content. A sweep over the text. */
function nesting(drafts: readonly Draft[]): readonly (number | undefined)[] {
  const size = drafts.map(({ content }) => content.reduce((sum, [first, last]) => sum + last - first + 1, 0));
  const end = drafts.map(({ content }) => Math.max(...content.map(([, last]) => last)));
  const byStart = drafts.map((_, at) => at).sort((a, b) => drafts[a]!.content[0]![0] - drafts[b]!.content[0]![0]);
  const byCue = drafts.map((_, at) => at).sort((a, b) => drafts[a]!.cue[0]![0] - drafts[b]!.cue[0]![0]);
  const parents: (number | undefined)[] = drafts.map(() => undefined);
  let open: number[] = [];
  let next = 0;
  for (const at of byCue) {
    const { cue, content } = drafts[at]!;
    while (next < byStart.length && drafts[byStart[next]!]!.content[0]![0] <= cue[0]![0]) open.push(byStart[next++]!);
    open = open.filter((other) => end[other]! >= cue[0]![0]);
    for (const other of open) {
      if (other === at || size[other]! <= size[at]!) continue;
      const outer = drafts[other]!.content;
      const holds = (words: Words) => outer.some(([first, last]) => first <= words[0] && last >= words[1]);
      if (!holds(cue[0]!) || !content.every(holds)) continue;
      const best = parents[at];
      if (best === undefined || size[other]! < size[best]!) parents[at] = other;
    }
  }
  return parents;
}

function depth(parents: readonly (number | undefined)[], at: number): number {
  let steps = 0;
  for (let up = parents[at]; up !== undefined && steps < 50; up = parents[up]) steps++;
  return steps;
}

/** A described speaker ("the Russian diplomat") keeps the description among its forms. */
function noteAlias(passage: Passage, who: CastMember, [first, last]: Words): void {
  const form = passage.text.slice(passage.start[first]!, passage.end[last]!).replace(/\s+/g, ' ');
  if (
    form.length <= 40 &&
    /^\p{Lu}/u.test(form) &&
    !/^(?:He|She|They|It|Who|Which|I|We|You|This|That|These|Those|Both)\b/.test(form)
  )
    who.aliases.add(form);
}
