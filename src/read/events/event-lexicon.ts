import { readFileSync } from 'node:fs';
import type { EventType } from './event-types.ts';

/** A way of telling an event: sets of words in their order, numbers where so many words may stand between. */
export type Telling = {
  readonly type: EventType;
  readonly parts: readonly (ReadonlySet<string> | number)[];
  /** How many words are named: what names more is more special. */
  readonly named: number;
};

type Table = {
  readonly irregular: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<EventType, readonly string[]>>;
};

let loaded: ReadonlyMap<string, readonly Telling[]> | undefined;

/** Every telling under each word that may begin it, the most special first. Read once per process. */
export function tellings(): ReadonlyMap<string, readonly Telling[]> {
  loaded ??= compile(JSON.parse(readFileSync(new URL('./event-words.json', import.meta.url), 'utf8')) as Table);
  return loaded;
}

function compile({ irregular, types }: Table): ReadonlyMap<string, readonly Telling[]> {
  const byFirst = new Map<string, Telling[]>();
  for (const [type, entries] of Object.entries(types))
    for (const entry of entries) {
      const parts = entry
        .split(' ')
        .map((part) => (part.startsWith('~') ? Number(part.slice(1)) : forms(part, irregular)));
      const telling: Telling = {
        type: type as EventType,
        parts,
        named: parts.filter((part) => typeof part !== 'number').length,
      };
      for (const word of parts[0] as ReadonlySet<string>) {
        const list = byFirst.get(word) ?? [];
        list.push(telling);
        byFirst.set(word, list);
      }
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.named - a.named);
  return byFirst;
}

function forms(part: string, irregular: Table['irregular']): ReadonlySet<string> {
  return new Set(
    part.split('|').flatMap((word) => {
      if (word.endsWith('*')) return [word.slice(0, -1), plural(word.slice(0, -1))];
      if (!word.endsWith('+')) return [word];
      const doubled = word.endsWith('!+');
      return verb(word.slice(0, doubled ? -2 : -1), doubled, irregular);
    }),
  );
}

const plural = (noun: string): string =>
  /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;

function verb(base: string, doubled: boolean, irregular: Table['irregular']): readonly string[] {
  const own = irregular[base];
  if (own)
    return [base, plural(base), ...own.split(' '), ...(base === 'have' ? ['has'] : base === 'go' ? ['goes'] : [])];
  const stem = doubled ? base + base.at(-1)! : base;
  if (base.endsWith('e') && !base.endsWith('ee')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (base.endsWith('ee')) return [base, `${base}s`, `${base}d`, `${base}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, plural(base), `${base.slice(0, -1)}ied`, `${base}ing`];
  const endings = [base, plural(base), `${stem}ed`, `${stem}ing`];
  // "travelled" and "traveled": British and American spellings both.
  return /[^aeiou][aeiou]l$/.test(base) ? [...endings, `${base}led`, `${base}ling`] : endings;
}
