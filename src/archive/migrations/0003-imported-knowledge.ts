/**
 * What readers brought along of actors: one row for each source, its actors, the forms that name them, and words (countries,
 * offices) that its rows point at. Everything goes with its source.
 */
export const IMPORTED_KNOWLEDGE = `
CREATE TABLE knowledge_source (
  name TEXT PRIMARY KEY, format TEXT NOT NULL, file TEXT NOT NULL, print TEXT NOT NULL, position INTEGER NOT NULL,
  actors INTEGER NOT NULL, passed INTEGER NOT NULL, broken INTEGER NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE imported_actor (
  id TEXT NOT NULL, source TEXT NOT NULL REFERENCES knowledge_source(name) ON DELETE CASCADE, data TEXT NOT NULL,
  PRIMARY KEY (id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_actor_source ON imported_actor(source);
CREATE TABLE imported_form (
  form TEXT NOT NULL, actor_id TEXT NOT NULL, source TEXT NOT NULL REFERENCES knowledge_source(name) ON DELETE CASCADE,
  PRIMARY KEY (form, actor_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_form_source ON imported_form(source);
CREATE TABLE imported_word (
  ref TEXT NOT NULL, source TEXT NOT NULL REFERENCES knowledge_source(name) ON DELETE CASCADE, words TEXT NOT NULL,
  PRIMARY KEY (ref, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_word_source ON imported_word(source);
`;
