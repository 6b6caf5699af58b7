-- Employers are found by the stems of their names too. What has no search keys
-- gets them after the schema files are run.

UPDATE employer SET search = '';
