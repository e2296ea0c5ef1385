import type { KnownActor } from '../../domain/ports/knowledge.ts';
import table from './state-offices.json' with { type: 'json' };

type Office = {
  readonly office: string;
  readonly name: string;
  readonly kind: string;
  readonly sector?: string;
  readonly forms: readonly string[];
};
const offices = new Map(
  (table.offices as readonly Office[]).flatMap((row) => row.forms.map((form) => [form, row] as const)),
);
const lastWords = new Set([...offices.keys()].map((form) => form.slice(form.lastIndexOf(' ') + 1)));
const LONGEST_OFFICE = Math.max(...[...offices.keys()].map((form) => form.split(' ').length));

/** Tokens that an office may add to a state's form: "Norway ’s Ministry of Foreign Affairs". */
export const LONGEST_OFFICE_TOKENS = LONGEST_OFFICE + 1;
/** Words that open an office before its state: "Ministry of Finance of Norway". */
export const OFFICE_OPENS: ReadonlySet<string> = new Set([...offices.keys()].map((form) => form.split(' ')[0]!));

/**
 * The organ of a state that a form names by rule: "Norwegian foreign ministry", "Norway's Foreign Ministry", "Foreign Ministry
 * of Norway"; a state's government is the state. `stateOf` gives the state of a name or adjective. Undefined for other forms.
 */
export function stateOffice(form: string, stateOf: (words: string) => KnownActor | undefined): KnownActor | undefined {
  const words = form.split(' ');
  if (words.length < 2) return undefined;
  if (lastWords.has(words.at(-1)!.toLowerCase()))
    for (let size = Math.min(LONGEST_OFFICE, words.length - 1); size > 0; size--) {
      const office = offices.get(words.slice(-size).join(' ').toLowerCase());
      const state =
        office &&
        stateOf(
          words
            .slice(0, -size)
            .join(' ')
            .replace(/ ?['’]s?$/, ''),
        );
      if (state) return organOf(state, office);
    }
  const of = form.lastIndexOf(' of ');
  const office = of > 0 ? offices.get(form.slice(0, of).toLowerCase()) : undefined;
  const state = office && stateOf(form.slice(of + 4));
  return state && organOf(state, office);
}

const made = new Map<string, KnownActor>();

function organOf(state: KnownActor, { office, name, kind, sector }: Office): KnownActor {
  if (kind === 'state') return state;
  const id = `${state.id}-${office}`;
  const before = made.get(id);
  if (before) return before;
  const actor: KnownActor = {
    id,
    name: name.replace('{state}', /^United /.test(state.name) ? `the ${state.name}` : state.name),
    kind: kind as KnownActor['kind'],
    aliases: [],
    ...(state.country && { country: state.country }),
    ...(sector && { sector }),
    source: table.source,
  };
  made.set(id, actor);
  return actor;
}
