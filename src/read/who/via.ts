import type { ChainStep } from '../../domain/article.ts';
import type { Via } from '../../domain/statement.ts';
import type { Passage } from '../passage.ts';
import type { Draft } from '../statements/draft.ts';
import { type Cast, type CastMember, firstAtOrAfter } from './cast.ts';

/** To whom a statement was made, and through whose hands its words came to the article. */
export type Hearers = { readonly to: readonly CastMember[]; readonly media: readonly CastMember[] };

const REPORTED_BY = new Set(['told', 'to', 'with', 'by', 'on', 'tells', 'telling', 'via', 'from', 'for']);
const MEETING = new Set([
  'speaking',
  'interview',
  'told',
  'tells',
  'telling',
  'quoted',
  'cited',
  'statement',
  'reported',
  'appearing',
  'said',
  'wrote',
  'writing',
  'talking',
  'comments',
  'remarks',
]);

/**
 * Addressees of a statement: who is named behind "told", or in "speaking to …", "in an interview with …", "quoted by …"
 * in its sentence outside source and content. Media among them are a step between speaker and article.
 */
export function hearersOf(passage: Passage, cast: Cast, draft: Draft, floor: number, ceiling: number): Hearers {
  const to: CastMember[] = [];
  const within = (i: number) => [...draft.content, ...draft.source].some(([first, last]) => i >= first && i <= last);
  for (let at = firstAtOrAfter(cast, floor); at < cast.names.length; at++) {
    const name = cast.names[at]!;
    if (name.first > ceiling) break;
    if (within(name.first) || name.by === 'demonym') continue;
    let before = name.first - 1;
    while (
      before >= floor &&
      /^(?:the|a|an|state|russian|us|news|television|tv|radio|network|channel|agency|his|her|'s|local)$/.test(
        passage.lower[before]!,
      )
    )
      before--;
    if (!REPORTED_BY.has(passage.lower[before] ?? '')) continue;
    if (!/^(?:told|tells|telling)$/.test(passage.lower[before]!)) {
      let meets = false;
      for (let i = before - 1; i >= Math.max(floor, before - 3); i--) if (MEETING.has(passage.lower[i]!)) meets = true;
      if (!meets) continue;
    }
    const who = cast.byWord.get(name.first);
    if (who && !to.includes(who)) to.push(who);
  }
  return { to, media: to.filter(({ kind }) => kind === 'media') };
}

export const viaMedia = ({ name, known }: CastMember): Via => ({
  name,
  kind: known?.medium === 'agency' ? 'agency' : 'outlet',
});

/** The article's own lineage as the first steps of every statement's way: what it republishes or credits. */
export function articleVia(chain: readonly ChainStep[], agency: string | null): readonly Via[] {
  const steps: Via[] = chain
    .filter(({ step }) => step === 'republishes')
    .map(({ from }) => ({ name: from, kind: 'outlet' }));
  if (agency && !steps.some(({ name }) => name === agency)) steps.push({ name: agency, kind: 'agency' });
  return steps;
}
