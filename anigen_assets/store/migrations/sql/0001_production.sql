-- Files, log lines, summaries.

CREATE TABLE media (
    media_id bigint NOT NULL CONSTRAINT pk_media PRIMARY KEY, -- from a hash of series and key
    number integer NOT NULL, -- 0: belongs to no episode
    slot smallint NOT NULL, -- 0: the whole episode
    take smallint NOT NULL,
    format_id smallint,
    bytes bigint NOT NULL,
    seconds double precision,
    created_at timestamptz NOT NULL,
    series_id text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    sha256 bytea NOT NULL
);
CREATE INDEX ix_media_series_id_number ON media (series_id, number);

CREATE TABLE media_formats (
    format_id smallint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_media_formats PRIMARY KEY,
    series_id text NOT NULL,
    facts jsonb NOT NULL
);
CREATE UNIQUE INDEX uq_media_formats_series_id_facts ON media_formats (series_id, facts);

CREATE TABLE generation_logs (
    log_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_generation_logs PRIMARY KEY,
    at timestamptz NOT NULL,
    number integer NOT NULL,
    slot smallint NOT NULL,
    series_id text NOT NULL,
    level text NOT NULL,
    component text NOT NULL,
    message text NOT NULL,
    fields jsonb
);
CREATE INDEX ix_generation_logs_scene ON generation_logs (series_id, number, slot);

CREATE TABLE narrative_context (
    series_id text NOT NULL,
    level text NOT NULL CONSTRAINT ck_narrative_context_level
        CHECK (level IN ('scene', 'episode', 'arc', 'season')),
    first_number integer NOT NULL,
    slot smallint NOT NULL, -- 0 above the level of scenes
    last_number integer NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_narrative_context PRIMARY KEY (series_id, level, first_number, slot)
);
-- The words are in the index alone: a stored tsvector would cost more than the text.
CREATE INDEX ix_narrative_context_words ON narrative_context
    USING gin (to_tsvector('english'::regconfig, text)) WITH (fastupdate = off);
