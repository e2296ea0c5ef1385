import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import table from './home-organs.json' with { type: 'json' };
import type { NameMention } from './name-mention.ts';

const FORMS: ReadonlySet<string> = new Set(table.forms);

/**
 * "The Supreme Court" of an article on one state is that state's, not the best known one. Where the article names other states
 * and never the organ's own, it goes to the state that is named most; unknown where that has none of the kind.
 */
export function atHome(names: readonly NameMention[], knowledge: Knowledge): readonly NameMention[] {
  if (!names.some(({ form }) => FORMS.has(plain(form)))) return names;
  const counts = new Map<KnownActor, number>();
  for (const { known, by } of names) {
    const [actor] = known;
    if (actor?.kind === 'state' && by !== 'surname') counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  const [home] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (!home) return names;
  const named = new Set([...counts.keys()].map(({ country }) => country));
  return names.map((name) => {
    const [organ] = name.known;
    if (!FORMS.has(plain(name.form)) || !organ?.country || named.has(organ.country)) return name;
    const own = knowledge.named(`${home.name} ${plain(name.form)}`).filter(({ country }) => country === home.country);
    return own.length > 0 ? { ...name, known: own } : { ...name, known: [], by: 'none' };
  });
}

const plain = (form: string): string => form.replace(/^[Tt]he /, '');
