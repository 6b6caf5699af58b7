-- The office, first shape. Later shapes are files of their own after this one,
-- which never changes again.
--
-- One table for each noun of package career, named and columned as its phrases
-- are. ids are UUIDv7 as text, made in Go; times are UTC text to the
-- millisecond, dates YYYY-MM-DD; an unknown text is empty, a reference to
-- nothing NULL. py, pyi and search are keys by package match; rid is there for
-- the full-text tables alone. Lists are JSON.
--
-- References are checked at the commit, so that the records of one act may
-- come in any order. deleted holds when a record was deleted; partial indexes
-- let a deleted one free its code.

CREATE TABLE office (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE employer (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), short_names TEXT NOT NULL, former_names TEXT NOT NULL,
  uscc TEXT NOT NULL, nature TEXT NOT NULL, industry TEXT NOT NULL, size TEXT NOT NULL, staff INTEGER NOT NULL,
  place TEXT NOT NULL, address TEXT NOT NULL, website TEXT NOT NULL, products TEXT NOT NULL, tags TEXT NOT NULL,
  parent TEXT REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  sources TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  py TEXT NOT NULL DEFAULT '', pyi TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT '',
  CHECK (parent IS NULL OR parent <> id)
) STRICT;
CREATE UNIQUE INDEX employer_uscc ON employer (uscc) WHERE uscc <> '' AND deleted = '';
CREATE INDEX employer_py ON employer (py, id) WHERE deleted = '';
CREATE INDEX employer_pyi ON employer (pyi) WHERE deleted = '';
CREATE INDEX employer_parent ON employer (parent) WHERE parent IS NOT NULL;
CREATE INDEX employer_sample ON employer (id) WHERE sample = 1;

-- The other names by which pinyin finds an employer: short and former ones,
-- and the name without the place it begins with.
CREATE TABLE employer_alias (
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED, ord INTEGER NOT NULL,
  py TEXT NOT NULL, pyi TEXT NOT NULL,
  PRIMARY KEY (employer, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX employer_alias_py ON employer_alias (py);
CREATE INDEX employer_alias_pyi ON employer_alias (pyi);

CREATE TABLE graduate (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  student_no TEXT NOT NULL CHECK (student_no <> ''), name TEXT NOT NULL CHECK (name <> ''),
  cohort INTEGER NOT NULL CHECK (cohort BETWEEN 1950 AND 2100),
  faculty TEXT NOT NULL, major TEXT NOT NULL, degree TEXT NOT NULL, class TEXT NOT NULL, origin TEXT NOT NULL,
  mobile TEXT NOT NULL, email TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  py TEXT NOT NULL DEFAULT '', pyi TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT '',
  -- copies of the newest outcome, so that counting a class reads one index
  newest TEXT NOT NULL DEFAULT '', newest_code TEXT NOT NULL DEFAULT '',
  newest_employer TEXT NOT NULL DEFAULT '', newest_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX graduate_no ON graduate (student_no) WHERE deleted = '';
CREATE INDEX graduate_py ON graduate (py, id) WHERE deleted = '';
CREATE INDEX graduate_pyi ON graduate (pyi) WHERE deleted = '';
CREATE INDEX graduate_class ON graduate (cohort, major, degree, newest_code, newest_on) WHERE deleted = '';
CREATE INDEX graduate_employer ON graduate (newest_employer, cohort) WHERE newest_employer <> '' AND deleted = '';
CREATE INDEX graduate_sample ON graduate (id) WHERE sample = 1;

CREATE TABLE contact (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), pinyin TEXT NOT NULL, mobile TEXT NOT NULL, phone TEXT NOT NULL,
  email TEXT NOT NULL, wechat TEXT NOT NULL,
  graduate TEXT REFERENCES graduate (id) DEFERRABLE INITIALLY DEFERRED,
  public INTEGER NOT NULL, photo BLOB, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  py TEXT NOT NULL DEFAULT '', pyi TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_py ON contact (py, id) WHERE deleted = '';
CREATE INDEX contact_pyi ON contact (pyi) WHERE deleted = '';
CREATE INDEX contact_graduate ON contact (graduate) WHERE graduate IS NOT NULL;
CREATE INDEX contact_sample ON contact (id) WHERE sample = 1;

CREATE TABLE post (
  contact TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, ord INTEGER NOT NULL,
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL, department TEXT NOT NULL, rank INTEGER NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  PRIMARY KEY (contact, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_employer ON post (employer);

CREATE TABLE colleague (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), pinyin TEXT NOT NULL, title TEXT NOT NULL, department TEXT NOT NULL,
  rank INTEGER NOT NULL, mobile TEXT NOT NULL, email TEXT NOT NULL, public INTEGER NOT NULL, photo BLOB, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  py TEXT NOT NULL DEFAULT '', pyi TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX colleague_py ON colleague (py, id) WHERE deleted = '';

CREATE TABLE campaign (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  quotas TEXT NOT NULL, next TEXT NOT NULL, source TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;

CREATE TABLE visit (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  direction TEXT NOT NULL, mode TEXT NOT NULL,
  campaign TEXT REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
  led_by TEXT REFERENCES colleague (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, place TEXT NOT NULL, purpose TEXT NOT NULL, asks TEXT NOT NULL,
  attention TEXT NOT NULL, agenda TEXT NOT NULL, logistics TEXT NOT NULL, points TEXT NOT NULL,
  minutes_outer TEXT NOT NULL, minutes_inner TEXT NOT NULL, minutes_by TEXT NOT NULL, minutes_on TEXT NOT NULL,
  postponed TEXT NOT NULL, cancelled TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX visit_from ON visit ("from", id) WHERE deleted = '';
CREATE INDEX visit_campaign ON visit (campaign) WHERE campaign IS NOT NULL;
CREATE INDEX visit_led_by ON visit (led_by) WHERE led_by IS NOT NULL;

CREATE TABLE visit_employer (
  visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED, ord INTEGER NOT NULL,
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (visit, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_employer_employer ON visit_employer (employer, visit);

CREATE TABLE participant (
  visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')), ord INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, phone TEXT NOT NULL, on_site INTEGER NOT NULL,
  contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  colleague TEXT REFERENCES colleague (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (visit, side, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_contact ON participant (contact) WHERE contact IS NOT NULL;
CREATE INDEX participant_colleague ON participant (colleague) WHERE colleague IS NOT NULL;

CREATE TABLE meeting (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  title TEXT NOT NULL CHECK (title <> ''), organiser TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
  place TEXT NOT NULL, chair TEXT NOT NULL, recorder TEXT NOT NULL, attendees TEXT NOT NULL, items TEXT NOT NULL,
  done TEXT NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL,
  search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_from ON meeting ("from", id) WHERE deleted = '';

CREATE TABLE commitment (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')), what TEXT NOT NULL CHECK (what <> ''), owner TEXT NOT NULL,
  due TEXT NOT NULL, done TEXT NOT NULL, dropped INTEGER NOT NULL, result TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_employer ON commitment (employer, done) WHERE deleted = '';
CREATE INDEX commitment_visit ON commitment (visit) WHERE visit IS NOT NULL;
CREATE INDEX commitment_due ON commitment (due) WHERE done = '' AND deleted = '';

CREATE TABLE demand (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT NOT NULL, cohort INTEGER NOT NULL, major TEXT NOT NULL CHECK (major <> ''), degree TEXT NOT NULL,
  posts INTEGER NOT NULL, internships INTEGER NOT NULL, pay_from INTEGER NOT NULL, pay_to INTEGER NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX demand_employer ON demand (employer);
CREATE INDEX demand_visit ON demand (visit) WHERE visit IS NOT NULL;

CREATE TABLE agreement (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  sort TEXT NOT NULL, title TEXT NOT NULL CHECK (title <> ''), signed TEXT NOT NULL, until TEXT NOT NULL, note TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_employer ON agreement (employer);
CREATE INDEX agreement_visit ON agreement (visit) WHERE visit IS NOT NULL;

CREATE TABLE feedback (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  employer TEXT NOT NULL REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT NOT NULL, "by" TEXT NOT NULL, overall INTEGER NOT NULL, knowledge INTEGER NOT NULL, practice INTEGER NOT NULL,
  attitude INTEGER NOT NULL, words TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_employer ON feedback (employer);
CREATE INDEX feedback_visit ON feedback (visit) WHERE visit IS NOT NULL;

CREATE TABLE outcome (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  graduate TEXT NOT NULL REFERENCES graduate (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL CHECK (code <> ''),
  employer TEXT REFERENCES employer (id) DEFERRABLE INITIALLY DEFERRED,
  employer_name TEXT NOT NULL, job TEXT NOT NULL, place TEXT NOT NULL, pay INTEGER NOT NULL, "on" TEXT NOT NULL,
  source TEXT NOT NULL, evidence TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_graduate ON outcome (graduate, "on", id) WHERE deleted = '';
CREATE INDEX outcome_employer ON outcome (employer) WHERE employer IS NOT NULL;
CREATE INDEX outcome_sample ON outcome (id) WHERE sample = 1;

CREATE TABLE cohort (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100), size INTEGER NOT NULL, introduction TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX cohort_year ON cohort (year) WHERE deleted = '';

CREATE TABLE university (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (name <> ''), english_name TEXT NOT NULL, office TEXT NOT NULL, phone TEXT NOT NULL,
  address TEXT NOT NULL, website TEXT NOT NULL, introduction TEXT NOT NULL, characteristics TEXT NOT NULL,
  achievements TEXT NOT NULL, scheme TEXT NOT NULL,
  version INTEGER NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, deleted TEXT NOT NULL, sample INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX university_one ON university (deleted) WHERE deleted = '';

-- One act of the user. An undo is an act too; root is the act that it takes
-- back or brings again, the act itself for all others, and undone is kept there.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '', count INTEGER NOT NULL,
  root INTEGER NOT NULL REFERENCES change (seq) DEFERRABLE INITIALLY DEFERRED, undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What an act did to one record: {"column": [old, new]}, child tables included.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL, record TEXT NOT NULL, op TEXT NOT NULL CHECK (op IN ('insert', 'update')),
  version INTEGER NOT NULL, diff TEXT NOT NULL CHECK (json_valid(diff))
) STRICT;
CREATE INDEX history_change ON history (change);
CREATE INDEX history_record ON history (record, change);

CREATE VIRTUAL TABLE employer_fts USING fts5 (search, content = 'employer', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE contact_fts USING fts5 (search, content = 'contact', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE colleague_fts USING fts5 (search, content = 'colleague', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE visit_fts USING fts5 (search, content = 'visit', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE meeting_fts USING fts5 (search, content = 'meeting', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE graduate_fts USING fts5 (search, content = 'graduate', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 2');
