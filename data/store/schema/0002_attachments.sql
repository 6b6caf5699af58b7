-- What the window remembers about the office, files attached to records, tags
-- on visits and contacts, and the university's logo.

-- Kept under a key, such as a draft or a saved view; it has no history.
CREATE TABLE memory (
  key   TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

-- of_id leads to a record of any kind, so no foreign key can watch it; package
-- store does.
CREATE TABLE attachment (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  "of" TEXT NOT NULL CHECK ("of" <> ''), of_id TEXT NOT NULL CHECK (length(of_id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), hash TEXT NOT NULL CHECK (length(hash) = 64), size INTEGER NOT NULL CHECK (size >= 0), note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_of ON attachment (of_id) WHERE deleted = '';

ALTER TABLE visit ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE contact ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE university ADD COLUMN logo BLOB;
