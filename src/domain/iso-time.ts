const ISO =
  /^([+-]?\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * UTC ms of a time as published (ISO 8601 of any precision; without a zone it counts as UTC).
 * A year, month or day is a stretch: `start` gives its first ms, `end` its last. Undefined for what is no such time.
 */
export function utcMs(iso: string, edge: 'start' | 'end' = 'start'): number | undefined {
  const match = ISO.exec(iso.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  const part = (text: string | undefined, fallback: number) => (text === undefined ? fallback : Number(text));
  const at = (add: readonly number[]) =>
    Date.UTC(
      Number(year) + add[0]!,
      part(month, 1) - 1 + add[1]!,
      part(day, 1) + add[2]!,
      part(hour, 0),
      part(minute, 0) + add[3]!,
      part(second, 0) + add[4]!,
    ) - zoneMs(zone);
  const precision = [month, day, hour, second].indexOf(undefined);
  const ms = edge === 'start' ? at([0, 0, 0, 0, 0]) : at(NEXT[precision === -1 ? 4 : precision]!) - 1;
  return Number.isFinite(ms) ? ms : undefined;
}

/** One step further at each precision: year, month, day, minute, second. */
const NEXT = [
  [1, 0, 0, 0, 0],
  [0, 1, 0, 0, 0],
  [0, 0, 1, 0, 0],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 0, 1],
] as const;

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
