import type { ActorToKeep, ImportedNames } from '../domain/ports/imported-knowledge.ts';
import type { KnownActor } from '../domain/ports/knowledge.ts';
import { SNAPSHOT } from './imported-knowledge.ts';
import { openFile } from './open-file.ts';

/** Actors that bear one form; more than a handful tell nobody apart. */
const MOST_UNDER_ONE_FORM = 8;

/**
 * Imported knowledge over a read-only connection of its own. Answers at once (some 5 µs for a form that nobody bears), so that
 * reading need not wait; holds nothing in memory however much was imported.
 */
export function openImportedNames(dataDir: string): ImportedNames {
  const database = openFile(dataDir, { readOnly: true, nowMs: 0 });
  const snapshot = database.prepare('SELECT value FROM meta WHERE name = ?');
  const byForm = database.prepare(
    'SELECT DISTINCT actor_id FROM imported_form WHERE form = ? ORDER BY actor_id LIMIT ?',
  );
  const byId = database.prepare('SELECT source, data FROM imported_actor WHERE id = ? ORDER BY source');
  const word = database.prepare('SELECT words FROM imported_word WHERE ref = ? ORDER BY source LIMIT 1');

  const wordOf = (ref: string): string | undefined => (word.get(ref) as { words: string } | undefined)?.words;
  const actor = (id: string): KnownActor | undefined => {
    const rows = byId.all(id) as { source: string; data: string }[];
    const [first, ...more] = rows.map(({ source, data }) => resolved(JSON.parse(data) as ActorToKeep, source, wordOf));
    return first && more.reduce(joined, first);
  };
  return {
    during: (work) => {
      database.exec('BEGIN');
      try {
        return work(Number((snapshot.get(SNAPSHOT) as { value: string } | undefined)?.value ?? 0));
      } finally {
        database.exec('COMMIT');
      }
    },
    named: (key) =>
      (byForm.all(key, MOST_UNDER_ONE_FORM) as { actor_id: string }[])
        .map(({ actor_id }) => actor(actor_id))
        .filter((found) => found !== undefined),
    actor,
    close: () => database.close(),
  };
}

/** The same, opened when it is first asked: most commands never look a name up. Closed, it opens again when asked. */
export function importedNamesWhenAsked(dataDir: string): ImportedNames {
  let open: ImportedNames | undefined;
  const names = () => {
    open ??= openImportedNames(dataDir);
    return open;
  };
  return {
    during: (work) => names().during(work),
    named: (key) => names().named(key),
    actor: (id) => names().actor(id),
    close: () => {
      open?.close();
      open = undefined;
    },
  };
}

/** With the words that its references stand for; an office that the file did not name is left out. */
function resolved(
  { countryRef, roles, ...actor }: ActorToKeep,
  source: string,
  wordOf: (ref: string) => string | undefined,
): KnownActor {
  const country = actor.country ?? (countryRef === undefined ? undefined : wordOf(countryRef));
  const held = (roles ?? []).flatMap(({ role, roleRef, ...term }) => {
    const words = role ?? (roleRef === undefined ? undefined : wordOf(roleRef));
    return words === undefined ? [] : [{ role: words, ...term }];
  });
  return { ...actor, ...(country && { country }), ...(held.length > 0 && { roles: held }), source };
}

/** One actor from two sources under one id: the first source's facts, the forms of both. */
const joined = (a: KnownActor, b: KnownActor): KnownActor => ({
  ...b,
  ...a,
  aliases: [...new Set([...a.aliases, b.name, ...b.aliases])].filter((form) => form !== a.name),
  source: `${a.source}; ${b.source}`,
});
