"""Dagster's own storage: PostgreSQL, found the same way as AniGen's database, so that `dagster.yaml` needs no URL."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from dagster._serdes import ConfigurableClassData
from dagster_postgres import DagsterPostgresStorage

from anigen_assets.store.server import exclusive_setup

STATEMENT_TIMEOUT_MS = 30_000
POOL_RECYCLE_SECONDS = 1_800
POOL_OVERFLOW = 10


class AniGenStorage(DagsterPostgresStorage):
    """PostgreSQL storage in the database beside AniGen's own.

    Starts or attaches to the embedded server when `DATABASE_URL` is unset, so that plain `dagster dev` in a
    checkout works with nothing prepared. An address can be given by `ANIGEN_DAGSTER_DATABASE_URL`.

    Connections are pooled: Dagster's default opens one for every query, which cost 280 connections and a second
    for each hour that was made (measured).
    """

    def __init__(self, postgres_url: str, inst_data: ConfigurableClassData | None = None) -> None:
        # Dagster makes missing tables without asking whether another process is just doing so.
        with exclusive_setup(postgres_url):
            super().__init__(postgres_url=postgres_url, inst_data=inst_data)
        for part in (self.run_storage, self.event_log_storage, self.schedule_storage):
            part.optimize_for_webserver(STATEMENT_TIMEOUT_MS, POOL_RECYCLE_SECONDS, POOL_OVERFLOW)
            # A connection that the server has closed meanwhile is replaced, and does not fail the next run.
            pooled: Any = part
            pooled._engine.pool._pre_ping = True

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """No options: everything comes from AniGen's settings."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> AniGenStorage:
        """Called by Dagster with the `config` block of dagster.yaml."""
        from anigen_assets.settings import load_settings
        from anigen_assets.store.embedded import resolve_urls

        urls = resolve_urls(load_settings())
        url = _relaxed(urls.dagster_psycopg2) if urls.embedded else urls.dagster_psycopg2
        return cls(url, inst_data)


def _relaxed(url: str) -> str:
    """The address with which Dagster's events do not wait for the disk.

    On the embedded server a power cut may lose the last half second of them; AniGen's own database always waits.
    """
    separator = "&" if "?" in url else "?"
    return f"{url}{separator}options={quote('-c synchronous_commit=off')}"
