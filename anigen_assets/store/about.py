"""What the doctor says about the database."""

from __future__ import annotations

from sqlalchemy import text

from anigen_assets.store.database import Database


def describe(database: Database) -> str:
    """Version, address without credentials, and size."""
    with database.connection() as connection:
        version, size = connection.execute(
            text("SELECT current_setting('server_version'), pg_database_size(current_database())")
        ).one()
    return f"PostgreSQL {version.split()[0]} at {database.where}, {size / 1024**2:,.1f} MB"


def size_bytes(database: Database) -> int:
    """Bytes of the database on disk, Dagster's own aside."""
    with database.connection() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
