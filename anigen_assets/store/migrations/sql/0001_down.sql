-- Takes everything away again.

DROP VIEW view_schema, view_series, view_episodes, view_plans, view_changes, view_scenes, view_media, view_links,
    view_facts, view_characters, view_threads, view_context, view_logs, view_ledger, view_operations, view_budgets;
DROP TABLE budgets, ledger_entries, operations, narrative_context, generation_logs, media, media_formats,
    plot_threads, characters, canon_facts, canon_snapshots, canon_changes, scenes, plans, episodes, series_state;
DROP FUNCTION refuse_change(), only_end_validity(), fact_key(text, text, text), validity_reach(integer, integer);
