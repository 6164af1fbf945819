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
