import { fold } from '../draft.ts';
import { agencyNamed } from './agencies.ts';
import { BY, ORGANISATION_WORD, ROLE } from './byline-words.ts';

/** A byline taken apart: persons as written, agencies by their usual name, organisations (desks, outlets) as written. */
export type Byline = {
  readonly persons: readonly string[];
  readonly agencies: readonly string[];
  readonly organisations: readonly string[];
};

const SEPARATOR =
  /\s*(?:[;|•·/\n\t＝]|\s[-–—]\s|,|&(?!\w+;)|\+|、|(?<!\p{L})(?:and|und|et|y|e|i|og|och|en|with|mit|avec|con|und von|и|та|a)(?!\p{L}))\s*/iu;

/**
 * Names out of a byline ("By Jane Doe and Ian Low in Kabul, Reuters"): without the words before the name,
 * roles, places after "in", handles, addresses and times.
 */
export function readByline(line: string): Byline {
  const persons: string[] = [];
  const agencies: string[] = [];
  const organisations: string[] = [];
  const text = fold(line.replace(/<[^>]*>/g, ' ')).replace(/^[\s–—|•·-]+/, '');
  for (const raw of text.split(SEPARATOR)) {
    const name = bareName(raw);
    if (!name) continue;
    const agency = agencyNamed(name);
    if (agency) add(agencies, agency);
    else if (ORGANISATION_WORD.test(name)) add(organisations, name);
    else if (isPersonName(name)) add(persons, name);
  }
  return { persons, agencies, organisations };
}

/** One name without "By", brackets, places, handles and titles of a template. Empty where nothing of a name is left. */
export function bareName(raw: string): string {
  let name = raw.trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BY, '').trim();
  }
  name = name
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/\s+(?:in|from|at|aus|à|en|for|für|pour) \p{Lu}.*$/u, '')
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
  const capitals = words.filter((word) => /^[\p{Lu}"'“(]/u.test(word)).length;
  return capitals >= 1 && capitals * 2 >= words.length;
}

function add(names: string[], name: string): void {
  if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
}
