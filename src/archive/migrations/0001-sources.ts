/** Where the news comes in: followed feeds, what was seen in them, and robots.txt files. Part of the first form. */
export const SOURCES = `
CREATE TABLE source (
  id TEXT PRIMARY KEY, address TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folder TEXT,
  paused INTEGER NOT NULL, retired INTEGER NOT NULL, due_ms INTEGER NOT NULL, data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_due ON source(due_ms) WHERE paused = 0 AND retired = 0;
CREATE TABLE seen_item (
  source_id TEXT NOT NULL REFERENCES source(id) ON DELETE CASCADE, key TEXT NOT NULL,
  state TEXT NOT NULL, item TEXT, address TEXT, seen_ms INTEGER NOT NULL, published_ms INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0, retry_ms INTEGER NOT NULL DEFAULT 0,
  capture_id TEXT, error TEXT, message TEXT, ended_ms INTEGER, PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_item_waiting ON seen_item(seen_ms, source_id, key) WHERE state = 'waiting';
CREATE INDEX seen_item_capture ON seen_item(capture_id) WHERE capture_id IS NOT NULL;
CREATE INDEX seen_item_address ON seen_item(address) WHERE address IS NOT NULL;
CREATE INDEX seen_item_kept ON seen_item(source_id, ended_ms) WHERE state = 'kept';
CREATE TABLE robots (
  origin TEXT PRIMARY KEY, state TEXT NOT NULL, body BLOB NOT NULL, fetched_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
