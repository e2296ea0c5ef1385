import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import { type Cast, type CastMember, firstAtOrAfter } from './cast.ts';

/** Who speaks: the likeliest actor, how sure that is, who else it may be, and why there is doubt. */
export type Speaker = {
  readonly who: CastMember;
  readonly p: number;
  readonly others: readonly { readonly who: CastMember; readonly p: number }[];
  readonly jointly: readonly CastMember[];
  readonly doubt?: string;
};

/** What has been read so far: earlier speakers with the word at which they spoke, nearest last. */
export type Spoken = readonly {
  readonly at: number;
  readonly who: CastMember;
  readonly paragraph: number;
  readonly jointly: readonly CastMember[];
}[];

export const sure = (who: CastMember, p: number): Speaker => ({ who, p, others: [], jointly: [] });

/** A name of the cast where it stands. */
export type NameAt = { readonly first: number; readonly last: number; readonly who: CastMember; readonly by: string };

export function namesWithin(cast: Cast, first: number, last: number): readonly NameAt[] {
  const found: NameAt[] = [];
  for (let at = firstAtOrAfter(cast, first); at < cast.names.length; at++) {
    const name = cast.names[at]!;
    if (name.first > last) break;
    if (name.last > last) continue;
    const who = cast.byWord.get(name.first);
    if (who) found.push({ first: name.first, last: name.last, who, by: name.by });
  }
  return found;
}

export const words = (passage: Passage, [first, last]: Words) =>
  passage.text.slice(passage.start[first]!, passage.end[last]!).replace(/\s+/g, ' ');
