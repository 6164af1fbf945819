-- The key of a fact: 24 bits of its subject, then 40 bits of subject and attribute. So one stretch of the index holds all that
-- is known of a subject, at no byte more than before; and facts that ended are in order of their beginning, so that
-- the one that held at an hour is found in one step, however often its key has changed.

DROP INDEX ix_canon_facts_ended;
DROP INDEX uq_canon_facts_standing;

CREATE FUNCTION subject_key(series_id text, subject text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(series_id || '/' || subject, 0) & (-1099511627776)::bigint;
CREATE OR REPLACE FUNCTION fact_key(series_id text, subject text, attribute text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashtextextended(series_id || '/' || subject, 0) & (-1099511627776)::bigint)
        | (hashtextextended(series_id || '/' || subject || '/' || attribute, 0) & 1099511627775::bigint);

CREATE INDEX ix_canon_facts_ended ON canon_facts (fact_key(series_id, subject, attribute), valid_from)
    WHERE valid_to IS NOT NULL;
CREATE UNIQUE INDEX uq_canon_facts_standing ON canon_facts (fact_key(series_id, subject, attribute))
    WHERE valid_to IS NULL;
