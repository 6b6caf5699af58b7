-- The orders in which lists show what there is, and what they filter by beside,
-- so that a list of any length is walked in its index.

DROP INDEX commitment_list;
ALTER TABLE commitment ADD COLUMN place INTEGER NOT NULL GENERATED ALWAYS AS (CASE
  WHEN done <> '' THEN 299999999 - CAST(replace(done, '-', '') AS INTEGER)
  WHEN due = '' THEN 199999999 ELSE 100000000 + CAST(replace(due, '-', '') AS INTEGER) END) VIRTUAL;
CREATE INDEX commitment_place ON commitment (place, id) WHERE deleted = '';

DROP INDEX graduate_py;
CREATE INDEX graduate_list ON graduate (py, id, cohort, faculty, major, degree, class, newest_code, newest_on) WHERE deleted = '';

DROP INDEX visit_from;
CREATE INDEX visit_list ON visit ("from", id, cancelled, postponed, direction, mode, led_by, campaign, tags) WHERE deleted = '';
CREATE INDEX visit_held ON visit (id, "from") WHERE deleted = '' AND cancelled = '' AND postponed = '';
CREATE INDEX visit_unminuted ON visit ("from", id) WHERE deleted = '' AND cancelled = '' AND postponed = ''
  AND trim(minutes_outer, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)) = ''
  AND trim(minutes_inner, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)) = '';
