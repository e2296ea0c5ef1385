import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { holds } from './offices.ts';
import { type KnownSpan, knownSpans, type PhraseWord, phraseWords } from './phrase.ts';
import type { PhrasePlace } from './phrase-place.ts';
import { KIND_SECTOR, LONGEST_TERM, type SectorTerm, sectorTerm } from './sector-words.ts';

type Around = {
  readonly known: readonly KnownSpan[];
  readonly place?: PhrasePlace | undefined;
  readonly date?: string | undefined;
};

/** From the head noun outwards: what it says, what stands before it says, what it belongs to says. */
export function sectorByWords(words: readonly PhraseWord[], { known, place, date }: Around): string | undefined {
  // "rebel-held Oll": what stands before a place tells of it, and nobody acts.
  if (place && place.first > 0 && place.last === lastOf(words, 0)) return undefined;
  let fallback: SectorTerm | undefined;
  const parts = words.length === 0 ? 0 : words.at(-1)!.part + 1;
  for (let part = 0; part < parts; part++)
    for (let end = lastOf(words, part); end >= 0 && words[end]!.part === part; ) {
      const open = !fallback || fallback.soft || fallback.generic;
      const span = known.find(({ last }) => last === end);
      const bySpan = span && open ? actorSector(span.actor, date) : undefined;
      if (bySpan) return bySpan;
      if (span ?? (place && end <= place.last && end >= place.first)) {
        end = (span ?? place!).first - 1;
        continue;
      }
      const found = termEndingAt(words, end);
      end -= found?.length ?? 1;
      if (!found) continue;
      if (found.term.generic) fallback ??= found.term;
      else if (!fallback || fallback.generic) {
        if (!found.term.soft) return found.term.sector;
        fallback = found.term;
      } else if (fallback.soft && part === 0 && isArmed(found.term)) return found.term.sector;
    }
  return fallback?.sector;
}

/** Behind a noun with a sector of its own only these say more: "rebel fighters", "militia commanders". */
const isArmed = ({ sector }: SectorTerm): boolean =>
  sector === 'REB' || sector === 'PRM' || sector === 'CRM' || sector === 'OPP';

/** The last word of a part. */
export function lastOf(words: readonly PhraseWord[], part: number): number {
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
  const byRole = held && sectorByWords(phraseWords(held.role), { known: [] });
  return byRole ?? actor.sector ?? (actor.owner === 'state' ? 'GOV' : KIND_SECTOR[actor.kind]);
}

/** The office held on a day that was taken last; of an undated phrase, the one held still. */
const roleAt = ({ roles = [] }: KnownActor, date = '9999') =>
  roles.filter((role) => holds(role, date)).toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0];

/** An undated text is likelier from somebody's time in office than from after it: news speaks most of those who hold one. */
const lastRole = ({ roles = [] }: KnownActor) =>
  roles.toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0];

/** The bloc of the body that a person of no country speaks for: "UN secretary-general". */
export function blocOf(actor: KnownActor, date: string | undefined, knowledge: Knowledge): string | undefined {
  const role = roleAt(actor, date)?.role;
  return role && knownSpans(phraseWords(role), knowledge).find((span) => span.actor.bloc)?.actor.bloc;
}

/** In office the office's sector; out of it the title that the phrase itself gives, else elite. */
export function personSector(
  actor: KnownActor,
  date: string | undefined,
  byWords: string | undefined,
  knowledge: Knowledge,
): string | undefined {
  if (!actor.roles?.length) return byWords ?? actor.sector;
  const held = roleAt(actor, date) ?? (date === undefined ? lastRole(actor) : undefined);
  if (!held) return byWords ?? 'ELI';
  if (actor.sector) return actor.sector;
  const role = phraseWords(held.role);
  const known = knownSpans(role, knowledge).filter(({ actor: { kind } }) => kind !== 'state' && kind !== 'person');
  return sectorByWords(role, { known, date }) ?? byWords ?? 'GOV';
}
