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
  for (const row of unique) await countActor(tx, article.demo, row, 1);
}

/** Takes an article's actors out again: whoever is named nowhere else is gone, and so is every form that stood only here. */
export async function releaseActors(tx: Tx, article: Pick<ArticleRow, 'key' | 'demo'>): Promise<void> {
  const rows = await tx.selectFrom('actor_in').selectAll().where('article_key', '=', article.key).execute();
  if (rows.length === 0) return;
  await tx.deleteFrom('actor_in').where('article_key', '=', article.key).execute();
  for (const row of rows) await countActor(tx, article.demo, row, -1);
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
  for (const row of rows) await renameActor(tx, article.demo, row.actor_id);
}

async function countActor(tx: Tx, demo: number, row: ActorInRow, by: 1 | -1): Promise<void> {
  await tx
    .insertInto('actor')
    .values({
      demo,
      id: row.actor_id,
      name: row.name,
      kind: row.kind,
      country: row.country,
      articles: by,
      statements: by * row.statements,
    })
    .onConflict((conflict) =>
      conflict.columns(['demo', 'id']).doUpdateSet((eb) => ({
        articles: eb('actor.articles', '+', by),
        statements: eb('actor.statements', '+', by * row.statements),
        // The fullest name that any article gives.
        name:
          by === 1
            ? eb
                .case()
                .when(eb.fn<number>('length', ['actor.name']), '<', row.name.length)
                .then(row.name)
                .else(eb.ref('actor.name'))
                .end()
            : eb.ref('actor.name'),
      })),
    )
    .execute();
  const forms = parsed<readonly string[]>(row.forms).map((form) => ({
    demo,
    actor_id: row.actor_id,
    form,
    folded: fold(form),
    articles: by,
  }));
  await inBatches(forms, (batch) =>
    tx
      .insertInto('actor_form')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['demo', 'actor_id', 'form'])
          .doUpdateSet((eb) => ({ articles: eb('actor_form.articles', '+', by) })),
      )
      .execute(),
  );
}

/** A name that only a removed article gave does not stay. */
async function renameActor(tx: Tx, demo: number, id: string): Promise<void> {
  const actor = await tx
    .selectFrom('actor')
    .select('name')
    .where('demo', '=', demo)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!actor) return;
  const forms = await tx
    .selectFrom('actor_form')
    .select('form')
    .where('demo', '=', demo)
    .where('actor_id', '=', id)
    .execute();
  if (forms.length === 0 || forms.some(({ form }) => form === actor.name)) return;
  const name = forms.map(({ form }) => form).sort((a, b) => b.length - a.length)[0]!;
  await tx.updateTable('actor').set({ name }).where('demo', '=', demo).where('id', '=', id).execute();
}
