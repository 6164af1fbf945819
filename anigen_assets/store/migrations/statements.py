"""Runs the SQL files of a schema version on Alembic's connection."""

from importlib.resources import files

from alembic import op


def run_file(name: str) -> None:
    """Runs `sql/<name>.sql` inside the migration's transaction."""
    text = files("anigen_assets.store.migrations").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    # The driver's own connection: several statements at once, and `%` means itself.
    connection = op.get_bind().connection.driver_connection
    assert connection is not None, "a migration runs on an open connection"
    connection.execute(text)
