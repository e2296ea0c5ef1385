import { actorForms, formKey } from '../domain/name-form.ts';
import type { ActorToKeep, ImportedNames } from '../domain/ports/imported-knowledge.ts';
import type { Knowledge, KnownActor } from '../domain/ports/knowledge.ts';

/** Snapshots of what ships, times this, plus the snapshot of what was imported: one number for both. */
const PACKAGED_STEP = 1_000_000_000;

/**
 * What ships and what readers imported, as one. What ships comes first; an imported actor under the same name and of the same
 * kind (and, where both tell it, country) is the shipped one under further forms.
 */
export function withImported(
  packaged: Knowledge,
  imported: Pick<ImportedNames, 'named' | 'actor'>,
  snapshot: number,
): Knowledge {
  const shipped = (actor: KnownActor): KnownActor =>
    packaged
      .named(actor.name)
      .find(
        ({ kind, country }) =>
          (kind === actor.kind || actor.kind === 'other') &&
          (country === undefined || actor.country === undefined || country === actor.country),
      ) ?? actor;
  const known = new Map<string, readonly KnownActor[]>();
  const named = (form: string): readonly KnownActor[] => {
    const before = known.get(form);
    if (before) return before;
    const first = packaged.named(form);
    const more = imported.named(formKey(form)).map(shipped);
    const all = more.length === 0 ? first : [...new Set([...first, ...more])];
    known.set(form, all);
    return all;
  };
  return {
    snapshot: packaged.snapshot * PACKAGED_STEP + snapshot,
    named,
    sounding: packaged.sounding,
    actor: (id) => packaged.actor(id) ?? imported.actor(id),
  };
}

/** Actors of a file as imported names in memory, for a filter that touches no archive. */
export function namesInMemory(actors: readonly ActorToKeep[], source: string): Pick<ImportedNames, 'named' | 'actor'> {
  const known = actors.map(({ countryRef: _ref, roles = [], ...actor }): KnownActor => {
    const held = roles.flatMap(({ role, roleRef: _office, ...term }) =>
      role === undefined ? [] : [{ role, ...term }],
    );
    return { ...actor, ...(held.length > 0 && { roles: held }), source };
  });
  const byId = new Map(known.map((actor) => [actor.id, actor]));
  const byForm = new Map<string, Set<KnownActor>>();
  for (const actor of byId.values())
    for (const form of actorForms(actor)) {
      const key = formKey(form);
      byForm.set(key, (byForm.get(key) ?? new Set()).add(actor));
    }
  return { named: (key) => [...(byForm.get(key) ?? [])], actor: (id) => byId.get(id) };
}
