-- Episodes know their link, and files are numbered by their hour: two indexes less.

ALTER TABLE episodes ADD COLUMN link integer; -- position of the newest link that tells the hour
UPDATE episodes SET link = told.position
FROM (
    SELECT series_id, number, max(position) AS position FROM canon_snapshots
    WHERE kind IN ('episode', 'filler', 'skip') GROUP BY series_id, number
) told
WHERE told.series_id = episodes.series_id AND told.number = episodes.number;
DROP INDEX ix_canon_snapshots_series_id_number;
CREATE OR REPLACE VIEW view_episodes AS
SELECT e.series_id, e.number, s.first_hour + (e.number - 1) * interval '1 hour' AS hour, e.state, e.filler, e.take,
    e.film_take, e.title, e.reason, e.failed_component, e.seconds, e.planned_at, e.produced_at, e.retired_at,
    e.updated_at, e.link
FROM episodes e JOIN series_state s USING (series_id);

-- The upper 24 bits are the episode's number: files of an hour lie side by side in the primary key.
UPDATE scenes SET media_id = (number::bigint << 39) | (media_id & 549755813887) WHERE media_id IS NOT NULL;
UPDATE media SET media_id = (number::bigint << 39) | (media_id & 549755813887);
DROP INDEX ix_media_series_id_number;

-- Nearly all keys begin with the series: that much is left out, and the stroke after it stays.
UPDATE media SET key = substr(key, length(series_id) + 1) WHERE starts_with(key, series_id || '/');
CREATE OR REPLACE VIEW view_media AS
SELECT m.media_id, m.series_id, m.number, m.slot, m.take, m.kind,
    CASE WHEN starts_with(m.key, '/') THEN m.series_id || m.key ELSE m.key END AS key, m.bytes, m.seconds,
    encode(m.sha256, 'hex') AS sha256, f.facts, m.created_at
FROM media m LEFT JOIN media_formats f USING (format_id);
