-- Paid operations, the ledger, budgets.

CREATE TABLE operations (
    operation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_operations PRIMARY KEY,
    series_id text NOT NULL,
    number integer NOT NULL,
    slot smallint NOT NULL,
    take smallint NOT NULL,
    purpose text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    idempotency_key bytea NOT NULL,
    state text NOT NULL CONSTRAINT ck_operations_state
        CHECK (state IN ('intended', 'submitted', 'collected', 'stored', 'settled', 'rejected', 'unknown')),
    provider_job_id text,
    request jsonb NOT NULL,
    outcome jsonb,
    reserved_usd numeric(20, 6) NOT NULL,
    charged_usd numeric(20, 6),
    attempts smallint NOT NULL,
    intended_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX uq_operations_series_id_idempotency_key ON operations (series_id, idempotency_key);
CREATE INDEX ix_operations_series_id_number ON operations (series_id, number);
CREATE INDEX ix_operations_state ON operations (series_id, state);

CREATE TABLE ledger_entries (
    entry_id bigint GENERATED ALWAYS AS IDENTITY, -- in order of adding
    at timestamptz NOT NULL,
    number integer NOT NULL,
    series_id text NOT NULL,
    kind text NOT NULL CONSTRAINT ck_ledger_entries_kind
        CHECK (kind IN ('estimate', 'quote', 'reserve', 'settle', 'release', 'actual')),
    key text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    quantity numeric(20, 6),
    unit text NOT NULL,
    unit_price_usd numeric(20, 6),
    amount_usd numeric(20, 6) NOT NULL,
    note text NOT NULL,
    CONSTRAINT pk_ledger_entries PRIMARY KEY (series_id, number, kind, key)
);

CREATE TABLE budgets (
    series_id text NOT NULL CONSTRAINT fk_budgets_series_state REFERENCES series_state (series_id),
    period text NOT NULL CONSTRAINT ck_budgets_period CHECK (period IN ('episode', 'day', 'month')),
    limit_usd numeric(20, 6) NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_budgets PRIMARY KEY (series_id, period)
);
