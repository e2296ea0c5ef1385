import type { ActorRole } from '../../domain/actor.ts';
import type { KnownActor } from '../../domain/ports/knowledge.ts';
import table from './top-offices.json' with { type: 'json' };

const TOP: readonly string[] = table.offices;
/** News names somebody by surname alone some years before and long after the office. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 10;

const year = (date: string): number => Number(date.slice(0, 4));

/** Whether news of a day may name a person by surname alone: holders of the first offices, somewhat before and long after. */
export function isProminent({ roles = [] }: KnownActor, published: string | null): boolean {
  return roles.some(({ role, from = '1900', to = '9999' }) => {
    if (!TOP.some((office) => role === office || role.startsWith(`${office} of `))) return false;
    return (
      published === null ||
      (year(from) - YEARS_BEFORE <= year(published) && year(published) <= Math.min(year(to) + YEARS_AFTER, 9999))
    );
  });
}

/** Whether a term holds a day, each as precise as it is told: a month or a year is all of it. */
export const holds = ({ from = '', to = '9999' }: Pick<ActorRole, 'from' | 'to'>, day: string): boolean =>
  from.slice(0, day.length) <= day && day.slice(0, to.length) <= to;

/** Those first who held any office on the day; without a day, who holds one still. */
export function inOfficeFirst(actors: readonly KnownActor[], published: string | null): readonly KnownActor[] {
  if (actors.length < 2) return actors;
  const day = published?.slice(0, 10) ?? '9999';
  const inOffice = ({ roles = [] }: KnownActor) => roles.some((role) => holds(role, day));
  const held = actors.filter(inOffice);
  return held.length > 0 ? [...held, ...actors.filter((actor) => !inOffice(actor))] : actors;
}

/** Offices held on a day; none without a day. */
export const rolesOn = ({ roles = [] }: KnownActor, published: string | null): readonly ActorRole[] =>
  published === null ? [] : roles.filter((role) => holds(role, published.slice(0, 10)));
