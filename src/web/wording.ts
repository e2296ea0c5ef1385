import type { ActorKind } from '../domain/actor.ts';
import { MODE_WORDS } from '../domain/mode-words.ts';
import type { NoticeKind } from '../domain/notice.ts';
import type { Step } from '../domain/ports/queue.ts';
import type { Stance } from '../domain/statement.ts';
import type { DisputeKind, LineageKind } from '../domain/story.ts';

export { KIND_WORDS, MODE_WORDS } from '../domain/mode-words.ts';

/** The words on screen for what the domain knows by short names. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  confirms: 'confirms',
  questions: 'questions',
  demands: 'demands',
  declines: 'declines',
};

/** What each stance means, for forms and legends. */
export const STANCE_MEANINGS: Readonly<Record<Stance, string>> = {
  asserts: 'says that it is so',
  denies: 'rejects or disputes it, or refuses to recognise it',
  confirms: 'says that what others said is so',
  questions: 'asks or doubts whether it is so',
  demands: 'calls for it, urges or orders it',
  declines: 'does not comment or did not answer',
};

/** What the marks mean, for the legend at the foot of lists of statements. */
export const MODE_MEANINGS: readonly (readonly [string, string])[] = [
  [MODE_WORDS.direct, 'the speaker’s own words, in quotation marks'],
  [MODE_WORDS.indirect, 'the outlet’s wording of what was said'],
  [MODE_WORDS.mixed, 'the outlet’s wording with the speaker’s words inside'],
];

export const LINEAGE_WORDS: Readonly<Record<LineageKind, string>> = {
  republishes: 'republishes',
  cites: 'cites',
  quotes: 'quotes',
};

export const DISPUTE_WORDS: Readonly<Record<DisputeKind, string>> = {
  denial: 'Denied',
  figure: 'Numbers differ',
  place: 'Places differ',
  time: 'Times differ',
};

export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: 'person',
  state: 'state',
  ministry: 'ministry',
  'armed-group': 'armed group',
  party: 'party',
  company: 'company',
  body: 'body',
  media: 'media',
  other: 'other',
};

export const NOTICE_KIND_WORDS: Readonly<Record<NoticeKind, string>> = {
  takedown: 'removal',
  reply: 'reply',
  correction: 'correction',
  other: 'another matter',
};

/** Steps of the line as what has been done to an article. */
export const STEP_WORDS: Readonly<Record<Step, string>> = {
  fetch: 'fetched',
  clean: 'cleaned',
  read: 'read',
  relate: 'grouped',
};

/** Below this a statement is shown with its doubt. */
export const SURE = 0.8;

const numbers = new Intl.NumberFormat('en-GB');

/** A whole number with its thousands apart. */
export const numeral = (value: number): string => numbers.format(value);

/** `1 outlet`, `14 outlets`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numeral(count)} ${count === 1 ? one : many}`;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Bytes as a reader measures them: `640 bytes`, `12 kB`, `3.4 MB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${numeral(Math.round(bytes / 1000))} kB`;
  return `${numeral(Math.round(bytes / 100_000) / 10)} MB`;
}
