import type { FileLine } from './lines.ts';

/** One record of a file: its number (from 1), where it stands in words, and its text; no text where it was too long. */
export type FileRecord = { readonly number: number; readonly where: string; readonly text: string | undefined };

/** JSON lines, and arrays printed one element a line (dumps of Wikidata). */
export async function* jsonLines(lines: AsyncIterable<FileLine>): AsyncIterable<FileRecord> {
  let number = 0;
  for await (const { number: line, text } of lines) {
    const bare = text
      ?.trim()
      .replace(/^\[(?=\s*[{\]]|$)/, '')
      .replace(/,$/, '')
      .replace(/^\]$/, '')
      .trim();
    if (bare === '') continue;
    number += 1;
    yield { number, where: `line ${line}`, text: bare };
  }
}

/** The elements of the array `values` of a JSON document, however it is printed: a scan for braces outside strings. */
export async function* clusterValues(lines: AsyncIterable<FileLine>): AsyncIterable<FileRecord> {
  let number = 0;
  let depth = 0;
  let inString = false;
  let key = '';
  let within = false;
  let element: string[] | undefined;
  let startLine = 0;
  for await (const { number: line, text = '' } of lines) {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!;
      if (inString) {
        if (sign === '\\') at++;
        else if (sign === '"') inString = false;
        if (depth === 1 && inString) key += sign;
        continue;
      }
      if (sign === '"') {
        inString = true;
        if (depth === 1) key = '';
      } else if (sign === '{' || sign === '[') {
        if (depth === 1) within = sign === '[' && key === 'values';
        if (within && depth === 2 && sign === '{') {
          element = [];
          from = at;
          startLine = line;
        }
        depth++;
      } else if (sign === '}' || sign === ']') {
        depth--;
        if (element && depth === 2) {
          number += 1;
          yield {
            number,
            where: `line ${startLine}`,
            text: `${element.join('\n')}${element.length > 0 ? '\n' : ''}${text.slice(from, at + 1)}`,
          };
          element = undefined;
        }
      }
    }
    if (element) element.push(text.slice(from));
  }
  if (element) yield { number: number + 1, where: `line ${startLine}`, text: element.join('\n') };
}

/** Entries of an actor dictionary: a line at the margin with the synonyms and codes that follow it. Comments go. */
export async function* dictionaryEntries(lines: AsyncIterable<FileLine>): AsyncIterable<FileRecord> {
  let number = 0;
  let entry: string[] = [];
  let startLine = 0;
  const whole = (): FileRecord => ({ number: ++number, where: `line ${startLine}`, text: entry.join('\n') });
  for await (const { number: line, text = '' } of lines) {
    const bare = text.replace(/[;#].*$/, '').trimEnd();
    if (bare.trim() === '') continue;
    if (/^[\s+[]/.test(bare)) {
      if (entry.length > 0) entry.push(bare.trim());
      continue;
    }
    if (entry.length > 0) yield whole();
    entry = [bare];
    startLine = line;
  }
  if (entry.length > 0) yield whole();
}
