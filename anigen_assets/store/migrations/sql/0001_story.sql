-- Series, episodes, plans, scenes.

CREATE TABLE series_state (
    series_id text NOT NULL CONSTRAINT pk_series_state PRIMARY KEY,
    title text NOT NULL,
    first_hour timestamptz NOT NULL,
    bible jsonb NOT NULL,
    bible_text text NOT NULL,
    bible_digest bytea NOT NULL,
    genesis_digest bytea NOT NULL,
    head_number integer NOT NULL,
    head_digest bytea NOT NULL,
    chain_length integer NOT NULL,
    frontier integer NOT NULL,
    canon_version bigint NOT NULL,
    standing_sum bytea NOT NULL,
    standing_count integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE episodes (
    series_id text NOT NULL CONSTRAINT fk_episodes_series_state REFERENCES series_state (series_id),
    number integer NOT NULL CONSTRAINT ck_episodes_number CHECK (number >= 1),
    state text NOT NULL CONSTRAINT ck_episodes_state
        CHECK (state IN ('planned', 'stale', 'produced', 'retired', 'skipped', 'withdrawn', 'failed')),
    filler boolean NOT NULL,
    take smallint NOT NULL,
    film_take smallint NOT NULL,
    title_hash bigint,
    title text NOT NULL,
    reason text NOT NULL,
    failed_component text NOT NULL,
    seconds double precision,
    planned_at timestamptz,
    produced_at timestamptz,
    retired_at timestamptz,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_episodes PRIMARY KEY (series_id, number) -- read backwards for newest first
);
CREATE INDEX ix_episodes_title ON episodes (series_id, title_hash);

CREATE TABLE plans (
    series_id text NOT NULL,
    number integer NOT NULL,
    take smallint NOT NULL,
    filler boolean NOT NULL,
    document bytea NOT NULL, -- title, logline, synopsis, teaser, scenes: canonical JSON in a zlib stream
    findings jsonb,
    director text NOT NULL,
    model text NOT NULL,
    prompt_hash bytea NOT NULL,
    planned_at timestamptz NOT NULL,
    CONSTRAINT pk_plans PRIMARY KEY (series_id, number, take),
    CONSTRAINT fk_plans_episodes FOREIGN KEY (series_id, number) REFERENCES episodes (series_id, number)
);
ALTER TABLE plans ALTER COLUMN document SET STORAGE EXTERNAL; -- compressed already

CREATE TABLE scenes (
    series_id text NOT NULL,
    number integer NOT NULL,
    slot smallint NOT NULL,
    take smallint NOT NULL,
    media_id bigint,
    seconds double precision,
    loudness_lufs double precision,
    updated_at timestamptz NOT NULL,
    state text NOT NULL CONSTRAINT ck_scenes_state CHECK (state IN ('planned', 'made', 'failed')),
    place text NOT NULL,
    "cast" text NOT NULL, -- ids with commas between: an array would take twice the room
    provider text NOT NULL,
    scene_number integer NOT NULL, -- of the whole series
    CONSTRAINT pk_scenes PRIMARY KEY (series_id, number, slot), -- of an episode; read backwards for newest first
    CONSTRAINT fk_scenes_episodes FOREIGN KEY (series_id, number) REFERENCES episodes (series_id, number)
);
