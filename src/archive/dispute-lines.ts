import type { Kysely } from 'kysely';
import type { DisputeLine, FigureLine } from '../domain/ports/pages.ts';
import type { Stance, Statement } from '../domain/statement.ts';
import type { DisputeKind } from '../domain/story.ts';
import { linesByKey } from './article-lines.ts';
import { lineageByArticle } from './lineage-lines.ts';
import { parsed } from './store.ts';
import type { Tables } from './tables.ts';

type Within = { readonly storyline: number } & (
  | { readonly all: true }
  | { readonly story: number }
  | { readonly statement: string }
);

/** Disputes of a storyline, of one of its stories, or that one statement takes part in; surest first, each with all its sides. */
export async function disputes(db: Kysely<Tables>, within: Within): Promise<readonly DisputeLine[]> {
  let select = db
    .selectFrom('dispute')
    .leftJoin('claim', (join) =>
      join.onRef('claim.storyline_key', '=', 'dispute.storyline_key').onRef('claim.id', '=', 'dispute.claim_id'),
    )
    .selectAll('dispute')
    .select('claim.words as claim_words')
    .where('dispute.storyline_key', '=', within.storyline)
    .orderBy('dispute.confidence', 'desc')
    .orderBy('dispute.id');
  if (!('all' in within))
    select = select.where('dispute.id', 'in', (eb) => {
      const sides = eb
        .selectFrom('dispute_side')
        .innerJoin('article', 'article.key', 'dispute_side.article_key')
        .select('dispute_side.dispute_id')
        .where('dispute_side.storyline_key', '=', within.storyline);
      return 'story' in within
        ? sides.where('article.story_key', '=', within.story)
        : sides.where('dispute_side.statement_id', '=', within.statement);
    });
  const rows = await select.execute();
  const sides = await db
    .selectFrom('dispute_side')
    .selectAll()
    .where('storyline_key', '=', within.storyline)
    .orderBy('ordinal')
    .execute();
  const articles = await linesByKey(
    db,
    sides.map((side) => side.article_key),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DisputeKind,
    claimWords: row.claim_words,
    confidence: row.confidence,
    why: row.why,
    sides: sides
      .filter((side) => side.dispute_id === row.id)
      .map((side) => ({
        article: articles.get(side.article_key)!,
        statement: side.statement_id,
        quote: side.quote,
        speaker: side.speaker,
        stance: side.stance as Stance,
      })),
  }));
}

/** Figures side by side; with `story`, only the series that one of its articles has a value in. */
export async function figures(
  db: Kysely<Tables>,
  storyline: number,
  story?: number,
): Promise<
  readonly { readonly counted: string; readonly values: readonly FigureLine[]; readonly conflict: boolean }[]
> {
  const series = await db
    .selectFrom('figure_series')
    .selectAll()
    .where('storyline_key', '=', storyline)
    .orderBy('ordinal')
    .execute();
  const values = await db
    .selectFrom('figure_value')
    .innerJoin('article', 'article.key', 'figure_value.article_key')
    .leftJoin('statement', 'statement.id', 'figure_value.statement_id')
    .selectAll('figure_value')
    .select(['article.story_key', 'statement.data'])
    .where('figure_value.storyline_key', '=', storyline)
    .orderBy('article.time_ms')
    .orderBy('figure_value.ordinal')
    .execute();
  const keys = values.map((value) => value.article_key);
  const articles = await linesByKey(db, keys);
  const lineage = await lineageByArticle(db, keys);
  return series
    .map(({ ordinal, counted, conflict }) => {
      const own = values.filter((value) => value.series === ordinal);
      return {
        counted,
        conflict: conflict === 1,
        inStory: story === undefined || own.some((value) => value.story_key === story),
        values: own.map(
          (value): FigureLine => ({
            counted,
            unit: value.unit,
            value: value.value,
            upTo: value.up_to,
            bound: value.bound,
            words: value.words,
            speaker: value.speaker,
            via: value.data === null ? [] : parsed<Statement>(value.data).via.map(({ name }) => name),
            lineage: lineage.get(value.article_key) ?? [],
            article: articles.get(value.article_key)!,
            statement: value.statement_id,
            start: value.start,
            conflict: conflict === 1,
          }),
        ),
      };
    })
    .filter(({ inStory, values: own }) => inStory && own.length > 0)
    .map(({ inStory: _, ...row }) => row);
}
