import type { ReadArticle } from '../domain/read-article.ts';
import type { Figure } from '../domain/reading.ts';
import { profileOf } from './fit.ts';
import { momentOf } from './moment.ts';
import { topicCosine } from './topic.ts';
import { folded } from './words.ts';

/** A figure where it stands, and who gives it; `family` is shared by articles that are one text republished. */
export type PlacedFigure = {
  readonly article: ReadArticle;
  readonly figure: Figure;
  readonly speaker: string | null;
  readonly family: string;
  readonly noun: string;
  /** "Six of the dead" and "nine more" are parts: they contradict no total and no other part. */
  readonly isPart: boolean;
};

/** Pairs of figures about one thing that cannot both hold; the same two numbers are told once. */
export function figureConflicts(values: readonly PlacedFigure[]): readonly (readonly [PlacedFigure, PlacedFigure])[] {
  const pairs = new Map<string, readonly [PlacedFigure, PlacedFigure]>();
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1)) {
      if (
        a.isPart ||
        !differentVoices(a, b) ||
        !samePlace(a, b) ||
        !sameMoment(a, b) ||
        !sameHappening(a, b) ||
        canBothHold(a.figure, b.figure)
      )
        continue;
      const key = [a.figure.value, b.figure.value].toSorted((x, y) => x - y).join('|');
      const told = pairs.get(key);
      if (!told || named(a) + named(b) > named(told[0]) + named(told[1])) pairs.set(key, [a, b]);
    }
  return [...pairs.values()];
}

/** Topic cosine from which two articles without a story speak of one happening. */
const SAME_HAPPENING = 0.3;

/** In a long article numbers farther apart (in characters) belong to different matters. */
const SAME_PASSAGE = 1500;

/** Two attacks of one day each have their dead. */
function sameHappening(one: PlacedFigure, other: PlacedFigure): boolean {
  const [a, b] = [one.article, other.article];
  if (a.id === b.id) return Math.abs(one.figure.start - other.figure.start) <= SAME_PASSAGE;
  if (a.story && b.story) return a.story === b.story;
  return topicCosine(profileOf(a).topic, profileOf(b).topic) >= SAME_HAPPENING;
}

/** A pair whose speakers are known says more than one in the outlets' own voices. */
const named = ({ speaker }: PlacedFigure) => (speaker === null ? 0 : 1);

const differentVoices = (a: PlacedFigure, b: PlacedFigure) =>
  a.article.id === b.article.id
    ? a.speaker !== b.speaker
    : a.family !== b.family && (a.speaker === null || a.speaker !== b.speaker);

const samePlace = (a: PlacedFigure, b: PlacedFigure) => {
  const [here, there] = [folded(a.figure.place ?? ''), folded(b.figure.place ?? '')];
  return here === there || (a.article.id === b.article.id && (here === '' || there === ''));
};

const DAY_MS = 86_400_000;
/** Two reports speak of the same moment when they came out this close. */
const SAME_MOMENT_DAYS = 1.5;

/** Stated times must fall together; without them the articles' own times must, and a later count is no contradiction. */
function sameMoment(a: PlacedFigure, b: PlacedFigure): boolean {
  const [here, there] = [a.figure.when, b.figure.when];
  if (here && there) return here.startsWith(there) || there.startsWith(here);
  if (a.article.id === b.article.id) return true;
  if (!momentOf(a.article) || !momentOf(b.article)) return false;
  return Math.abs(a.article.timeMs - b.article.timeMs) <= SAME_MOMENT_DAYS * DAY_MS;
}

/** "About 40" and "43" do not contradict each other. */
const ABOUT = 0.15;

function canBothHold(a: Figure, b: Figure): boolean {
  const [aFrom, aTo] = rangeOf(a);
  const [bFrom, bTo] = rangeOf(b);
  return aFrom <= bTo && bFrom <= aTo;
}

function rangeOf({ value, upTo, bound }: Figure): readonly [number, number] {
  const top = upTo ?? value;
  if (bound === 'atLeast' || bound === 'over') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'atMost' || bound === 'under') return [0, top];
  if (bound === 'about') return [value * (1 - ABOUT), top * (1 + ABOUT)];
  return [value, top];
}
