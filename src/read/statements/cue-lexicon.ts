import type { Stance, StatementKind } from '../../domain/statement.ts';
import table from './cue-verbs.json' with { type: 'json' };

/** What a reporting word says of its statement, and what may follow it (see `frames` in the table). */
export type Cue = {
  readonly lemma: string;
  readonly kind: StatementKind;
  readonly stance: Stance;
  readonly frames: ReadonlySet<string>;
};

export type PhrasalCue = Cue & { readonly rest: readonly string[] };

/** Inflected form → the verbs it may be a form of. A verb listed in several classes has the frames of all; kind and stance come from the first. */
const forms = new Map<string, Cue>();
const phrasal = new Map<string, PhrasalCue[]>();
const nouns = new Map<string, string>();

export const cueVerb = (form: string): Cue | undefined => forms.get(form);
export const phrasalCues = (form: string): readonly PhrasalCue[] => phrasal.get(form) ?? [];
export const cueNoun = (form: string): string | undefined => nouns.get(form);
export const accordingTo: readonly (readonly string[])[] = table.according;

const irregular = table.irregular as Readonly<Record<string, readonly string[]>>;

/** The forms of a regular English verb; the irregular ones are in the table. */
function inflect(verb: string): readonly string[] {
  const known = irregular[verb];
  if (known) return [verb, ...known];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${verb}ed`, `${verb}ing`];
}

const frameSet = (frames: string) => new Set(frames.split(' '));

for (const { kind, stance, frames, verbs } of table.classes)
  for (const lemma of verbs)
    for (const form of inflect(lemma)) {
      const before = forms.get(form);
      forms.set(form, {
        lemma,
        kind: (before?.kind ?? kind) as StatementKind,
        stance: (before?.stance ?? stance) as Stance,
        frames: new Set([...(before?.frames ?? []), ...frameSet(frames)]),
      });
    }
for (const entry of table.phrasal)
  for (const form of inflect(entry.verb)) {
    const cue: PhrasalCue = {
      lemma: `${entry.verb} ${entry.with}`.trim(),
      kind: entry.kind as StatementKind,
      stance: entry.stance as Stance,
      frames: frameSet(entry.frames),
      rest: entry.with ? entry.with.split(' ') : [],
    };
    phrasal.set(form, [...(phrasal.get(form) ?? []), cue]);
  }
for (const form of inflect('call'))
  forms.set(form, { lemma: 'call', kind: 'speech', stance: 'asserts', frames: frameSet('n') });
for (const [stance, words] of Object.entries(table.nouns))
  for (const noun of words) {
    nouns.set(noun, stance);
    nouns.set(noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`, stance);
  }
