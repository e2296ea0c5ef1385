import type { ActorKind } from '../../domain/actor.ts';
import table from './name-kinds.json' with { type: 'json' };

const ends = new Map<string, ActorKind>();
for (const [kind, words] of Object.entries(table.ends)) for (const word of words) ends.set(word, kind as ActorKind);
const begins = Object.entries(table.begins).flatMap(([kind, words]) =>
  words.map((word) => [`${word} `, kind as ActorKind] as const),
);

/** What kind of actor an unknown name that is no person's tells of itself: "Harn Gazette" is media. A single word tells nothing. */
export function kindOfName(form: string): ActorKind {
  const name = form.toLowerCase().replace(/^the /, '');
  const words = name.split(' ');
  if (words.length < 2) return 'other';
  return (
    ends.get(words.slice(-2).join(' ')) ??
    ends.get(words.at(-1)!) ??
    begins.find(([word]) => name.startsWith(word))?.[1] ??
    'other'
  );
}
