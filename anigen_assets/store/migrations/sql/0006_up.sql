-- A seal over a link's row. The digest leaves out when a link was recorded, so that the same story gives the same
-- chain whenever it is made; the seal does not.

ALTER TABLE canon_snapshots ADD COLUMN seal integer;
ALTER TABLE canon_snapshots DISABLE TRIGGER append_only;
UPDATE canon_snapshots SET seal = ('x' || substr(md5(concat_ws('|', series_id, position, number, take, first_change,
    changes_count, (extract(epoch FROM at) * 1000000)::bigint, kind, encode(digest, 'hex'))), 1, 8))::bit(32)::integer;
ALTER TABLE canon_snapshots ENABLE TRIGGER append_only;
ALTER TABLE canon_snapshots ALTER COLUMN seal SET NOT NULL;
