"""The viewer's statements, over views alone. `:series_id` is in every one."""

from __future__ import annotations

SET_UP = "SELECT to_regclass('view_schema') IS NOT NULL AS set_up"

SERIES = """
SELECT series_id, title, coalesce(bible ->> 'title_native', '') AS title_native, bible ->> 'premise' AS premise,
    first_hour, frontier, head_digest
FROM view_series WHERE series_id = :series_id
"""

_CARD = "e.number, e.hour, e.state, e.filler, e.title, e.seconds, e.reason, e.film_take, p.document, p.dictionary_id"
_FROM = """
FROM view_episodes e
LEFT JOIN view_plans p ON p.series_id = e.series_id AND p.number = e.number AND p.take = e.take
WHERE e.series_id = :series_id
"""

PAGE = f"SELECT {_CARD} {_FROM} AND e.number < :before ORDER BY e.number DESC LIMIT :limit"

EPISODE = f"""
SELECT {_CARD}, e.series_id, e.take, e.planned_at, e.produced_at, e.retired_at, p.director, p.model
{_FROM} AND e.number = :number
"""

WORDS = """
SELECT dictionary_id, words FROM view_plan_dictionaries
WHERE series_id = :series_id AND dictionary_id = ANY(CAST(:wanted AS smallint[]))
"""
"""Dictionaries with which plans are read."""

CHANGES = """
SELECT scene, document FROM view_changes
WHERE series_id = :series_id AND number = :number AND take = :take ORDER BY position
"""

FILES = """
SELECT m.media_id, m.number, m.kind, m.take, m.key, m.bytes, m.sha256, m.seconds AS media_seconds
FROM unnest(CAST(:numbers AS bigint[])) AS wanted (number)
JOIN view_media m ON m.media_id >= wanted.number << 39 AND m.media_id < (wanted.number + 1) << 39
WHERE m.series_id = :series_id AND m.slot = 0
"""

ONE_FILE = """
SELECT media_id, key, bytes, sha256, seconds AS media_seconds FROM view_media
WHERE series_id = :series_id AND media_id = :media_id
"""

SCENES = """
SELECT s.slot, s.state, s.seconds, s.media_id, m.key, m.bytes, m.sha256, m.seconds AS media_seconds
FROM view_scenes s LEFT JOIN view_media m ON m.media_id = s.media_id
WHERE s.series_id = :series_id AND s.number = :number ORDER BY s.slot
"""

NEIGHBOURS = """
SELECT
    (SELECT max(number) FROM view_episodes WHERE series_id = :series_id AND number < :number) AS previous_number,
    (SELECT min(number) FROM view_episodes WHERE series_id = :series_id AND number > :number) AS next_number
"""

NAMES = """
SELECT c.document ->> 'id' AS entity_id, c.document ->> 'name' AS name
FROM view_episodes e JOIN view_changes c USING (series_id, number, take)
WHERE e.series_id = :series_id AND c.document ->> 'id' = ANY(:ids)
    AND c.document ->> 'kind' IN ('introduce_character', 'introduce_place')
    AND e.number <= :number
    AND e.number >= least(:number, (SELECT frontier + 1 FROM view_series WHERE series_id = :series_id))
UNION ALL
SELECT f.subject, f.value
FROM unnest(CAST(:ids AS text[])) AS wanted (entity_id) JOIN view_facts f
    ON fact_key(f.series_id, f.subject, f.attribute) = fact_key(:series_id, wanted.entity_id, 'name')
WHERE f.series_id = :series_id AND f.subject = wanted.entity_id AND f.attribute = 'name'
    AND f.valid_from <= :number AND f.valid_to IS NULL
UNION ALL
SELECT f.subject, f.value
FROM unnest(CAST(:ids AS text[])) AS wanted (entity_id) JOIN view_facts f
    ON fact_key(f.series_id, f.subject, f.attribute) = fact_key(:series_id, wanted.entity_id, 'name')
WHERE f.series_id = :series_id AND f.subject = wanted.entity_id AND f.attribute = 'name'
    AND f.valid_from <= :number AND f.valid_to > :number
"""
"""Names as of an episode: newcomers of drafts, which are no facts yet, and what canon knows (`fact_key` is indexed,
once for facts that stand and once for those that ended)."""

LINK = """
SELECT l.digest FROM view_episodes e JOIN view_links l ON l.series_id = e.series_id AND l.position = e.link
WHERE e.series_id = :series_id AND e.number = :number
"""

_RETCON_HOLDS = """
SELECT l.number, c.document, f.valid_to
FROM view_episodes e
JOIN view_links l ON l.series_id = e.series_id AND l.kind = 'retcon' AND l.position > e.link AND l.number <= e.number
JOIN view_changes c ON c.series_id = l.series_id AND c.number = l.number AND c.take = 0
JOIN view_facts f
    ON fact_key(f.series_id, f.subject, f.attribute)
        = fact_key(l.series_id, c.document ->> 'subject', c.document ->> 'attribute')
    AND f.position = l.position
WHERE e.series_id = :series_id AND e.number = :number AND c.document ->> 'kind' = 'retcon' AND
"""

CORRECTIONS = f"""
{_RETCON_HOLDS} f.valid_to IS NULL
UNION ALL
{_RETCON_HOLDS} f.valid_to > :number
"""
"""Retcons recorded after an episode became canon that hold for its hour."""

_SPENT = "kind IN ('reserve', 'settle', 'release', 'actual')"

COST = f"""
SELECT coalesce(sum(amount_usd), 0.000000) AS cost_usd FROM view_ledger
WHERE series_id = :series_id AND number = :number AND {_SPENT}
"""

STATES = """
SELECT state, count(*) AS episodes FROM view_episodes WHERE series_id = :series_id GROUP BY state ORDER BY state
"""

FIGURES = f"""
SELECT
    (SELECT count(*) FROM view_scenes WHERE series_id = :series_id AND state = 'made') AS scenes,
    (SELECT coalesce(sum(seconds), 0) FROM view_episodes WHERE series_id = :series_id) AS seconds,
    (SELECT count(*) FROM view_characters WHERE series_id = :series_id) AS characters,
    (SELECT count(*) FROM view_facts
        WHERE series_id = :series_id AND attribute = 'kind' AND value = 'place' AND value <> 'event'
            AND valid_to IS NULL) AS places,
    (SELECT count(*) FROM view_threads WHERE series_id = :series_id AND status = 'open') AS open_threads,
    coalesce((SELECT standing_count FROM view_series WHERE series_id = :series_id), 0) AS facts,
    (SELECT coalesce(sum(amount_usd), 0.000000) FROM view_ledger
        WHERE series_id = :series_id AND {_SPENT}) AS spent_usd,
    (SELECT max(produced_at) FROM view_episodes WHERE series_id = :series_id) AS last_produced_at
"""

HEALTH = """
SELECT
    current_setting('server_version') AS database_version,
    (SELECT max(version_num) FROM view_schema) AS revision,
    coalesce((SELECT frontier FROM view_series WHERE series_id = :series_id), 0) AS frontier,
    coalesce((SELECT max(number) FROM view_episodes WHERE series_id = :series_id), 0) AS newest_number,
    (SELECT max(produced_at) FROM view_episodes WHERE series_id = :series_id) AS last_produced_at,
    (SELECT count(*) FROM view_episodes WHERE series_id = :series_id AND state = 'failed') AS failed,
    (SELECT count(*) FROM view_episodes e JOIN view_series s USING (series_id)
        WHERE e.series_id = :series_id AND e.number > s.frontier AND e.state NOT IN ('retired', 'skipped'))
        AS unfinished
"""

LOGS = """
SELECT log_id, at, level, component, number, slot, message FROM view_logs
WHERE series_id = :series_id AND level = ANY(:levels)
    AND (CAST(:number AS integer) IS NULL OR number = :number)
ORDER BY log_id DESC LIMIT :limit
"""
