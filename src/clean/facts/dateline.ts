import { type Draft, kept, learn, type Step } from '../draft.ts';
import { MONTH_NAMES } from '../time/month-names.ts';
import { agencyNamed } from './agencies.ts';

/** A standfirst or two may stand before the paragraph that opens with the dateline. */
const HEAD_BLOCKS = 4;

/** Where a report was filed and which agency signs it, from the opening and closing words of the text. They stay in the text. */
export const dateline: Step = {
  name: 'dateline',
  what: 'Reads place, day and agency from the dateline, and agency from the signing line, leaving both in the text.',
  for: 'both',
  run(draft: Draft): void {
    const blocks = kept(draft);
    const head = blocks.slice(0, HEAD_BLOCKS).map((block) => block.text);
    for (const text of head) {
      const found = DATELINE.exec(text)?.groups;
      if (!found || !isDateline(found)) continue;
      // Who stands in brackets behind the place is the agency, known or not.
      learn(draft, 'agency', found.agency ? (agencyNamed(found.agency) ?? found.agency.trim()) : undefined);
      learn(draft, 'dateline', {
        place: found.place?.trim() ?? null,
        date: found.date?.replace(/[\s,.]+$/, '') ?? null,
      });
      break;
    }
    const first = head.find((text) => text.length > 60) ?? head[0] ?? '';
    const opening = /^\(?(?<agency>[\p{Lu}][\p{L} -]{1,25})\)?\s*[-–—:]/u.exec(first)?.groups?.agency;
    if (opening) learn(draft, 'agency', agencyNamed(opening));
    for (const block of blocks.slice(-3)) learn(draft, 'agency', signature(block.text));
  },
};

const MONTH = MONTH_NAMES.flatMap((names) => names.slice(0, 2))
  .flatMap((name) => [name, name[0]!.toUpperCase() + name.slice(1)])
  .sort((a, b) => b.length - a.length)
  .join('|');
const DAY = `(?:${MONTH})\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\.?\\s+(?:${MONTH})\\.?(?:\\s+\\d{4})?`;
const PLACE =
  "\\p{Lu}[\\p{Lu}\\p{M}'’. -]+(?:,\\s+\\p{Lu}[\\p{L}.]+(?:\\s\\p{Lu}[\\p{L}.]+)*)?|\\p{Lu}[\\p{L}'’.-]+(?:[ /]\\p{Lu}[\\p{L}'’.-]+){0,3}(?:,\\s+\\p{Lu}[\\p{L}.]+)?";
const DATELINE = new RegExp(
  `^(?<place>${PLACE}),?\\s*(?<date>${DAY})?,?\\s*(?:[(/](?<agency>[^)/]{2,40})[)/]\\s*)?(?:[-–—]{1,2}|\\.\\s[-–—])\\s`,
  'u',
);

/** A day, an agency or capitals make words before a dash a dateline; "However – " is none. */
function isDateline({ place = '', date, agency }: Readonly<Record<string, string | undefined>>): boolean {
  if (place.length < 3 || place.length > 50 || place.split(' ').length > 5) return false;
  if (agency) return agencyNamed(agency) !== undefined || /^\p{Lu}/u.test(agency);
  return date !== undefined || place === place.toUpperCase();
}

/** "(Reporting by X; Editing by Y)" signs for the agency only where it is named; "— AFP", "(dpa)" do alone. */
function signature(line: string): string | undefined {
  const last = /(?:^|[\s([–—/-])(?<agency>\p{Lu}?[\p{L}]{1,12}(?: \p{Lu}\p{L}+)?)[)\]/]?\.?$/u.exec(line.slice(-40))
    ?.groups?.agency;
  const whole = line.length <= 40 ? line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') : '';
  return (
    agencyNamed(whole) ?? (/[([–—/-]\s?[^\s]+[)\]/]?\.?$/.test(line.slice(-30)) && last ? agencyNamed(last) : undefined)
  );
}
