import { shortHash } from '../domain/ids.ts';
import { averageLinkage } from './average-linkage.ts';
import { rarity } from './rarity.ts';
import { type Likenesses, likenesses, withWordsOfNearest } from './similar.ts';
import { topicOf } from './topic.ts';
import { topicWords } from './words.ts';

export type TextToGroup = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601; texts that came out far apart are less easily one story. */
  readonly published?: string | null;
};

export type Grouped = { readonly id: string; readonly story: string };

/** Words rarer than this in news at large are names and noise alike. */
const RAREST = 6;
const TOO_COMMON = 1.5;
/** Half of a word's weight is its rarity in news at large, half that among the texts given. */
const OWN_SHARE = 0.5;

/** Chosen on the five story sets together (bench/relate), where neighbouring values give the same within a point. */
const NEAREST = { neighbours: 3, share: 1.5, words: 400 };
const LEAST_FOR_NEAREST = 0.08;
const LEAST_LIKENESS = 0.04;
const SAME_STORY = 0.55;

/** A headline has few words to share: likeness grows by up to this factor more as the shorter text has fewer than so many. */
const SHORT_WORDS = 30;
const SHORT_BONUS = 5;

const DAY_MS = 86_400_000;
/** Texts may be so far apart without a doubt; after it likeness fades, to one half after another so many days. */
const DAYS_TOGETHER = 3;
const HALF_AFTER_DAYS = 20;

/** A text is compared with so many at the most; fewer where there are very many. */
const NEIGHBOURS_KEPT = 600;
const NEIGHBOURS_OF_MANY = 80;
const MANY_TEXTS = 20_000;

/**
 * Articles or bare headlines, in order of arrival, to stories: average linkage over words that each text shares with its
 * nearest ones. All texts are seen before the first answer. A story is named by its first text.
 */
export function groupStories(texts: readonly TextToGroup[]): readonly Grouped[] {
  const most = texts.length > MANY_TEXTS ? NEIGHBOURS_OF_MANY : NEIGHBOURS_KEPT;
  const words = texts.map((text) => new Set(topicWords(`${text.title ?? ''} ${text.text}`)));
  const weigh = weigherAmong(words);
  const bare = texts.map((text) => topicOf(text, weigh));
  const topics = withWordsOfNearest(bare, likenesses(bare, LEAST_FOR_NEAREST, most), NEAREST);
  const like = adjusted(likenesses(topics, LEAST_LIKENESS, most), texts, words);
  const groups = averageLinkage(like, SAME_STORY);
  return texts.map((text, i) => ({ id: text.id, story: shortHash('story', texts[groups[i]!]!.id) }));
}

function weigherAmong(words: readonly ReadonlySet<string>[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const text of words) for (const word of text) holders.set(word, (holders.get(word) ?? 0) + 1);
  return (word) => {
    const atLarge = rarity(word);
    if (atLarge < TOO_COMMON) return 0;
    const here = Math.log((words.length + 1) / (holders.get(word) ?? 1));
    return (1 - OWN_SHARE) * Math.min(RAREST, atLarge) + OWN_SHARE * here;
  };
}

function adjusted(like: Likenesses, texts: readonly TextToGroup[], words: readonly ReadonlySet<string>[]): Likenesses {
  const times = texts.map((text) => Date.parse(text.published ?? ''));
  return like.map((row, i) => {
    const out = new Map<number, number>();
    for (const [j, likeness] of row) {
      const shorter = Math.min(words[i]!.size, words[j]!.size);
      const short = 1 + SHORT_BONUS * Math.max(0, 1 - shorter / SHORT_WORDS);
      out.set(j, likeness * short * nearness(times[i]!, times[j]!));
    }
    return out;
  });
}

/** 1 for texts of the same days or without a time, less the farther apart they are. */
function nearness(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return 1;
  const days = Math.max(0, Math.abs(a - b) / DAY_MS - DAYS_TOGETHER);
  return 1 / (1 + days / HALF_AFTER_DAYS);
}
