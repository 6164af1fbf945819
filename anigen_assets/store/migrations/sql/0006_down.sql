-- Links without seals.

ALTER TABLE canon_snapshots DROP COLUMN seal;
