import type { Freshness, FullText, OwnerType, Retention, Source } from '../../domain/ports/sources.ts';
import { momentInWords } from '../dates.ts';

export const FULL_TEXT_WORDS: Readonly<Record<FullText, string>> = {
  always: 'always fetch the page of an item',
  'when-short': 'fetch the page when the feed holds only a summary',
  never: 'keep to the words of the feed',
};

export const OWNER_WORDS: Readonly<Record<OwnerType, string>> = {
  public: 'public broadcaster',
  state: 'state-owned',
  private: 'private',
  party: 'party press',
  nonprofit: 'non-profit',
  issuer: 'primary issuer',
};

/** How a source is doing, in words; `isIll` where somebody should look. */
export function healthInWords(source: Source): { readonly words: string; readonly isIll: boolean } {
  const { health } = source;
  if (source.retired) return { words: health.message ?? 'Retired: it is gone for good.', isIll: true };
  if (source.paused) return { words: 'Paused', isIll: false };
  if (health.error) return { words: `${health.message ?? health.error} ${times(health.failuresInARow)}`, isIll: true };
  if (health.lastPollMs === null) return { words: 'Not asked yet', isIll: false };
  return { words: 'Well', isIll: false };
}

/** When it is asked next: `now`, `in 4 min`, `in 7 h`; empty where it is not. */
export function nextInWords(source: Source, nowMs: number): string {
  if (source.paused || source.retired) return '';
  const inMs = source.schedule.dueAtMs - nowMs;
  return inMs <= 0 ? 'now' : `in ${spanInWords(inMs)}`;
}

export const whenInWords = (ms: number | null): string => (ms === null ? '' : momentInWords(ms));

/** What the publisher reserves, and what Stemma keeps because of it. */
export function optOutInWords(source: Source): string {
  const reserved = source.health.reservations;
  if (!reserved) return '';
  if (reserved.linkOnly) return 'reserves its rights: only links are kept';
  if (reserved.noSnippet) return 'allows no excerpts';
  if (reserved.noArchive) return 'asks not to be archived for others';
  return '';
}

export const freshnessInWords = (freshness: Freshness | undefined): string =>
  freshness
    ? `half of the last ${freshness.items} items within ${spanInWords(freshness.medianMs)} of being published, 95 % within ${spanInWords(freshness.p95Ms)}`
    : 'no item with a time yet';

export const retentionValue = (retention: Retention): string =>
  retention.keep === 'all' ? 'all' : `${retention.keep}:${retention.days}`;

/** Milliseconds as people say them: `40 s`, `12 min`, `5 h`, `3 days`. */
export function spanInWords(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

const times = (failures: number): string => (failures > 1 ? `(${failures} times in a row)` : '');
