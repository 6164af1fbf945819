"""Schema versions: upgrade on start under a lock, downgrade and questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from anigen_assets.errors import StateError, TransientError
from anigen_assets.store.roles import apply_grants, ensure_group_roles
from anigen_assets.store.server import check_version, open_connection, parse_url, shown, text_of

LOCK_KEY = 7_205_759_403_792
"""Number of the advisory lock that one migrating process holds; any fixed number does."""
LOCK_WAIT = "120s"


def upgrade(url: str) -> None:
    """Brings the database to the newest schema; safe when several processes start at once.

    Raises:
        DatabaseUnavailableError: When the server cannot be reached.
        TransientError: When another process migrates for too long.
        StateError: When the database has a schema that this version does not know.
    """
    address = parse_url(url, "psycopg")

    def work(guard: psycopg.Connection) -> None:
        if _revision(guard) == head():
            return  # another process did it while this one waited, and may be at work in the tables by now
        ensure_group_roles(guard)
        _run(address, lambda config: command.upgrade(config, "head"), granting=True)

    _locked(address, work)


def downgrade(url: str, revision: str) -> None:
    """Goes back to a revision; `base` removes everything."""
    address = parse_url(url, "psycopg")
    _locked(address, lambda _: _run(address, lambda config: command.downgrade(config, revision)))


def current(url: str) -> str | None:
    """The database's revision; None when it is empty."""
    with open_connection(parse_url(url, "psycopg")) as connection:
        return _revision(connection)


@cache
def head() -> str:
    """The newest revision."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def is_current(url: str) -> bool:
    """Whether the database has the newest schema."""
    return current(url) == head()


def _revision(connection: psycopg.Connection) -> str | None:
    if connection.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,):
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _locked(address: URL, work: Callable[[psycopg.Connection], None]) -> None:
    with open_connection(address) as guard:
        check_version(guard, address)
        guard.execute(f"SET lock_timeout = '{LOCK_WAIT}'")
        try:
            guard.execute("SELECT pg_advisory_lock(%s)", (LOCK_KEY,))
        except psycopg.errors.LockNotAvailable:
            raise TransientError(
                f"Another process is changing the schema of {shown(address)} for more than {LOCK_WAIT}: try again."
            ) from None
        work(guard)  # the lock ends with the connection, also when this process is killed


def _run(address: URL, action: Callable[[Config], None], *, granting: bool = False) -> None:
    # Tables and grants come in one transaction: a process that is killed leaves both or neither.
    engine = create_engine(text_of(address), poolclass=NullPool)
    config = _config()
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            action(config)
            if granting:
                apply_grants(cast(psycopg.Connection, connection.connection.driver_connection))
    except CommandError as error:
        found = "unknown"
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision() or "none"
        raise StateError(
            f"The database {shown(address)} has schema version {found}, which this AniGen ({head()}) cannot handle: "
            f"install the newer AniGen that made it, or restore a backup ({error})."
        ) from None
    finally:
        engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
