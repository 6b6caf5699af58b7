-- Commitments are found by their words, as other nouns are.

ALTER TABLE commitment ADD COLUMN search TEXT NOT NULL DEFAULT '';
CREATE VIRTUAL TABLE commitment_fts USING fts5 (search, content = 'commitment', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO commitment_fts (commitment_fts) VALUES ('rebuild');
CREATE INDEX commitment_list ON commitment (CASE WHEN done <> '' THEN 299999999 - CAST(replace(done, '-', '') AS INTEGER)
		WHEN due = '' THEN 199999999 ELSE 100000000 + CAST(replace(due, '-', '') AS INTEGER) END, id) WHERE deleted = '';
