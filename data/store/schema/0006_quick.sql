-- What is asked when the window opens is answered from indexes, and what lists
-- are sorted by from narrow ones, however many records there are.

-- The next visit: some last for days, so its end counts, too.
CREATE INDEX visit_next ON visit ("from", id, "to") WHERE deleted = '' AND cancelled = '' AND postponed = '';

-- Whether anything of the sample is left; there are few such records or none.
-- With the column in them, no other index is ever as good.
DROP INDEX employer_sample;
DROP INDEX contact_sample;
DROP INDEX graduate_sample;
DROP INDEX outcome_sample;
CREATE INDEX employer_sample ON employer (sample, id) WHERE sample = 1;
CREATE INDEX contact_sample ON contact (sample, id) WHERE sample = 1;
CREATE INDEX graduate_sample ON graduate (sample, id) WHERE sample = 1;
CREATE INDEX outcome_sample ON outcome (sample, id) WHERE sample = 1;
CREATE INDEX visit_sample ON visit (sample, id) WHERE sample = 1;
CREATE INDEX commitment_sample ON commitment (sample, id) WHERE sample = 1;
CREATE INDEX demand_sample ON demand (sample, id) WHERE sample = 1;
CREATE INDEX agreement_sample ON agreement (sample, id) WHERE sample = 1;
CREATE INDEX feedback_sample ON feedback (sample, id) WHERE sample = 1;

-- The newest records of the office's own.
CREATE INDEX employer_newest ON employer (created, id) WHERE deleted = '' AND sample = 0;
CREATE INDEX visit_newest ON visit (created, id) WHERE deleted = '' AND sample = 0;

-- Employers and commitments are sorted and filtered without reading all that is
-- known of them; graduates by their major, all of a large office's.
DROP INDEX employer_py;
CREATE INDEX employer_list ON employer (py, id, place, industry, nature, size, staff, uscc, tags, parent) WHERE deleted = '';
DROP INDEX commitment_place;
CREATE INDEX commitment_list ON commitment (place, id, done, due, side, owner) WHERE deleted = '';
CREATE INDEX graduate_major ON graduate (major, id) WHERE deleted = '';
