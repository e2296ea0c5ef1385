import { sql } from 'kysely';
import type { Reading } from '../domain/reading.ts';
import { inBatches } from './batches.ts';
import { fold } from './folding.ts';
import { parsed, type Tx } from './store.ts';
import type { ActorInRow, ArticleRow } from './tables.ts';

/** Writes down who is named in an article, and counts them in. */
export async function keepActors(tx: Tx, article: ArticleRow, revision: number, reading: Reading): Promise<void> {
  const rows = reading.actors.map((actor): ActorInRow => {
    const mentions = reading.mentions.filter((mention) => mention.actor === actor.id);
    return {
      actor_id: actor.id,
      article_key: article.key,
      revision_key: revision,
      name: actor.name,
      kind: actor.kind,
      country: actor.country ?? null,
      forms: JSON.stringify([...new Set([actor.name, ...actor.aliases])]),
      start: mentions[0]?.start ?? null,
      mentions: mentions.length,
      statements: reading.statements.filter(
        ({ speaker, jointly }) => speaker?.actor === actor.id || jointly.some((ref) => ref.actor === actor.id),
      ).length,
    };
  });
  const unique = [...new Map(rows.map((row) => [row.actor_id, row])).values()];
  await inBatches(unique, (batch) => tx.insertInto('actor_in').values(batch).execute());
  await countActors(tx, article.demo, unique, 1);
}

/** Takes an article's actors out again: whoever is named nowhere else is gone, and so is every form that stood only here. */
export async function releaseActors(tx: Tx, article: Pick<ArticleRow, 'key' | 'demo'>): Promise<void> {
  const rows = await tx.selectFrom('actor_in').selectAll().where('article_key', '=', article.key).execute();
  if (rows.length === 0) return;
  await tx.deleteFrom('actor_in').where('article_key', '=', article.key).execute();
  await countActors(tx, article.demo, rows, -1);
  const ids = rows.map((row) => row.actor_id);
  await tx
    .deleteFrom('actor')
    .where('demo', '=', article.demo)
    .where('id', 'in', ids)
    .where('articles', '<=', 0)
    .execute();
  await tx
    .deleteFrom('actor_form')
    .where('demo', '=', article.demo)
    .where('actor_id', 'in', ids)
    .where('articles', '<=', 0)
    .execute();
  await renameActors(tx, article.demo, ids);
}

/** Counts the actors of one article in (1) or out (-1), with every form that the article uses. */
async function countActors(tx: Tx, demo: number, rows: readonly ActorInRow[], by: 1 | -1): Promise<void> {
  await inBatches(rows, (batch) =>
    tx
      .insertInto('actor')
      .values(
        batch.map((row) => ({
          ...{ demo, id: row.actor_id, name: row.name, kind: row.kind, country: row.country },
          ...{ articles: by, statements: by * row.statements },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['demo', 'id']).doUpdateSet({
          articles: sql`articles + excluded.articles`,
          statements: sql`statements + excluded.statements`,
          // The fullest name that any article gives.
          name: sql`CASE WHEN excluded.articles > 0 AND length(name) < length(excluded.name) THEN excluded.name ELSE name END`,
        }),
      )
      .execute(),
  );
  const forms = rows.flatMap((row) =>
    parsed<readonly string[]>(row.forms).map((form) => ({
      ...{ demo, actor_id: row.actor_id, form, folded: fold(form), articles: by },
    })),
  );
  await inBatches(forms, (batch) =>
    tx
      .insertInto('actor_form')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['demo', 'actor_id', 'form']).doUpdateSet({ articles: sql`articles + excluded.articles` }),
      )
      .execute(),
  );
}

/** A name that only a removed article gave does not stay. */
async function renameActors(tx: Tx, demo: number, ids: readonly string[]): Promise<void> {
  const nameless = await tx
    .selectFrom('actor')
    .select('id')
    .where('demo', '=', demo)
    .where('id', 'in', ids)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('actor_form')
            .select('key')
            .whereRef('actor_form.demo', '=', 'actor.demo')
            .whereRef('actor_form.actor_id', '=', 'actor.id')
            .whereRef('actor_form.form', '=', 'actor.name'),
        ),
      ),
    )
    .execute();
  for (const { id } of nameless) {
    const forms = await tx
      .selectFrom('actor_form')
      .select('form')
      .where('demo', '=', demo)
      .where('actor_id', '=', id)
      .execute();
    const name = forms.map(({ form }) => form).sort((a, b) => b.length - a.length)[0];
    if (name === undefined) continue;
    await tx.updateTable('actor').set({ name }).where('demo', '=', demo).where('id', '=', id).execute();
  }
}
