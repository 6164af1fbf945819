-- Keys as one hash.

DROP INDEX ix_canon_facts_ended;
DROP INDEX uq_canon_facts_standing;
DROP FUNCTION subject_key(text, text);
CREATE OR REPLACE FUNCTION fact_key(series_id text, subject text, attribute text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(series_id || '/' || subject || '/' || attribute, 0);
CREATE INDEX ix_canon_facts_ended ON canon_facts (fact_key(series_id, subject, attribute))
    WHERE valid_to IS NOT NULL;
CREATE UNIQUE INDEX uq_canon_facts_standing ON canon_facts (fact_key(series_id, subject, attribute))
    WHERE valid_to IS NULL;
