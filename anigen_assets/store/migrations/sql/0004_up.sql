-- The few links that correct others.

CREATE INDEX ix_canon_snapshots_retcons ON canon_snapshots (series_id, position) WHERE kind = 'retcon';
