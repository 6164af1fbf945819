DROP INDEX ix_canon_facts_ended;
CREATE INDEX ix_canon_facts_key ON canon_facts (fact_key(series_id, subject, attribute));
DROP VIEW view_plans;
ALTER TABLE plans DROP COLUMN dictionary_id;
CREATE VIEW view_plans AS
SELECT series_id, number, take, filler, document, findings, director, model,
    encode(prompt_hash, 'hex') AS prompt_hash, planned_at
FROM plans;
DROP TABLE plan_dictionaries;
