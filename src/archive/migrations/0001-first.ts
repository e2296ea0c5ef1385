/**
 * The first form of the archive.
 * Keys of large tables are made of seconds and a count (keys.ts): they lead with the time, so that newest first is
 * a walk down the key and a month is one range of it.
 * Full-text tables are external-content with triggers that pass the old values: a plain DELETE would leave the words in the index.
 */
export const FIRST = `
CREATE TABLE capture (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, identity TEXT NOT NULL UNIQUE, origin TEXT NOT NULL,
  url TEXT, final_url TEXT, address TEXT, status INTEGER, redirects TEXT, request_headers TEXT, headers TEXT NOT NULL,
  fetched_ms INTEGER NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, given TEXT, reservations TEXT,
  demo INTEGER NOT NULL,
  article_key INTEGER REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  error TEXT, message TEXT, ended_ms INTEGER
) STRICT;
CREATE INDEX capture_article ON capture(article_key);
CREATE INDEX capture_address ON capture(address) WHERE address IS NOT NULL;
CREATE INDEX capture_failed ON capture(ended_ms, key) WHERE error IS NOT NULL;
CREATE INDEX capture_to_retry ON capture(key) WHERE error = 'program-failed';
CREATE INDEX capture_unfinished ON capture(key) WHERE ended_ms IS NULL;
CREATE TABLE capture_body (
  key INTEGER PRIMARY KEY REFERENCES capture(key) ON DELETE CASCADE, body BLOB NOT NULL
) STRICT;

CREATE TABLE article (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, demo INTEGER NOT NULL, address TEXT, revision_key INTEGER,
  outlet_name TEXT, outlet_domain TEXT, title TEXT, authors TEXT NOT NULL, agency TEXT, url TEXT,
  published TEXT, time_ms INTEGER NOT NULL, fetched_ms INTEGER NOT NULL, language TEXT, excerpt TEXT NOT NULL,
  paywalled INTEGER NOT NULL, statements INTEGER NOT NULL DEFAULT 0,
  story_key INTEGER REFERENCES story(key) ON DELETE SET NULL, placed_ms INTEGER
) STRICT;
CREATE INDEX article_time ON article(time_ms, key);
CREATE INDEX article_story ON article(story_key);
CREATE INDEX article_unplaced ON article(key) WHERE placed_ms IS NULL;
CREATE INDEX article_outlet ON article(outlet_domain, key);
CREATE INDEX article_demo ON article(key) WHERE demo = 1;
CREATE TABLE article_words (
  key INTEGER PRIMARY KEY REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  title TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE article_fts USING fts5(title, text, content='article_words', content_rowid='key',
  tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO article_fts(article_fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER article_words_in AFTER INSERT ON article_words BEGIN
  INSERT INTO article_fts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER article_words_out AFTER DELETE ON article_words BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
CREATE TRIGGER article_words_changed AFTER UPDATE ON article_words BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO article_fts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE VIRTUAL TABLE article_term_count USING fts5vocab(article_fts, row);

CREATE TABLE revision (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  capture_key INTEGER NOT NULL REFERENCES capture(key) ON DELETE CASCADE,
  cleaner TEXT NOT NULL, cleaned BLOB NOT NULL, shown_sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL,
  seen_ms INTEGER NOT NULL, outlet_lines INTEGER NOT NULL, reader TEXT, knowledge INTEGER, reading BLOB, read_ms INTEGER
) STRICT;
CREATE INDEX revision_article ON revision(article_key, seen_ms);
CREATE INDEX revision_capture ON revision(capture_key);

CREATE TABLE outlet_line (
  article_key INTEGER PRIMARY KEY REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  domain TEXT NOT NULL, lines BLOB NOT NULL
) STRICT;
CREATE INDEX outlet_line_domain ON outlet_line(domain, article_key);

CREATE TABLE statement (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER NOT NULL REFERENCES revision(key) ON DELETE CASCADE,
  demo INTEGER NOT NULL, parent TEXT, speaker_id TEXT, speaker TEXT NOT NULL,
  mode TEXT NOT NULL, stance TEXT NOT NULL, confidence REAL NOT NULL, start INTEGER NOT NULL,
  source_words TEXT NOT NULL, cue_words TEXT NOT NULL, words TEXT NOT NULL, context TEXT NOT NULL,
  data TEXT NOT NULL, disputed INTEGER NOT NULL DEFAULT 0, withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX statement_article ON statement(article_key, start);
CREATE INDEX statement_revision ON statement(revision_key);
CREATE INDEX statement_speaker ON statement(speaker_id, key, article_key) WHERE speaker_id IS NOT NULL;
CREATE VIRTUAL TABLE statement_fts USING fts5(words, speaker, content='statement', content_rowid='key',
  tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO statement_fts(statement_fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER statement_in AFTER INSERT ON statement BEGIN
  INSERT INTO statement_fts(rowid, words, speaker) VALUES (new.key, new.words, new.speaker);
END;
CREATE TRIGGER statement_out AFTER DELETE ON statement BEGIN
  INSERT INTO statement_fts(statement_fts, rowid, words, speaker) VALUES ('delete', old.key, old.words, old.speaker);
END;
CREATE TRIGGER statement_changed AFTER UPDATE OF key, words, speaker ON statement BEGIN
  INSERT INTO statement_fts(statement_fts, rowid, words, speaker) VALUES ('delete', old.key, old.words, old.speaker);
  INSERT INTO statement_fts(rowid, words, speaker) VALUES (new.key, new.words, new.speaker);
END;
CREATE TABLE statement_term (
  kind TEXT NOT NULL, term TEXT NOT NULL,
  statement_key INTEGER NOT NULL REFERENCES statement(key) ON UPDATE CASCADE ON DELETE CASCADE,
  PRIMARY KEY (kind, term, statement_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_term_statement ON statement_term(statement_key);

CREATE TABLE article_place (
  term TEXT NOT NULL, article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER NOT NULL REFERENCES revision(key) ON DELETE CASCADE, start INTEGER NOT NULL,
  PRIMARY KEY (term, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_place_article ON article_place(article_key);
CREATE INDEX article_place_revision ON article_place(revision_key);

CREATE TABLE actor (
  demo INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
  articles INTEGER NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (demo, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE actor_in (
  actor_id TEXT NOT NULL, article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER NOT NULL REFERENCES revision(key) ON DELETE CASCADE,
  name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, forms TEXT NOT NULL, start INTEGER,
  mentions INTEGER NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (actor_id, article_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_in_article ON actor_in(article_key);
CREATE INDEX actor_in_revision ON actor_in(revision_key);
CREATE TABLE actor_form (
  key INTEGER PRIMARY KEY, demo INTEGER NOT NULL, actor_id TEXT NOT NULL, form TEXT NOT NULL, folded TEXT NOT NULL,
  articles INTEGER NOT NULL, UNIQUE (demo, actor_id, form)
) STRICT;
CREATE INDEX actor_form_folded ON actor_form(folded);
CREATE VIRTUAL TABLE actor_fts USING fts5(form, content='actor_form', content_rowid='key',
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO actor_fts(actor_fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER actor_form_in AFTER INSERT ON actor_form BEGIN
  INSERT INTO actor_fts(rowid, form) VALUES (new.key, new.form);
END;
CREATE TRIGGER actor_form_out AFTER DELETE ON actor_form BEGIN
  INSERT INTO actor_fts(actor_fts, rowid, form) VALUES ('delete', old.key, old.form);
END;

CREATE TABLE storyline (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, demo INTEGER NOT NULL, title TEXT NOT NULL,
  time_ms INTEGER NOT NULL, stories INTEGER NOT NULL
) STRICT;
CREATE TABLE story (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, demo INTEGER NOT NULL, title TEXT NOT NULL,
  time_ms INTEGER NOT NULL, arrived_ms INTEGER NOT NULL,
  storyline_key INTEGER NOT NULL REFERENCES storyline(key) ON DELETE CASCADE,
  articles INTEGER NOT NULL, statements INTEGER NOT NULL, outlet_names TEXT NOT NULL, origin_names TEXT NOT NULL,
  denied INTEGER NOT NULL DEFAULT 0, numbers_differ INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX story_time ON story(time_ms, key);
CREATE INDEX story_storyline ON story(storyline_key, time_ms, key);
CREATE TABLE moved (id TEXT PRIMARY KEY, to_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE gone (id TEXT PRIMARY KEY, article_id TEXT NOT NULL, removed_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE story_link (
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  with_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  score REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY (article_key, with_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_link_with ON story_link(with_key);
CREATE TABLE copy (
  a_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  b_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  cover REAL NOT NULL, PRIMARY KEY (a_key, b_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_b ON copy(b_key);
CREATE TABLE lineage (
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, revision_key INTEGER REFERENCES revision(key) ON DELETE CASCADE,
  source TEXT NOT NULL, kind TEXT NOT NULL, evidence TEXT, evidence_text TEXT NOT NULL,
  from_key INTEGER REFERENCES article(key) ON UPDATE CASCADE ON DELETE SET NULL, PRIMARY KEY (article_key, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_from ON lineage(from_key) WHERE from_key IS NOT NULL;
CREATE INDEX lineage_revision ON lineage(revision_key);
CREATE TABLE claim (
  storyline_key INTEGER NOT NULL REFERENCES storyline(key) ON DELETE CASCADE, id TEXT NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (storyline_key, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_statement (
  storyline_key INTEGER NOT NULL, claim_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER REFERENCES revision(key) ON DELETE CASCADE,
  statement_id TEXT NOT NULL, content TEXT NOT NULL, speaker TEXT, stance TEXT NOT NULL,
  PRIMARY KEY (storyline_key, claim_id, ordinal),
  FOREIGN KEY (storyline_key, claim_id) REFERENCES claim(storyline_key, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_statement_article ON claim_statement(article_key);
CREATE INDEX claim_statement_revision ON claim_statement(revision_key);
CREATE INDEX claim_statement_statement ON claim_statement(statement_id);
CREATE TABLE dispute (
  storyline_key INTEGER NOT NULL REFERENCES storyline(key) ON DELETE CASCADE, id TEXT NOT NULL, claim_id TEXT,
  kind TEXT NOT NULL, confidence REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY (storyline_key, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE dispute_side (
  storyline_key INTEGER NOT NULL, dispute_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER REFERENCES revision(key) ON DELETE CASCADE,
  statement_id TEXT, span TEXT NOT NULL, quote TEXT NOT NULL, speaker TEXT, stance TEXT NOT NULL,
  PRIMARY KEY (storyline_key, dispute_id, ordinal),
  FOREIGN KEY (storyline_key, dispute_id) REFERENCES dispute(storyline_key, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_side_article ON dispute_side(article_key);
CREATE INDEX dispute_side_revision ON dispute_side(revision_key);
CREATE TABLE figure_series (
  storyline_key INTEGER NOT NULL REFERENCES storyline(key) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  counted TEXT NOT NULL, conflict INTEGER NOT NULL, PRIMARY KEY (storyline_key, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_value (
  storyline_key INTEGER NOT NULL, series INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  article_key INTEGER NOT NULL REFERENCES article(key) ON UPDATE CASCADE ON DELETE CASCADE,
  revision_key INTEGER REFERENCES revision(key) ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, field TEXT, value REAL NOT NULL, up_to REAL, bound TEXT,
  unit TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT, statement_id TEXT,
  PRIMARY KEY (storyline_key, series, ordinal),
  FOREIGN KEY (storyline_key, series) REFERENCES figure_series(storyline_key, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_value_article ON figure_value(article_key);
CREATE INDEX figure_value_revision ON figure_value(revision_key);

CREATE TABLE tombstone (
  article_id TEXT PRIMARY KEY, address_hash TEXT, text_hash TEXT NOT NULL, reason TEXT NOT NULL, notice_id TEXT,
  removed_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstone_hash (
  hash TEXT NOT NULL, article_id TEXT NOT NULL REFERENCES tombstone(article_id) ON DELETE CASCADE,
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notice (
  id TEXT PRIMARY KEY, received_ms INTEGER NOT NULL, data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_received ON notice(received_ms);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tally (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES ('articles', 0), ('statements', 0), ('actors', 0), ('stories', 0);
CREATE TRIGGER tally_article_in AFTER INSERT ON article WHEN new.demo = 0 BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'articles';
  UPDATE tally SET n = n + new.statements WHERE name = 'statements';
END;
CREATE TRIGGER tally_article_out AFTER DELETE ON article WHEN old.demo = 0 BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'articles';
  UPDATE tally SET n = n - old.statements WHERE name = 'statements';
END;
CREATE TRIGGER tally_article_read AFTER UPDATE OF statements ON article WHEN new.demo = 0 BEGIN
  UPDATE tally SET n = n + new.statements - old.statements WHERE name = 'statements';
END;
CREATE TRIGGER tally_actor_in AFTER INSERT ON actor WHEN new.demo = 0 BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'actors';
END;
CREATE TRIGGER tally_actor_out AFTER DELETE ON actor WHEN old.demo = 0 BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'actors';
END;
CREATE TRIGGER tally_story_in AFTER INSERT ON story WHEN new.demo = 0 BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'stories';
END;
CREATE TRIGGER tally_story_out AFTER DELETE ON story WHEN old.demo = 0 BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'stories';
END;

CREATE TABLE follow (
  reader TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL, since_ms INTEGER NOT NULL,
  PRIMARY KEY (reader, kind, ref)
) STRICT, WITHOUT ROWID;
CREATE TABLE seen (
  reader TEXT NOT NULL, story_id TEXT NOT NULL, seen_ms INTEGER NOT NULL, PRIMARY KEY (reader, story_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT, step TEXT NOT NULL, ref TEXT NOT NULL, state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, not_before_ms INTEGER NOT NULL DEFAULT 0, lease_until_ms INTEGER, holder TEXT,
  reason TEXT, ended_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX task_waiting ON task(step, ref) WHERE state = 'waiting';
CREATE INDEX task_due ON task(step, id) WHERE state = 'waiting';
CREATE INDEX task_leased ON task(step, lease_until_ms) WHERE state = 'working';
CREATE INDEX task_ref ON task(ref);
CREATE TABLE task_count (step TEXT PRIMARY KEY, done INTEGER NOT NULL, failed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
