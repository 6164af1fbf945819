-- Plans of a series are written in much the same words: kept once, those words halve what a plan takes.

CREATE TABLE plan_dictionaries (
    series_id text NOT NULL,
    dictionary_id smallint NOT NULL,
    words bytea NOT NULL, -- text in a zlib stream
    CONSTRAINT pk_plan_dictionaries PRIMARY KEY (series_id, dictionary_id)
);
ALTER TABLE plan_dictionaries ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_dictionaries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE plans ADD COLUMN dictionary_id smallint; -- null: packed without

CREATE OR REPLACE VIEW view_plans AS
SELECT p.series_id, p.number, p.take, p.filler, p.document, p.findings, p.director, p.model,
    encode(p.prompt_hash, 'hex') AS prompt_hash, p.planned_at, d.words
FROM plans p LEFT JOIN plan_dictionaries d USING (series_id, dictionary_id);

-- Facts that stand are in an index of their own already.
DROP INDEX ix_canon_facts_key;
CREATE INDEX ix_canon_facts_ended ON canon_facts (fact_key(series_id, subject, attribute))
    WHERE valid_to IS NOT NULL;
