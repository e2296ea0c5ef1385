import type { Specimen } from '../../src/archive/specimens.ts';
import type { Actor } from '../../src/domain/actor.ts';

/** A stream of numbers that is the same on every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ka lo mi ter an os dri fel gor sun bal ni per tas vo rem il qua zen hol dar pim ur est'.split(' ');
const VOCABULARY = 30_000;
const ACTORS = 3000;
const OUTLETS = 200;
/** Articles of one story, stories of one storyline, on average. */
const PER_STORY = 4;
const STORIES_PER_LINE = 12;
const STATEMENTS = 10;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2023, 0, 1);

const nameOf = (number: number): string => {
  let rest = number * 7 + 31;
  let name = '';
  while (rest > 0) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name;
};

/** Frequent words are frequent as in any language: the n-th with a weight of about 1/n. */
const zipf = (random: () => number, size: number): number => Math.min(size - 1, Math.floor(size ** random()) - 1);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
export const actorName = (number: number): string => `${capital(nameOf(number))} ${capital(nameOf(number + ACTORS))}`;
export const wordOf = nameOf;

/** An article of some 450 words with ten statements, over three years, from two hundred outlets. */
export function syntheticArticle(number: number, of: number): { specimen: Specimen; story: string; storyline: string } {
  const random = numbers(number + 1);
  const story = Math.floor(number / PER_STORY);
  const words = (count: number) => Array.from({ length: count }, () => nameOf(zipf(random, VOCABULARY))).join(' ');
  const speakers = [...new Set(Array.from({ length: 5 }, () => zipf(random, ACTORS)))];
  const says: [string, string, string][] = [];
  const sentences = Array.from({ length: STATEMENTS }, (_, index) => {
    const speaker = actorName(speakers[index % speakers.length]!);
    const content = `that ${words(14)} ${number}x${index}`;
    const cue = index % 3 === 0 ? 'declared' : 'said';
    says.push([speaker, cue, content]);
    return `${capital(words(22))}.\n\n${speaker} ${cue} ${content}.`;
  });
  const outlet = zipf(random, OUTLETS);
  const timeMs = FIRST_MS + Math.floor((number / of) * 1000 * DAY_MS + random() * DAY_MS);
  const names: Actor[] = Array.from({ length: 6 }, () => zipf(random, ACTORS)).map((actor) => ({
    ...{ id: `in:about-${actor}`, name: actorName(actor), kind: 'person', aliases: [actorName(actor)] },
  }));
  return {
    story: `story-${story}`,
    storyline: `line-${Math.floor(story / STORIES_PER_LINE)}`,
    specimen: {
      title: capital(words(9)),
      text: sentences.join('\n\n'),
      url: `https://outlet${outlet}.example/${number}`,
      outlet: `Outlet ${capital(nameOf(outlet))}`,
      published: new Date(timeMs).toISOString().replace('.000Z', 'Z'),
      atMs: timeMs + 600_000,
      says,
      names: [...new Map(names.map((actor) => [actor.id, actor])).values()],
    },
  };
}
