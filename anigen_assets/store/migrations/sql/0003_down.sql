-- Ids stay as they are: they are only looked up.

CREATE OR REPLACE VIEW view_media AS
SELECT m.media_id, m.series_id, m.number, m.slot, m.take, m.kind, m.key, m.bytes, m.seconds,
    encode(m.sha256, 'hex') AS sha256, f.facts, m.created_at
FROM media m LEFT JOIN media_formats f USING (format_id);
UPDATE media SET key = series_id || key WHERE starts_with(key, '/');
CREATE INDEX ix_media_series_id_number ON media (series_id, number);
CREATE INDEX ix_canon_snapshots_series_id_number ON canon_snapshots (series_id, number);
DROP VIEW view_episodes;
ALTER TABLE episodes DROP COLUMN link;
CREATE VIEW view_episodes AS
SELECT e.series_id, e.number, s.first_hour + (e.number - 1) * interval '1 hour' AS hour, e.state, e.filler, e.take,
    e.film_take, e.title, e.reason, e.failed_component, e.seconds, e.planned_at, e.produced_at, e.retired_at,
    e.updated_at
FROM episodes e JOIN series_state s USING (series_id);
