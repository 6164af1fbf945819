-- Words of plans are read once and not with every plan: a page of posters has two dozen of them.

CREATE VIEW view_plan_dictionaries AS SELECT series_id, dictionary_id, words FROM plan_dictionaries;
DROP VIEW view_plans;
CREATE VIEW view_plans AS
SELECT series_id, number, take, filler, document, dictionary_id, findings, director, model,
    encode(prompt_hash, 'hex') AS prompt_hash, planned_at
FROM plans;

-- Every process that writes begins a page of its own, and what it leaves empty is only found again after a vacuum;
-- the server's own thresholds come around too late for tables that get a few rows an hour.
DO $$
DECLARE grows text;
BEGIN
    FOREACH grows IN ARRAY ARRAY['canon_changes', 'canon_facts', 'canon_snapshots', 'characters', 'episodes',
        'generation_logs', 'ledger_entries', 'media', 'narrative_context', 'plans', 'plot_threads', 'scenes']
    LOOP
        EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.02,'
            ' autovacuum_vacuum_insert_threshold = 50, autovacuum_vacuum_insert_scale_factor = 0.01)', grows);
    END LOOP;
END $$;
