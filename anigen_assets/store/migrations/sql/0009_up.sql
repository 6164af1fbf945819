-- Words of plans are read once and not with every plan: a page of posters has two dozen of them.

CREATE VIEW view_plan_dictionaries AS SELECT series_id, dictionary_id, words FROM plan_dictionaries;
DROP VIEW view_plans;
CREATE VIEW view_plans AS
SELECT series_id, number, take, filler, document, dictionary_id, findings, director, model,
    encode(prompt_hash, 'hex') AS prompt_hash, planned_at
FROM plans;

-- The key of most files follows from hour, slot, take and kind, and is not kept.
CREATE FUNCTION usual_media_key(first_hour timestamptz, number integer, slot integer, take integer, kind text)
    RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char(first_hour AT TIME ZONE 'UTC' + (number - 1) * interval '1 hour', '"/"YYYY-MM-DD-HH24"/"') ||
        CASE kind WHEN 'scene' THEN format('scene_%s.take%s.mp4', slot, take) ELSE format('episode.take%s.', take) ||
            CASE kind WHEN 'film' THEN 'film.mp4' WHEN 'vtt' THEN 'film.vtt' WHEN 'poster' THEN 'poster.jpg'
                WHEN 'thumbnail' THEN 'thumbnail.jpg' WHEN 'manifest' THEN 'manifest.json' END
        END;
ALTER TABLE media ALTER COLUMN key DROP NOT NULL;
UPDATE media m SET key = NULL FROM series_state s
WHERE s.series_id = m.series_id AND m.key = usual_media_key(s.first_hour, m.number, m.slot, m.take, m.kind);
CREATE OR REPLACE VIEW view_media AS
SELECT m.media_id, m.series_id, m.number, m.slot, m.take, m.kind,
    CASE WHEN m.key IS NULL
        THEN m.series_id || usual_media_key(s.first_hour, m.number, m.slot, m.take, m.kind)
        WHEN starts_with(m.key, '/') THEN m.series_id || m.key ELSE m.key END AS key, m.bytes, m.seconds,
    encode(m.sha256, 'hex') AS sha256, f.facts, m.created_at
FROM media m LEFT JOIN media_formats f USING (format_id) LEFT JOIN series_state s ON s.series_id = m.series_id;

-- What only grows at its end is filled to the brim.
ALTER INDEX pk_canon_changes SET (fillfactor = 100);
ALTER INDEX pk_canon_snapshots SET (fillfactor = 100);
ALTER INDEX pk_episodes SET (fillfactor = 100);
ALTER INDEX pk_plans SET (fillfactor = 100);
ALTER INDEX pk_scenes SET (fillfactor = 100);
ALTER INDEX pk_generation_logs SET (fillfactor = 100);
ALTER INDEX ix_canon_facts_reach SET (fillfactor = 100);

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
