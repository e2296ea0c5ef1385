import table from './peoples.json' with { type: 'json' };
import type { PhraseWord } from './phrase.ts';

const countryOf = new Map<string, string>(
  table.rows.flatMap(({ country, peoples }) => peoples.map((people) => [people.toLowerCase(), country] as const)),
);
const LONGEST_PEOPLE = Math.max(...[...countryOf.keys()].map((people) => people.split(' ').length));

/** The first people or regional adjective of a phrase ("Chechen", "Crimean Tatars") and the state it belongs to. */
export function peopleIn(
  words: readonly PhraseWord[],
): { readonly country: string; readonly first: number; readonly last: number } | undefined {
  for (let first = 0; first < words.length; first++) {
    if (!/^\p{Lu}/u.test(words[first]!.text)) continue;
    for (let last = Math.min(words.length, first + LONGEST_PEOPLE) - 1; last >= first; last--) {
      const run = words.slice(first, last + 1).map(({ lower }) => lower);
      const name = run.join(' ');
      const country = countryOf.get(name) ?? countryOf.get([...run.slice(0, -1), words[last]!.singular].join(' '));
      if (country) return { country, first, last };
    }
  }
  return undefined;
}
