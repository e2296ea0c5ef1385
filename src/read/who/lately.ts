import { type Cast, type CastMember, firstAtOrAfter } from './cast.ts';
import type { Speaker, Spoken } from './speakers.ts';

type Near = { readonly who: CastMember; readonly near: number; readonly at: number };
const LOOK_BACK_NAMES = 80;
const LOOK_BACK_SPEAKERS = 12;

/**
 * Actors lately named or heard before a word, nearest first. `near` is 1 just before and falls with distance; having just
 * spoken brings nearer. Looks back over a fixed number of names and speakers, so a long article costs no more per statement.
 */
export function lately(cast: Cast, word: number, spoken: Spoken): readonly Near[] {
  const found = new Map<CastMember, { near: number; at: number }>();
  const note = (who: CastMember, near: number, at: number) => {
    const before = found.get(who);
    if (!before) found.set(who, { near, at });
    else if (near > before.near) before.near = near;
  };
  let index = firstAtOrAfter(cast, word) - 1;
  for (let seen = 0; index >= 0 && seen < LOOK_BACK_NAMES; index--, seen++) {
    const name = cast.names[index]!;
    const who = cast.byWord.get(name.first);
    if (who && name.by !== 'demonym') note(who, 1 / (1 + (word - name.first) / 40), name.first);
  }
  for (const entry of spoken.slice(-LOOK_BACK_SPEAKERS))
    if (entry.at < word) note(entry.who, 1.6 / (1 + (word - entry.at) / 60), entry.at);
  return [...found].map(([who, { near, at }]) => ({ who, near, at })).sort((a, b) => b.near - a.near);
}

/** The fits as one speaker: shares by nearness squared, `top` in all. */
export function ranked(
  fits: readonly { readonly who: CastMember; readonly near: number }[],
  top: number,
  doubt?: string,
): Speaker {
  const sum = fits.reduce((total, { near }) => total + near ** 2, 0);
  const share = (near: number) => (near ** 2 / sum) * top;
  const [best, ...rest] = fits;
  return {
    who: best!.who,
    p: share(best!.near),
    others: rest.slice(0, 3).map(({ who, near }) => ({ who, p: share(near) })),
    jointly: [],
    ...(doubt ? { doubt } : {}),
  };
}
