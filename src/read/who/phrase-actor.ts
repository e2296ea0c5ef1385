import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { type KnownSpan, knownSpans, type PhraseWord, phraseWords } from './phrase.ts';
import { countryByPlace } from './phrase-place.ts';
import {
  FORMER,
  KIND_SECTOR,
  LEFT_BY_LEAVING,
  LONGEST_TERM,
  NOBODY_NAMED,
  type SectorTerm,
  sectorTerm,
} from './sector-words.ts';

/**
 * Whom a phrase means: the known actor's name, or the phrase; its country (ISO alpha-3; `IGO`, `NGO` or `EUR` for bodies of
 * many states); its PLOVER sector. Null where the phrase tells neither; `UNK` where its words are common ones of no sector.
 */
export type PhraseActor = { readonly name: string; readonly country: string | null; readonly sector: string | null };

/**
 * Whom a phrase out of a text means ("Armenian Prime Minister", "members of the Knesset"). The head noun speaks first; nouns
 * that fit many sectors ("official", "leader") take it from what they belong to. `date` (ISO) decides which office is held.
 */
export function phraseActor(phrase: string, knowledge: Knowledge, date?: string): PhraseActor {
  const words = phraseWords(phrase);
  const spans = knownSpans(words, knowledge);
  const person = spans.find(({ actor, by }) => actor.kind === 'person' && by !== 'demonym');
  const states = spans.filter(({ actor }) => actor.kind === 'state');
  const others = spans.filter(({ actor }) => actor.kind !== 'state' && actor.kind !== 'person');
  const seat = countryByPlace(words, spans);
  const country =
    person?.actor.country ??
    nearest(words, [...states, ...others]) ??
    seat?.country ??
    states[0]?.actor.country ??
    null;
  const former = words.some(({ lower }) => FORMER.has(lower) || lower.startsWith('ex-'));
  const byWords = sectorByWords(words, others, date);
  const sector = person ? personSector(person.actor, date, byWords, knowledge) : byWords;
  const left = former && sector !== undefined && LEFT_BY_LEAVING.has(sector);
  const named = person ?? others[0] ?? (states.length === 1 && covers(states[0]!, words) ? states[0] : undefined);
  return {
    name: named?.actor.name ?? phrase,
    country,
    sector: left ? 'ELI' : (sector ?? withoutWords(words, spans, seat?.sector)),
  };
}

/** The country of the first known actor in the head part, then in later parts; those who only back or lead it come last. */
function nearest(words: readonly PhraseWord[], spans: readonly KnownSpan[]): string | undefined {
  const rank = (span: KnownSpan) =>
    (words[span.first]!.fromAfar ? 1e4 : 0) + words[span.first]!.part * 100 + (span.actor.kind === 'state' ? 0 : 50) + span.first;
  const named = spans.filter(({ actor }) => actor.country ?? actor.bloc).sort((a, b) => rank(a) - rank(b));
  return named[0] && (named[0].actor.country ?? named[0].actor.bloc);
}

const covers = ({ first, last }: KnownSpan, words: readonly PhraseWord[]): boolean =>
  words.every(({ lower }, at) => (at >= first && at <= last) || lower === 'the');

/** From the head noun outwards: what it says, what stands before it says, what belongs to it says. */
function sectorByWords(
  words: readonly PhraseWord[],
  known: readonly KnownSpan[],
  date: string | undefined,
): string | undefined {
  let fallback: SectorTerm | undefined;
  const parts = words.length === 0 ? 0 : words.at(-1)!.part + 1;
  for (let part = 0; part < parts; part++)
    for (let end = lastOf(words, part); end >= 0 && words[end]!.part === part; ) {
      const span = known.find(({ last }) => last === end);
      const bySpan = span && (!fallback || fallback.soft || fallback.generic) ? actorSector(span.actor, date) : undefined;
      if (bySpan) return bySpan;
      if (span) {
        end = span.first - 1;
        continue;
      }
      const found = termEndingAt(words, end);
      if (found && (!fallback || fallback.generic || (fallback.soft && part === 0)) && !found.term.generic) {
        if (!found.term.soft) return fallback && !fallback.generic ? (strong(found.term) ?? fallback.sector) : found.term.sector;
        if (!fallback || fallback.generic) fallback = found.term;
      } else if (found && !fallback) fallback = found.term;
      end -= found?.length ?? 1;
    }
  return fallback?.sector;
}

/** Behind a noun with a sector of its own only the armed say more: "rebel fighters", "militia commanders". */
const strong = ({ sector }: SectorTerm): string | undefined =>
  sector === 'REB' || sector === 'PRM' || sector === 'CRM' || sector === 'OPP' ? sector : undefined;

function lastOf(words: readonly PhraseWord[], part: number): number {
  let last = words.length - 1;
  while (last >= 0 && words[last]!.part > part) last--;
  return last;
}

function termEndingAt(
  words: readonly PhraseWord[],
  end: number,
): { readonly term: SectorTerm; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_TERM, end + 1); length > 0; length--) {
    const term = sectorTerm(words.slice(end - length + 1, end + 1).map((word) => word.singular));
    if (term) return { term, length };
  }
  return undefined;
}

/** A known actor's sector: the office a group held at the time ("government"), its own, or its kind's. */
function actorSector(actor: KnownActor, date: string | undefined): string | undefined {
  const held = roleAt(actor, date);
  const byRole = held && sectorOfRole(held.role);
  return byRole ?? actor.sector ?? KIND_SECTOR[actor.kind];
}

const roleAt = ({ roles }: KnownActor, date = '9999') =>
  roles?.find(({ from = '', to = '9999-99' }) => from.slice(0, date.length) <= date && date <= to);

const sectorOfRole = (role: string): string | undefined => sectorByWords(phraseWords(role), [], undefined);

/** In office the office's sector; out of it the title that the phrase itself gives, else elite. */
function personSector(
  actor: KnownActor,
  date: string | undefined,
  byWords: string | undefined,
  knowledge: Knowledge,
): string | undefined {
  if (!actor.roles?.length) return byWords ?? actor.sector;
  const held = roleAt(actor, date);
  if (!held) return byWords ?? 'ELI';
  const role = phraseWords(held.role);
  const known = knownSpans(role, knowledge).filter(({ actor: { kind } }) => kind !== 'state' && kind !== 'person');
  return sectorByWords(role, known, date) ?? byWords ?? 'GOV';
}

/** A capital alone is its government, another place its people; a phrase of common words names no sector. */
function withoutWords(words: readonly PhraseWord[], spans: readonly KnownSpan[], bySeat: string | undefined): string | null {
  const only = spans.length === 1 && covers(spans[0]!, words) ? spans[0] : undefined;
  if (only) return only.by === 'metonym' ? 'GOV' : (only.actor.sector ?? null);
  if (bySeat) return bySeat;
  const head = words[lastOf(words, 0)];
  if (!head) return null;
  return NOBODY_NAMED.has(head.lower) || /^\p{Ll}/u.test(head.text) ? 'UNK' : null;
}
