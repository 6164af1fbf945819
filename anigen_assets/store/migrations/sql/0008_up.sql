-- No statistics of what nothing is looked for by: wide columns whose samples took more room than a hundred episodes'
-- links. The search index keeps a few of its commonest words, enough to tell a rare one from a frequent one.

ALTER TABLE canon_changes ALTER COLUMN document SET STATISTICS 0;
ALTER TABLE canon_snapshots ALTER COLUMN digest SET STATISTICS 0, ALTER COLUMN standing_sum SET STATISTICS 0;
ALTER TABLE canon_facts ALTER COLUMN value SET STATISTICS 10;
ALTER TABLE plans ALTER COLUMN document SET STATISTICS 0, ALTER COLUMN prompt_hash SET STATISTICS 0,
    ALTER COLUMN findings SET STATISTICS 0;
ALTER TABLE plan_dictionaries ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE series_state ALTER COLUMN bible SET STATISTICS 0, ALTER COLUMN bible_text SET STATISTICS 0;
ALTER TABLE episodes ALTER COLUMN title SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE scenes ALTER COLUMN "cast" SET STATISTICS 0;
ALTER TABLE media ALTER COLUMN key SET STATISTICS 0, ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE ledger_entries ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE generation_logs ALTER COLUMN message SET STATISTICS 0, ALTER COLUMN fields SET STATISTICS 0;
ALTER TABLE narrative_context ALTER COLUMN text SET STATISTICS 0;
ALTER INDEX ix_narrative_context_words ALTER COLUMN 1 SET STATISTICS 20;

-- What was sampled before is let go when the tables are looked at again.
ANALYZE canon_changes, canon_snapshots, canon_facts, plans, series_state, episodes, scenes, media, ledger_entries,
    generation_logs, narrative_context;

-- A plan of two to four thousand bytes stays in its row: cut in pieces, every third page of them was half empty.
ALTER TABLE plans SET (toast_tuple_target = 4080);
