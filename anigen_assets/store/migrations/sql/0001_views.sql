-- What the viewer may read. Views run with their owner's rights; the viewer has none on the tables.

CREATE VIEW view_schema AS SELECT version_num FROM alembic_version;

CREATE VIEW view_series AS
SELECT series_id, title, first_hour, bible, encode(bible_digest, 'hex') AS bible_digest,
    encode(genesis_digest, 'hex') AS genesis_digest, head_number, encode(head_digest, 'hex') AS head_digest,
    chain_length, frontier, canon_version, standing_count, created_at, updated_at
FROM series_state;

CREATE VIEW view_episodes AS
SELECT e.series_id, e.number, s.first_hour + (e.number - 1) * interval '1 hour' AS hour, e.state, e.filler, e.take,
    e.film_take, e.title, e.reason, e.failed_component, e.seconds, e.planned_at, e.produced_at, e.retired_at,
    e.updated_at
FROM episodes e JOIN series_state s USING (series_id);

CREATE VIEW view_plans AS
SELECT series_id, number, take, filler, document, findings, director, model,
    encode(prompt_hash, 'hex') AS prompt_hash, planned_at
FROM plans;

CREATE VIEW view_changes AS
SELECT series_id, number, take, position, scene, document FROM canon_changes;

CREATE VIEW view_scenes AS
SELECT series_id, scene_number, number, slot, take, state, place, string_to_array("cast", ',') AS "cast", provider, seconds, loudness_lufs, media_id,
    updated_at
FROM scenes;

CREATE VIEW view_media AS
SELECT m.media_id, m.series_id, m.number, m.slot, m.take, m.kind, m.key, m.bytes, m.seconds,
    encode(m.sha256, 'hex') AS sha256, f.facts, m.created_at
FROM media m LEFT JOIN media_formats f USING (format_id);

CREATE VIEW view_links AS
SELECT series_id, position, kind, number, take, changes_count, encode(digest, 'hex') AS digest, at
FROM canon_snapshots;

CREATE VIEW view_facts AS
SELECT series_id, subject, attribute, value, valid_from, valid_to, scene, position FROM canon_facts;

CREATE VIEW view_characters AS
SELECT series_id, character_id, name, role, status, since_number, changed_number FROM characters;

CREATE VIEW view_threads AS
SELECT series_id, thread_id, title, status, beat, opened_number, due_number, changed_number FROM plot_threads;

CREATE VIEW view_context AS
SELECT series_id, level, first_number, last_number, slot, text FROM narrative_context;

CREATE VIEW view_logs AS
SELECT log_id, at, series_id, number, slot, level, component, message, fields FROM generation_logs;

CREATE VIEW view_ledger AS
SELECT entry_id, at, series_id, number, kind, key, provider, model, quantity, unit, unit_price_usd, amount_usd, note
FROM ledger_entries;

CREATE VIEW view_operations AS
SELECT operation_id, series_id, number, slot, take, purpose, provider, model, state, reserved_usd, charged_usd,
    attempts, intended_at, updated_at
FROM operations;

CREATE VIEW view_budgets AS SELECT series_id, period, limit_usd, updated_at FROM budgets;
