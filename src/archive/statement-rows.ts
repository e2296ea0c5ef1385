import type { Article } from '../domain/article.ts';
import type { Reading } from '../domain/reading.ts';
import { contains } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import { inBatches } from './batches.ts';
import { fold } from './folding.ts';
import { nextKeys } from './keys.ts';
import { PIECE, statementWords } from './statement-words.ts';
import type { Tx } from './store.ts';
import type { ArticleRow, StatementRow } from './tables.ts';
import { HIDDEN, NOT_FOUND, STANDS } from './withdrawn.ts';

type Kept = { readonly reading: Reading; readonly hidden: readonly Statement[] };

/**
 * Replaces an article's statements by those of a reading. Those that it hides stay under their address; what was withdrawn before stays
 * so, unless it is read again. Marks of disputes stay until the storyline is grouped again.
 */
export async function keepStatements(
  tx: Tx,
  article: ArticleRow,
  revision: number,
  { reading, hidden }: Kept,
  cleaned: Article,
): Promise<void> {
  const disputed = await tx
    .selectFrom('statement')
    .select('id')
    .where('article_key', '=', article.key)
    .where('disputed', '=', 1)
    .execute();
  await tx.deleteFrom('statement').where('article_key', '=', article.key).where('withdrawn', '<>', NOT_FOUND).execute();
  const statements = [...reading.statements, ...hidden];
  if (statements.length === 0) return;
  // A statement that was withdrawn and is read again takes its place again.
  await inBatches(statements, (batch) =>
    tx
      .deleteFrom('statement')
      .where(
        'id',
        'in',
        batch.map(({ id }) => id),
      )
      .execute(),
  );
  const first = await nextKeys(tx, 'statement', article.time_ms, statements.length);
  // The later in the article, the smaller the key: newest first reads an article's statements from its top.
  const stillDisputed = new Set(disputed.map(({ id }) => id));
  const rows = statements.map((statement, index) => ({
    ...statementRow(statement, first + statements.length - 1 - index, article, revision, cleaned),
    ...(index < reading.statements.length
      ? { disputed: Number(stillDisputed.has(statement.id)) }
      : { withdrawn: HIDDEN }),
  }));
  // In the order of the keys: pages of the file are then filled one after another.
  await inBatches(rows.toReversed(), (batch) => tx.insertInto('statement').values(batch).execute());
  const terms = reading.statements.flatMap((statement, index) => termsOf(statement, rows[index]!.key, reading));
  await inBatches(terms, (batch) =>
    tx
      .insertInto('statement_term')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

function statementRow(
  statement: Statement,
  key: number,
  article: ArticleRow,
  revision: number,
  cleaned: Article,
): StatementRow {
  const words = statementWords(statement, cleaned.text, cleaned.title ?? '');
  const speakers = [statement.speaker, ...statement.jointly].flatMap((ref) => (ref ? [ref.name, ref.role ?? ''] : []));
  return {
    key,
    id: statement.id,
    article_key: article.key,
    revision_key: revision,
    demo: article.demo,
    parent: statement.parent,
    speaker_id: statement.speaker?.actor ?? null,
    speaker: [...speakers, words.sourceWords].filter((part) => part !== '').join(PIECE),
    mode: statement.mode,
    stance: statement.stance,
    confidence: statement.confidence,
    start: statement.content[0]?.[0] ?? statement.cue[0]?.[0] ?? 0,
    source_words: words.sourceWords,
    cue_words: words.cueWords,
    words: words.contentWords.join(PIECE),
    context: words.context,
    data: JSON.stringify(statement),
    disputed: 0,
    withdrawn: STANDS,
  };
}

function termsOf(statement: Statement, key: number, reading: Reading) {
  const about = reading.mentions.filter(
    (mention) =>
      mention.actor !== null && statement.content.some((span) => contains(span, [mention.start, mention.end])),
  );
  return [
    ...[...new Set(about.map(({ actor }) => actor!))].map((term) => ({
      kind: 'about' as const,
      term,
      statement_key: key,
    })),
    ...[...new Set(statement.via.map(({ name }) => fold(name)))].map((term) => ({
      kind: 'via' as const,
      term,
      statement_key: key,
    })),
  ];
}
