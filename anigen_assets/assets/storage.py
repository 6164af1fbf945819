"""Dagster's own storage: PostgreSQL, found the same way as AniGen's database, so that `dagster.yaml` needs no URL."""

from __future__ import annotations

from typing import Any

from dagster._serdes import ConfigurableClassData
from dagster_postgres import DagsterPostgresStorage


class AniGenStorage(DagsterPostgresStorage):
    """PostgreSQL storage in the database beside AniGen's own.

    Starts or attaches to the embedded server when `DATABASE_URL` is unset, so that plain `dagster dev` in a
    checkout works with nothing prepared. An address can be given by `ANIGEN_DAGSTER_DATABASE_URL`.
    """

    @classmethod
    def config_type(cls) -> dict[str, Any]:
        """No options: everything comes from AniGen's settings."""
        return {}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> AniGenStorage:
        """Called by Dagster with the `config` block of dagster.yaml."""
        from anigen_assets.settings import load_settings
        from anigen_assets.store.embedded import resolve_urls

        return cls(postgres_url=resolve_urls(load_settings()).dagster_psycopg2, inst_data=inst_data)
