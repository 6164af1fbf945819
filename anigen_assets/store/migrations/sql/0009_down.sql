DO $$
DECLARE grows text;
BEGIN
    FOREACH grows IN ARRAY ARRAY['canon_changes', 'canon_facts', 'canon_snapshots', 'characters', 'episodes',
        'generation_logs', 'ledger_entries', 'media', 'narrative_context', 'plans', 'plot_threads', 'scenes']
    LOOP
        EXECUTE format('ALTER TABLE %I RESET (autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor,'
            ' autovacuum_vacuum_insert_threshold, autovacuum_vacuum_insert_scale_factor)', grows);
    END LOOP;
END $$;
DROP VIEW view_plan_dictionaries;
DROP VIEW view_plans;
CREATE VIEW view_plans AS
SELECT p.series_id, p.number, p.take, p.filler, p.document, p.findings, p.director, p.model,
    encode(p.prompt_hash, 'hex') AS prompt_hash, p.planned_at, d.words
FROM plans p LEFT JOIN plan_dictionaries d USING (series_id, dictionary_id);
