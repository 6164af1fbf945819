"""Which databases the settings mean."""

from __future__ import annotations

from anigen_assets.settings import Settings
from anigen_assets.store.records import DatabaseUrls


def resolve_urls(settings: Settings) -> DatabaseUrls:
    """Addresses of all databases; starts the embedded server when no server is named.

    Raises:
        DatabaseUnavailableError: When the named server does not answer.
        SettingsError: When it is older than PostgreSQL 15 or the Dagster database is missing and cannot be made.
    """
    raise NotImplementedError
