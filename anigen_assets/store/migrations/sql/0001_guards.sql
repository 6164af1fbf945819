-- What is on record stays on record, whoever asks.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'AG001';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plans
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON canon_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON canon_snapshots
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON canon_facts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A fact's validity is ended once. Only what is told later about an earlier hour (a filler, a retcon) may end it
-- earlier still; nothing reopens it, prolongs it or changes the fact.
CREATE FUNCTION only_end_validity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.series_id, NEW.subject, NEW.attribute, NEW.position, NEW.valid_from, NEW.scene, NEW.value)
        IS DISTINCT FROM (OLD.series_id, OLD.subject, OLD.attribute, OLD.position, OLD.valid_from, OLD.scene, OLD.value)
    THEN
        RAISE EXCEPTION 'canon_facts: a fact is never edited, only its validity ends' USING ERRCODE = 'AG001';
    END IF;
    IF NEW.valid_to IS NULL OR NEW.valid_to >= OLD.valid_to THEN
        RAISE EXCEPTION 'canon_facts: a validity that ended is never reopened or prolonged' USING ERRCODE = 'AG001';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER only_end_validity BEFORE UPDATE ON canon_facts
    FOR EACH ROW EXECUTE FUNCTION only_end_validity();
