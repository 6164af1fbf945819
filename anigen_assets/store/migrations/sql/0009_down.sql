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
ALTER INDEX pk_canon_changes RESET (fillfactor);
ALTER INDEX pk_canon_snapshots RESET (fillfactor);
ALTER INDEX pk_episodes RESET (fillfactor);
ALTER INDEX pk_plans RESET (fillfactor);
ALTER INDEX pk_scenes RESET (fillfactor);
ALTER INDEX pk_generation_logs RESET (fillfactor);
ALTER INDEX ix_canon_facts_reach RESET (fillfactor);
CREATE OR REPLACE VIEW view_media AS
SELECT m.media_id, m.series_id, m.number, m.slot, m.take, m.kind,
    CASE WHEN starts_with(m.key, '/') THEN m.series_id || m.key ELSE m.key END AS key, m.bytes, m.seconds,
    encode(m.sha256, 'hex') AS sha256, f.facts, m.created_at
FROM media m LEFT JOIN media_formats f USING (format_id);
UPDATE media m SET key = usual_media_key(s.first_hour, m.number, m.slot, m.take, m.kind) FROM series_state s
WHERE s.series_id = m.series_id AND m.key IS NULL;
ALTER TABLE media ALTER COLUMN key SET NOT NULL;
DROP FUNCTION usual_media_key;
DROP VIEW view_plan_dictionaries;
DROP VIEW view_plans;
CREATE VIEW view_plans AS
SELECT p.series_id, p.number, p.take, p.filler, p.document, p.findings, p.director, p.model,
    encode(p.prompt_hash, 'hex') AS prompt_hash, p.planned_at, d.words
FROM plans p LEFT JOIN plan_dictionaries d USING (series_id, dictionary_id);
