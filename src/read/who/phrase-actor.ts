import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { TITLE } from './person-words.ts';
import table from './sector-words.json' with { type: 'json' };

/** Whom a phrase means: the known actor's name, or the phrase; ISO alpha-3 country and PLOVER sector, null where the phrase tells neither. */
export type PhraseActor = { readonly name: string; readonly country: string | null; readonly sector: string | null };

const FORMER = new Set(table.former);
const KINDS: Readonly<Record<string, string>> = table.kinds;
const sectors = table.sectors as unknown as readonly (readonly [string, readonly string[]])[];

/**
 * Whom a phrase out of a text means ("Armenian Prime Minister", "rebels in the north"): the longest known form in it, else the
 * words for sectors, first match in the order of the table. `date` (ISO) decides which office a person held.
 */
export function phraseActor(phrase: string, knowledge: Knowledge, date?: string): PhraseActor {
  const words = phrase.match(/[\p{L}\p{N}.]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
  const known = knownIn(words, knowledge);
  const actor = known.find(({ actor: { kind } }) => kind !== 'state')?.actor;
  const state = known.find(({ actor: { kind } }) => kind === 'state');
  const country =
    (actor?.kind === 'person' ? actor.country : undefined) ?? state?.actor.country ?? actor?.country ?? null;
  const lower = ` ${words
    .join(' ')
    .toLowerCase()
    .replace(/['’]s(?= |$)/g, '')} `;
  const bySector = sectorOf(lower, words);
  const former = words.some((word) => FORMER.has(word.toLowerCase().replace(/^ex-.*/, 'ex')));
  if (actor?.kind === 'person')
    return { name: actor.name, country, sector: former ? 'ELI' : personSector(actor, date, bySector) };
  if (bySector) return { name: actor?.name ?? phrase, country, sector: former ? 'ELI' : bySector };
  if (actor)
    return { name: actor.name, country, sector: KINDS[actor.kind] ?? (actor.kind === 'ministry' ? 'GOV' : null) };
  if (state) {
    const alone = state.words === words.filter((word) => !/^the$/i.test(word)).length;
    return { name: alone ? state.actor.name : phrase, country, sector: alone && state.metonym ? 'GOV' : null };
  }
  return { name: phrase, country, sector: null };
}

type Found = { readonly actor: KnownActor; readonly words: number; readonly metonym: boolean };

function knownIn(words: readonly string[], knowledge: Knowledge): readonly Found[] {
  const found: Found[] = [];
  for (let from = 0; from < words.length; ) {
    let step = 1;
    for (let to = Math.min(words.length, from + 8); to > from; to--) {
      const form = words
        .slice(from, to)
        .join(' ')
        .replace(/['’]s$/, '');
      const forms = [
        form,
        form.replace(/s$/, ''),
        /^[^\p{Ll}]{3,}$/u.test(form) ? form[0] + form.slice(1).toLowerCase() : form,
      ];
      const actor = forms.map((each) => knowledge.named(each)[0]).find((each) => each !== undefined);
      if (!actor || !/\p{Lu}/u.test(form)) continue;
      // A surname inside a longer name is somebody else's.
      if (
        actor.kind === 'person' &&
        to - from === 1 &&
        /^\p{Lu}/u.test(`${words[from - 1] ?? ''}`) &&
        !TITLE.has(words[from - 1]!.toLowerCase())
      )
        continue;
      if (actor.kind === 'person' && to - from === 1 && /^\p{Lu}/u.test(words[to] ?? '')) continue;
      const same = (other: string) => forms.some((each) => each.toLowerCase() === other.toLowerCase());
      found.push({ actor, words: to - from, metonym: actor.metonyms?.some(same) ?? false });
      step = to - from;
      break;
    }
    from += step;
  }
  return found.sort((a, b) => b.words - a.words);
}

function sectorOf(lower: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  for (const [sector, list] of sectors) if (list.some((word) => lower.includes(` ${word} `))) return sector;
  return null;
}

/** Offices make a person's sector: in office government, out of it elite. */
function personSector({ roles }: KnownActor, date: string | undefined, bySector: string | null): string | null {
  if (!roles || roles.length === 0) return bySector;
  const then = date ?? '9999';
  const held = roles.find(({ from = '', to = '9999-99' }) => from <= then && then <= to);
  if (!held) return 'ELI';
  return /intelligence|security service/.test(held.role)
    ? 'SPY'
    : /army|general staff|commander/.test(held.role)
      ? 'MIL'
      : 'GOV';
}
