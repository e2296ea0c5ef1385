/**
 * What readers put right, where each correction holds, and re-readings that can be taken up again.
 * `revision.reading` stays what the reader made of the text; `corrected` is the same with the corrections in it.
 */
export const CORRECTIONS = `
ALTER TABLE revision ADD COLUMN corrected BLOB;
CREATE TABLE correction (
  id TEXT PRIMARY KEY, made_ms INTEGER NOT NULL, demo INTEGER NOT NULL, kind TEXT NOT NULL,
  article_id TEXT, statement_id TEXT, actor_id TEXT, into_id TEXT,
  reason TEXT NOT NULL, change TEXT NOT NULL, undone_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_made ON correction(made_ms, id);
CREATE INDEX correction_article ON correction(article_id) WHERE article_id IS NOT NULL;
CREATE INDEX correction_actor ON correction(actor_id) WHERE actor_id IS NOT NULL;
CREATE INDEX correction_into ON correction(into_id) WHERE into_id IS NOT NULL;
CREATE TABLE correction_use (
  correction_id TEXT NOT NULL REFERENCES correction(id) ON DELETE CASCADE,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  statement_id TEXT, PRIMARY KEY (correction_id, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_use_article ON correction_use(article_key);
CREATE INDEX correction_use_statement ON correction_use(statement_id) WHERE statement_id IS NOT NULL;
CREATE TABLE correction_due (
  article_key INTEGER PRIMARY KEY REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE
) STRICT;
CREATE TABLE rereading (
  id TEXT PRIMARY KEY, started_ms INTEGER NOT NULL, ended_ms INTEGER, reader TEXT NOT NULL, knowledge INTEGER NOT NULL,
  scope TEXT NOT NULL, cursor INTEGER NOT NULL, total INTEGER NOT NULL, report TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
