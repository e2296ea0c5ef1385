import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConlluSentence } from '../../src/language/conllu.ts';
import { TITLES } from '../../src/language/english/abbreviations.ts';
import { PEOPLES, ROLES } from '../../src/language/english/peoples.ts';
import { type Segments, segment } from '../../src/language/language.ts';
import { NAME_KINDS, nameLabel } from '../../src/language/name-labels.ts';
import { BENCH } from './corpus.ts';

/** A text with the label of every token; `openKinds` are kinds that the annotators did not mark, so that "no name" may be one. */
export type NamedText = {
  readonly set: string;
  readonly segments: Segments;
  readonly labels: Uint8Array;
  readonly marksMisc: boolean;
};

type Row = {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly fine?: string;
  }[];
};

const rowsOf = (name: string): Row[] =>
  readFileSync(join(BENCH, 'data/names', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

/** The rows of a set of names, as texts of their own. */
export function namedRows(name: string): NamedText[] {
  const marksMisc = !name.startsWith('uner');
  return rowsOf(name).flatMap((row) => {
    const entities = name.startsWith('re3d')
      ? row.entities.filter((entity) => isName(row.text.slice(entity.start, entity.end), entity.fine))
      : row.entities;
    const segments = segment(row.text);
    if (segments.tokenCount === 0) return [];
    return [{ set: name, segments, labels: labelsOf(segments, entities.map(trimmed(row.text))), marksMisc }];
  });
}

/** re3d also marks descriptions ("coalition forces"): only what is written as a name is kept, without its article. */
const isName = (words: string, fine: string | undefined): boolean =>
  /^(?:[Tt]he )?\p{Lu}[^ ]*(?: (?:\p{Lu}[^ ]*|of|and|the|for|in|al|de))*$/u.test(words) &&
  !/^(?:We|I|He|She|They|It|You|Our|His|Their|This|These|Those|Some|All|Coalition|[Tt]he [Cc]oalition)\b/.test(words) &&
  fine !== 'Nationality' &&
  fine !== 'Quantity' &&
  fine !== 'Temporal' &&
  fine !== 'Money';

const trimmed =
  (text: string) =>
  <E extends { start: number; end: number; type: string; fine?: string }>(entity: E): E =>
    /^[Tt]he /.test(text.slice(entity.start, entity.end)) &&
    entity.fine !== undefined &&
    /^(?:Organisation|Location|MilitaryPlatform|Person)$/.test(entity.fine)
      ? { ...entity, start: entity.start + 4 }
      : entity;

/** Labels by offsets. A name that begins or ends inside a token takes the whole token. */
export function labelsOf(
  segments: Segments,
  entities: readonly { readonly start: number; readonly end: number; readonly type: string }[],
): Uint8Array {
  const labels = new Uint8Array(segments.tokenCount);
  for (const { start, end, type } of entities) {
    const kind = NAME_KINDS.indexOf(type as (typeof NAME_KINDS)[number]);
    if (kind < 0) continue;
    let first = 0;
    while (first < segments.tokenCount && segments.tokenEnd[first]! <= start) first++;
    let last = first;
    while (last + 1 < segments.tokenCount && segments.tokenStart[last + 1]! < end) last++;
    if (first >= segments.tokenCount) continue;
    mark(labels, first, last, kind);
  }
  return labels;
}

function mark(labels: Uint8Array, first: number, last: number, kind: number): void {
  if (first === last) labels[first] = nameLabel(kind, 3);
  else for (let i = first; i <= last; i++) labels[i] = nameLabel(kind, i === first ? 0 : i === last ? 2 : 1);
}

const KIND_OF_ENTITY: Readonly<Record<string, number>> = { person: 0, organization: 1, place: 2 };

/** The named entities of a GUM document: mentions whose head is a proper noun, cut down to the name itself. */
export function namedDocument(document: readonly ConlluSentence[], segments: Segments): NamedText {
  const labels = new Uint8Array(segments.tokenCount);
  let base = 0;
  for (const sentence of document) {
    for (const mention of mentionsOf(sentence)) {
      const kind = KIND_OF_ENTITY[mention.kind];
      const span = nameWithin(sentence, mention);
      if (kind === undefined || !span) continue;
      if (labels.subarray(base + span[0], base + span[1] + 1).some((label) => label > 0)) continue;
      mark(labels, base + span[0], base + span[1], kind);
    }
    base += sentence.words.length;
  }
  return { set: 'gum', segments, labels, marksMisc: false };
}

type EntityMention = { readonly kind: string; readonly first: number; readonly last: number; readonly head: number };

/** GUM's `Entity=` brackets: `(12-person-giv:act-…-cf1-2,3-coref-…` opens mention 12, `12)` closes it. Longest first. */
function mentionsOf(sentence: ConlluSentence): EntityMention[] {
  const open: { id: string; kind: string; first: number; head: number }[] = [];
  const found: EntityMention[] = [];
  sentence.words.forEach((word, place) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(word.misc)?.[1];
    if (!entity) return;
    for (const [piece] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      if (piece.startsWith('(')) {
        const fields = piece.slice(1).replace(/\)$/, '').split('-');
        const heads = fields.find((field, at) => at > 3 && /^\d+(?:,\d+)*\*?$/.test(field)) ?? '1';
        open.push({ id: fields[0]!, kind: fields[1]!, first: place, head: place + Number(/^\d+/.exec(heads)![0]) - 1 });
      }
      if (piece.endsWith(')')) {
        const id = piece.startsWith('(') ? open.at(-1)?.id : piece.slice(0, -1);
        const at = open.findLastIndex((mention) => mention.id === id);
        if (at < 0) continue;
        const [mention] = open.splice(at, 1);
        found.push({ kind: mention!.kind, first: mention!.first, last: place, head: mention!.head });
      }
    }
  });
  return found.sort((a, b) => b.last - b.first - (a.last - a.first));
}

const INSIDE = new Set(['PROPN', 'NOUN', 'ADJ', 'NUM', 'X', 'SYM']);

/** The run of words around a mention's head that is written as a name. */
function nameWithin(sentence: ConlluSentence, { first, last, head }: EntityMention): [number, number] | undefined {
  const { words } = sentence;
  if (!words[head]?.xpos.startsWith('NNP')) return undefined;
  const capital = (i: number): boolean =>
    /^[\p{Lu}\d]/u.test(words[i]!.form) && (INSIDE.has(words[i]!.upos) || words[i]!.xpos.startsWith('NNP'));
  const link = (i: number): boolean =>
    words[i]!.form === '-' || words[i]!.form === '&' || words[i]!.form === "'s" || words[i]!.form === '’s';
  let start = head;
  while (
    start > first &&
    words[start - 1]!.relation !== 'nmod:desc' &&
    (capital(start - 1) ||
      (link(start - 1) &&
        start - 1 > first &&
        capital(start - 2) &&
        words[start - 1]!.form !== "'s" &&
        words[start - 1]!.form !== '’s'))
  )
    start--;
  let end = head;
  for (;;) {
    if (end < last && capital(end + 1)) end++;
    else if (
      end + 1 < last &&
      /^(?:of|for|and|de|al|bin|[-–&])$/.test(words[end + 1]!.form) &&
      capital(end + 2) &&
      nests(sentence, end + 1, start, end)
    )
      end += 2;
    else if (
      end + 2 < last &&
      /^(?:of|for)$/.test(words[end + 1]!.form) &&
      words[end + 2]!.form === 'the' &&
      capital(end + 3)
    )
      end += 3;
    else break;
  }
  while (start <= end && TITLES_BEFORE_NAMES.has(words[start]!.form.replace('.', '').toLowerCase())) start++;
  if (start > end || !/^[\p{Lu}\d]/u.test(words[start]!.form) || !/\p{L}/u.test(words[end]!.form)) return undefined;
  return start === end && PEOPLE.has(words[start]!.form.toLowerCase()) ? undefined : [start, end];
}

/** A name of a person is marked without the title before it; a title alone, or a people, is no name of a person. */
const TITLES_BEFORE_NAMES: ReadonlySet<string> = new Set([...TITLES, ...ROLES]);
const PEOPLE: ReadonlySet<string> = new Set(
  PEOPLES.flatMap((people) => [people.toLowerCase(), `${people.toLowerCase()}s`]),
);

/** The link word belongs to the name before it: what it links hangs below a word of the name. */
function nests(sentence: ConlluSentence, link: number, start: number, end: number): boolean {
  const linked = sentence.words[link]!.head - 1;
  const above = (sentence.words[linked]?.head ?? 0) - 1;
  return (above >= start && above <= end) || sentence.words[link]!.form === '-';
}
