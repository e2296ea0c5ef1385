import { fold } from '../fold.ts';
import { timesIn } from '../time/read-time.ts';
import { agencyNamed } from './agencies.ts';
import { BY, ORGANISATION_WORD, ROLE, ROLE_BEHIND, ROLE_NOUN } from './byline-words.ts';

/** A byline taken apart: persons, agencies, and organisations (desks, outlets), all as written. */
export type Byline = {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  readonly organisations: readonly string[];
};

/** Between two names, whatever they are. */
const SEPARATOR =
  /\s*(?:[;|•·/\n\t＝、]|\s[-–—]\s|&|\+|(?<!\p{L})(?:and|und|och|og|oraz|with|mit|avec|und von|así como|sowie)(?!\p{L}))\s*/iu;

/** Words for "and" of one letter or two are only read so between two full names ("Caritas e. V." is one). */
const SHORT_AND =
  /(?<=\p{Lu}\p{L}+ \p{Lu}[\p{L}’'-]+) (?:e|i|y|a|et|en|и|та|és|ja|con) (?=\p{Lu}[\p{L}’'.-]+ \p{Lu})/gu;

/**
 * Names out of a byline ("By Jane Doe and Ian Low in Kabul, Reuters"): without the words before the name,
 * roles, places after "in", handles, addresses and times.
 */
export function readByline(line: string): Byline {
  const persons: string[] = [];
  const agencies: string[] = [];
  const organisations: string[] = [];
  const text = withoutTimes(fold(readEntities(line).replace(/<[^>]*>/g, ' '))).replace(/^[\s–—|•·-]+/, '');
  for (const [index, part] of text.split(/\s*,\s*/).entries()) {
    // What follows a name behind a comma is the person's office or the outlet's town more often than another person.
    if (
      index > 0 &&
      (ROLE_NOUN.test(part) || ROLE.test(part) || isSuffix(part) || (organisations.length > 0 && persons.length === 0))
    )
      continue;
    for (const raw of part.replace(SHORT_AND, ';').split(SEPARATOR)) {
      const name = bareName(raw);
      if (!name) continue;
      if (agencyNamed(name)) add(agencies, name);
      else if (isOrganisation(name)) add(organisations, name);
      else if (isPersonName(name)) add(persons, name);
    }
  }
  return { persons, agencies, organisations };
}

const isOrganisation = (name: string) => ORGANISATION_WORD.test(name) || /^[\w-]+\.[a-z]{2,4}$/i.test(name);

/** "Jane Doe, MD", "Low, Ph.D.": letters behind a name. */
const isSuffix = (part: string) =>
  /^(?:[A-Z]{2,6}|Ph\.?\s?D\.?|M\.?[DAS]\.?|Jr\.?|Sr\.?|Esq\.?|RD|RN|CFP|CPA|DVM|I{2,3}|[A-Z]\.[A-Z]\.?)$/.test(
    part.trim(),
  );

const withoutTimes = (text: string) =>
  timesIn(text).reduceRight((rest, time) => `${rest.slice(0, time.start)}|${rest.slice(time.end)}`, text);

const readEntities = (text: string) =>
  text.includes('&')
    ? text
        .replace(/&amp;?/g, '&')
        .replace(/&nbsp;?/g, ' ')
        .replace(/&#0?39;|&apos;/g, "'")
        .replace(/&quot;/g, '"')
    : text;

/** One name without "By", brackets, places, handles and titles of a template. Empty where nothing of a name is left. */
export function bareName(raw: string): string {
  let name = raw.trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BY, '').trim();
  }
  name = name
    .replace(/^\p{Ll}+ von (?=\p{Lu})/u, '')
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/\s+(?:in|from|at|aus|à|en|for|für|pour|on behalf of|For The) \p{Lu}.*$/u, '')
    .replace(
      /\s+(?:last )?(?:updated|published|posted|aktualisiert|veröffentlicht|publié|publicado|actualizado)(?: on)?[:\s]*$/i,
      '',
    )
    .replace(/\s(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[.,]?$/, '')
    .replace(/(?:\s(?:on|am|le|el|il|dnia))?(?:\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?$/, '')
    .replace(/\s(?:in|on|am)$/, '')
    .replace(ROLE_BEHIND, '')
    .replace(/https?:\/\/\S+|www\.\S+|\S+@\S+|(?<!\S)@\w+/g, ' ')
    .replace(/^[\s"'“”„«»*_:;,.–—-]+|[\s"'“”„«»*_:;,–—-]+$/g, '')
    .replace(/\s+/g, ' ');
  return ROLE.test(name) ? '' : name;
}

/** True for what may be a person's name: one to six words, no digits, not a sentence. */
export function isPersonName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d?!<>{}=@#_%]/.test(name)) return false;
  const words = name.split(' ');
  if (words.length > 6) return false;
  if (
    /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}/u.test(
      name,
    )
  )
    return true;
  if (words.length > 3 && words.some((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word))) return false;
  const capitals = words.filter((word) => /^[\p{Lu}"'“(]/u.test(word)).length;
  return capitals >= 1 && capitals * 2 >= words.length;
}

/** Two to four words, each with a capital: what stands alone on a line and reads so is a person more often than not. */
export const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(text) && isPersonName(text);

/** Words in lower case inside long names. Source: general knowledge. */
const PARTICLE =
  /^(?:von|vom|van|de[nrl]?|della|d[aiou]s?|du|l[ae]|los|las|bin|bint|ibn|al|el|y|e|i|te[nr]|zu[rm]?|af|av)$/;

function add(names: string[], name: string): void {
  if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
}
