import { type EventType, QUAD } from './event-types.ts';
import type { EventWord, Trigger } from './triggers.ts';

/** Words of intention: what follows is meant, not done. */
const INTENT = new Set(
  'will would shall plans planned intends intended vows vowed going set due expected ready prepared willing considering threatens threatened about'.split(
    ' ',
  ),
);
const SMALL = new Set(
  'to be also soon not now never then have it in the on its continue keep begin start further'.split(' '),
);
const NOT = new Set('not never cannot'.split(' '));
const REFUSAL = new Set('refuse refuses refused refusing decline declines declined declining'.split(' '));
const LEFT_UNDONE = new Set('fail fails failed without'.split(' '));

/** How far before a telling word its auxiliaries stand. */
const REACH = 4;

export type Meaning = { readonly type: EventType; readonly undone: boolean };

/**
 * What a telling word means with its auxiliaries: a deed that is only announced is agreed or threatened, one that is refused is
 * rejected. `undone` where it plainly did not happen.
 */
export function meaningOf(
  words: readonly EventWord[],
  { type, first, to }: Trigger,
  from: number,
  sourceTo: number,
): Meaning {
  // "Kestria to send troops": an infinitive right behind the one who acts is a plan.
  let intended = words[first - 1]?.lower === 'to' && sourceTo === first - 1;
  let negated = false;
  let refused = false;
  let undone = false;
  for (let at = first - 1; at >= from && at >= first - REACH; at--) {
    const word = words[at]!.lower;
    if (words[at]!.mark) break;
    if (INTENT.has(word) || word.endsWith("'ll")) intended = true;
    else if (NOT.has(word) || word.endsWith("n't")) negated = true;
    else if (REFUSAL.has(word)) refused = true;
    else if (LEFT_UNDONE.has(word)) undone = true;
    else if (!SMALL.has(word) && !word.endsWith('ly')) break;
  }
  for (let at = first; at < to; at++)
    if (words[at]!.lower.endsWith("n't") && /^wo|^would|^ca|^could/.test(words[at]!.lower)) intended = true;
  const cooperative = QUAD[type] <= 2;
  if (refused || (negated && intended)) return { type: cooperative ? 'REJECT' : type, undone: !cooperative };
  if (negated || undone) return { type: cooperative ? 'REJECT' : type, undone: true };
  if (!intended) return { type, undone: false };
  if (cooperative) return { type: 'AGREE', undone: false };
  return { type: QUAD[type] === 4 ? 'THREATEN' : type, undone: false };
}

/** Those whose strike is no blow, and those whose blows are riot. Source: the definition of PROTEST (modes strike and riot). */
const STRIKERS =
  /\b(?:workers?|unions?|drivers|pilots|teachers|doctors|nurses|miners|employees|staff|farmers|dockers|crews?|lawyers|truckers|labou?rers|journalists)\b/i;
const RIOTERS = /\b(?:protest[eo]rs?|demonstrators?|rioters?|mobs?|crowds?)\b/i;

/** Whose boycott is protest, not the sanction of a state. */
const CIVIL =
  /\b(?:opposition|part(?:y|ies)|voters|students|unions?|workers|lawmakers|activists|groups?|players|fans|athletes|citizens|residents|consumers|shoppers|candidates?|academics|artists)\b/i;

/** What a deed is, given who does it: a strike of workers, a boycott of voters, the stones of demonstrators are protest. */
export function asDoneBy(source: string, word: string, type: EventType): EventType {
  if (type === 'SANCTION' && word.startsWith('boycott') && CIVIL.test(source)) return 'PROTEST';
  if (type !== 'ASSAULT') return type;
  if (/^str(?:ike|iking|uck)/.test(word) && STRIKERS.test(source)) return 'PROTEST';
  return RIOTERS.test(source) && !/^(?:kill|murder|stab|shot|shoot|bomb)/.test(word) ? 'PROTEST' : type;
}
