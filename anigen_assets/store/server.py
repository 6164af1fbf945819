"""Questions to a PostgreSQL server: does it answer, is it new enough, has it the database we need.

Addresses are SQLAlchemy's. No message shows a password.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import quote

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from anigen_assets.errors import DatabaseUnavailableError, DiskFullError, SettingsError, TransientError

OLDEST_MAJOR = 15
CONNECT_SECONDS = 5
SETUP_LOCK = 7_032_471_980_223_114
"""Number of the advisory lock of `exclusive_setup`; any fixed number does."""
ATTEMPTS_SECONDS = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Pauses between attempts to connect; after the last the server counts as unavailable."""


def parse_url(text: str, driver: str | None) -> URL:
    """An address with a driver (`psycopg`, `psycopg2`; None: none); every other part is kept, TLS parameters too.

    Raises:
        SettingsError: When it is no address.
    """
    if text.startswith("postgres://"):
        text = "postgresql://" + text.removeprefix("postgres://")
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise SettingsError(
            "The database address cannot be read: write it as postgresql://user:password@host:5432/database."
        ) from None
    if not url.database:
        raise SettingsError(f"The database address {shown(url)} names no database: add /anigen at its end.")
    return url.set(drivername=f"postgresql+{driver}" if driver else "postgresql")


def text_of(url: URL) -> str:
    """The address as text, with its password."""
    address, mark, parameters = url.render_as_string(hide_password=False).partition("?")
    # libpq refuses a bare space, e.g. in a password, and takes a + in a parameter for a plus sign.
    return address.replace(" ", "%20") + mark + parameters.replace("+", "%20")


def shown(url: URL) -> str:
    """The address for messages: server and database alone."""
    host = url.host or url.query.get("host") or "local socket"
    port = f":{url.port}" if url.port else ""
    return f"{host}{port}/{url.database or ''}"


class MissingDatabaseError(DatabaseUnavailableError):
    """The server answers, and has no such database."""

    permanent = True


def open_connection(url: URL, attempts: tuple[float, ...] = ATTEMPTS_SECONDS) -> psycopg.Connection:
    """A plain autocommit connection, tried for a bounded time.

    Raises:
        MissingDatabaseError: When the server has no such database.
        DatabaseUnavailableError: When the server does not let us in.
        SettingsError: When the address has a parameter that PostgreSQL does not know.
    """
    address = text_of(url.set(drivername="postgresql"))
    for pause in (*attempts, None):
        try:
            return psycopg.connect(
                address, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="anigen-setup"
            )
        except psycopg.ProgrammingError as error:
            raise SettingsError(
                f"The database address {shown(url)} is not understood: {_cause(url, error)}."
            ) from None
        except psycopg.OperationalError as error:
            if pause is None or not passing(error):
                raise unavailable(url, error) from None
        time.sleep(pause)
    raise AssertionError("the last attempt returns or raises")


@contextmanager
def exclusive_setup(address: str) -> Iterator[None]:
    """Lets one process at a time make the tables of a database that is not ours to migrate.

    Raises:
        DatabaseUnavailableError: The database does not answer.
        SettingsError: The address cannot be read.
    """
    with open_connection(parse_url(address, None)) as guard:
        guard.execute("SELECT pg_advisory_lock(%s)", (SETUP_LOCK,))
        yield


def open_or_create(url: URL) -> psycopg.Connection:
    """As `open_connection`, but makes the database first when it is missing and we may.

    Raises:
        SettingsError: When it is missing and may not be made.
    """
    try:
        return open_connection(url)
    except MissingDatabaseError:
        with open_connection(url.set(database="postgres")) as maintenance:
            create_database(maintenance, url, str(url.database), "")
        return open_connection(url)


def passing(error: BaseException | None) -> bool:
    """Whether trying to connect again can help; a wrong password or a missing database stays as it is."""
    words = str(error)
    return not any(
        w in words for w in ("password authentication failed", "does not exist", "no pg_hba.conf entry")
    )


def unavailable(url: URL, error: BaseException | None) -> TransientError:
    """The one sentence for a server that cannot be reached."""
    cause = _cause(url, error)
    if f'database "{url.database}" does not exist' in cause:
        return MissingDatabaseError(
            f"The server of {shown(url)} has no database of that name: create it there."
        )
    if "No space left on device" in cause:
        return DiskFullError(f"The disk of PostgreSQL at {shown(url)} is full: make room and try again.")
    return DatabaseUnavailableError(
        f"PostgreSQL at {shown(url)} cannot be reached ({cause}): check that it runs and that DATABASE_URL is right."
    )


def _cause(url: URL, error: BaseException | None) -> str:
    lines = [line.strip() for line in str(error).splitlines()]
    # libpq ends with a question to the reader, when it has one.
    told = [line for line in lines if line and not line.endswith("?")] or [type(error).__name__]
    cause = told[-1].rstrip(".")
    password = str(url.password or "")
    for written in filter(None, (password, quote(password, safe=""), quote(password, safe=" +"))):
        cause = cause.replace(written, "***")
    return cause


def check_version(connection: psycopg.Connection, url: URL) -> None:
    """Refuses servers that are too old.

    Raises:
        SettingsError: When the server is older than PostgreSQL 15.
    """
    version = connection.info.server_version // 10_000
    if version < OLDEST_MAJOR:
        raise SettingsError(
            f"PostgreSQL at {shown(url)} is version {version}: AniGen needs {OLDEST_MAJOR} or newer, upgrade it or "
            "unset DATABASE_URL to use the embedded one."
        )


def has_database(connection: psycopg.Connection, name: str) -> bool:
    """Whether the server has a database of this name."""
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone() is not None


def ensure_database(connection: psycopg.Connection, name: str) -> None:
    """Makes the database when it is missing; another process may do so at the same moment.

    Raises:
        psycopg.errors.InsufficientPrivilege: When the user may not make databases.
    """
    if has_database(connection, name):
        return
    with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def create_database(connection: psycopg.Connection, url: URL, name: str, otherwise: str) -> None:
    """As `ensure_database`, with a sentence for people.

    Args:
        connection: To any database of the server.
        url: The server's address, for the sentence.
        name: The database.
        otherwise: What else can be done, e.g. ` or set SOME_VARIABLE`.

    Raises:
        SettingsError: When it is missing and this user may not make it.
    """
    try:
        ensure_database(connection, name)
    except psycopg.errors.InsufficientPrivilege:
        raise SettingsError(
            f"The server of {shown(url)} has no database '{name}', and this user may not make it: "
            f"run CREATE DATABASE {name} there{otherwise}."
        ) from None
