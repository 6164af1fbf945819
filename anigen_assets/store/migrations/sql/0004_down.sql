-- Retcons are read from all links again.

DROP INDEX ix_canon_snapshots_retcons;
