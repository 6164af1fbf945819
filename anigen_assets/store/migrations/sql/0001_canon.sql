-- Changes, links, facts, and who and what the story has open.

CREATE TABLE canon_changes (
    series_id text NOT NULL,
    number integer NOT NULL,
    take smallint NOT NULL, -- 0: the bible's and an operator's, which no plan proposed
    position smallint NOT NULL,
    scene smallint NOT NULL,
    document jsonb NOT NULL,
    CONSTRAINT pk_canon_changes PRIMARY KEY (series_id, number, take, position)
);

CREATE TABLE canon_snapshots (
    series_id text NOT NULL CONSTRAINT fk_canon_snapshots_series_state REFERENCES series_state (series_id),
    position integer NOT NULL,
    number integer NOT NULL,
    take smallint NOT NULL,
    first_change smallint NOT NULL,
    changes_count smallint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    digest bytea NOT NULL,
    standing_count integer,
    standing_sum bytea,
    CONSTRAINT pk_canon_snapshots PRIMARY KEY (series_id, position)
);
CREATE INDEX ix_canon_snapshots_series_id_number ON canon_snapshots (series_id, number);

CREATE TABLE canon_facts (
    series_id text NOT NULL,
    subject text NOT NULL,
    attribute text NOT NULL,
    position integer NOT NULL, -- the link that set it
    valid_from integer NOT NULL,
    valid_to integer, -- exclusive; null: it stands
    scene smallint NOT NULL,
    value text NOT NULL,
    CONSTRAINT ck_canon_facts_validity CHECK (valid_to >= valid_from)
);
-- Facts of a key, by a hash of the key: a third of the size of an index over the words.
CREATE FUNCTION fact_key(series_id text, subject text, attribute text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(series_id || '/' || subject || '/' || attribute, 0);
CREATE INDEX ix_canon_facts_key ON canon_facts (fact_key(series_id, subject, attribute));
CREATE UNIQUE INDEX uq_canon_facts_standing ON canon_facts (fact_key(series_id, subject, attribute))
    WHERE valid_to IS NULL;

-- What holds at an hour: facts by how far their validity reaches, each class by its beginning. A fact of reach r
-- can hold at hour n only when it began within the last r hours, so each class is one short stretch of the index.
CREATE FUNCTION validity_reach(valid_from integer, valid_to integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN valid_to IS NULL THEN 2147483647
        WHEN valid_to - valid_from <= 8 THEN 8
        WHEN valid_to - valid_from <= 64 THEN 64
        WHEN valid_to - valid_from <= 512 THEN 512
        WHEN valid_to - valid_from <= 4096 THEN 4096
        WHEN valid_to - valid_from <= 32768 THEN 32768
        ELSE 2147483646 END;
CREATE INDEX ix_canon_facts_reach ON canon_facts (series_id, validity_reach(valid_from, valid_to), valid_from);

CREATE INDEX ix_canon_facts_entities ON canon_facts (series_id, value, subject)
    WHERE attribute = 'kind' AND value <> 'event';

CREATE TABLE characters (
    series_id text NOT NULL CONSTRAINT fk_characters_series_state REFERENCES series_state (series_id),
    character_id text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    status text NOT NULL,
    since_number integer NOT NULL,
    changed_number integer NOT NULL,
    CONSTRAINT pk_characters PRIMARY KEY (series_id, character_id)
);

CREATE TABLE plot_threads (
    series_id text NOT NULL CONSTRAINT fk_plot_threads_series_state REFERENCES series_state (series_id),
    thread_id text NOT NULL,
    title text NOT NULL,
    status text NOT NULL,
    beat integer NOT NULL,
    opened_number integer NOT NULL,
    due_number integer NOT NULL,
    changed_number integer NOT NULL,
    CONSTRAINT pk_plot_threads PRIMARY KEY (series_id, thread_id)
);
CREATE INDEX ix_plot_threads_due ON plot_threads (series_id, status, due_number);
