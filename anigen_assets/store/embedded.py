"""The embedded PostgreSQL, shared by all our processes, and which databases the settings mean."""

from __future__ import annotations

import atexit
import errno
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sqlalchemy.engine import URL

from anigen_assets.errors import DatabaseUnavailableError, DiskFullError
from anigen_assets.settings import Settings
from anigen_assets.store.cluster import Cluster, Running
from anigen_assets.store.owners import Owners
from anigen_assets.store.records import DatabaseUrls
from anigen_assets.store.roles import VIEWER_LOGIN, ensure_group_roles, ensure_viewer_login
from anigen_assets.store.server import (
    check_version,
    create_database,
    ensure_database,
    open_connection,
    open_or_create,
    parse_url,
    text_of,
)

__all__ = ["DatabaseUrls", "EmbeddedPostgres", "resolve_urls"]

Driver = Literal["psycopg", "psycopg2"]
ANIGEN, DAGSTER = "anigen", "dagster"


class EmbeddedPostgres:
    """The server under a home folder.

    A process that starts it is on the list of its users until it stops or ends. When a user is killed the server
    lives on, and the next start takes it over; when the server is killed or the power fails, the next start
    recovers what was committed. The last user that ends stops it.
    """

    def __init__(self, home: Path, options: Mapping[str, str] | None = None) -> None:
        """Names the server; nothing is touched before `start`.

        Args:
            home: `ANIGEN_HOME`.
            options: More settings for postgresql.conf, e.g. `{"fsync": "off"}` in tests.
        """
        self.home = home.expanduser().resolve()
        self._root = self.home / "postgres"
        self._cluster = Cluster(self._root, options or {})
        self._owners = Owners(self._root / "owners")
        self._running: Running | None = None

    def start(self) -> None:
        """Makes sure the server runs and its databases exist. Idempotent; any number of processes may call it.

        Raises:
            DatabaseUnavailableError: When it cannot be made or does not start.
        """
        with self._locked():
            self._owners.add(os.getpid())
            self._running = self._cluster.running()
            if self._running is None:
                self._owners.remove_keeper()
                self._running = self._cluster.start()
            try:
                with open_connection(self._address("postgres")) as connection:
                    ensure_group_roles(connection)
                    ensure_viewer_login(connection)
                    for name in (ANIGEN, DAGSTER):
                        ensure_database(connection, name)
            except DiskFullError:
                raise DiskFullError(
                    f"The disk of the embedded database under {self._root} is full: make room and try again."
                ) from None
        atexit.register(self.stop)

    def url(self, database: str = ANIGEN, driver: Driver | None = "psycopg", user: str = "postgres") -> str:
        """SQLAlchemy address of a database; driver None gives a plain one, as psql reads it.

        Raises:
            DatabaseUnavailableError: When the server does not run.
        """
        address = self._address(database).set(username=user)
        return text_of(address.set(drivername=f"postgresql+{driver}" if driver else "postgresql"))

    def keep(self) -> None:
        """Lets the server run on when nobody uses it any more, until `let_go`, `stop(if_unused=False)` or a boot."""
        with self._locked():
            self._owners.add_keeper()

    def let_go(self) -> None:
        """Ends `keep`: the server stops with its last user, at once when there is none."""
        if not self._root.exists():
            return
        with self._locked():
            self._owners.remove_keeper()
        self.stop()

    @property
    def programs(self) -> Path:
        """Folder of the programs that fit the server: psql, pg_dump, pg_restore."""
        return self._cluster.programs

    def is_meant_by(self, address: str) -> bool:
        """Whether an address, as `anigen env` exports it, is this server's."""
        host = parse_url(address, None).query.get("host")
        return isinstance(host, str) and Path(host) == self._cluster.sockets

    def is_running(self) -> bool:
        """Whether the server answers, whoever started it."""
        return self._cluster.running() is not None

    def stop(self, if_unused: bool = True) -> None:
        """Lets go of the server, and stops it unless another live process uses it.

        Args:
            if_unused: False stops it whoever uses it.
        """
        atexit.unregister(self.stop)
        if not self._root.exists():
            return
        with self._locked():
            self._owners.remove(os.getpid())
            if not if_unused or not (self._owners.alive() or self._owners.has_keeper()):
                self._owners.remove_keeper()
                self._cluster.stop()
        self._running = None

    def _address(self, database: str) -> URL:
        if self._running is None:
            self._running = self._cluster.running()
        if self._running is None:
            raise DatabaseUnavailableError(
                f"The embedded database under {self._root} does not run: start it first."
            )
        query = {"host": str(self._running.sockets)}
        return URL.create("postgresql", username="postgres", database=database, query=query)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._root / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFullError(
                    f"There is no room on the disk for {self._root}: free some space and try again."
                ) from None
            raise DatabaseUnavailableError(
                f"The embedded database cannot be kept under {self._root} ({error.strerror}): "
                "set ANIGEN_HOME to a folder that you can write to."
            ) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)  # a killed holder loses it with its process
            yield
        finally:
            os.close(handle)


def resolve_urls(settings: Settings) -> DatabaseUrls:
    """Addresses of all databases; starts the embedded server when no server is named.

    Raises:
        DatabaseUnavailableError: When the named server does not answer.
        SettingsError: When it is older than PostgreSQL 15, or a database is missing and cannot be made.
    """
    server = EmbeddedPostgres(settings.home_path)
    if settings.database_url is None or server.is_meant_by(settings.database_url):
        server.start()
        return DatabaseUrls(
            anigen=server.url(ANIGEN),
            dagster_psycopg2=_dagster_url(settings, server.url(DAGSTER, driver="psycopg2")),
            viewer=server.url(ANIGEN, user=VIEWER_LOGIN),
            embedded=True,
        )
    ours = parse_url(settings.database_url, "psycopg")
    dagster = _dagster_url(settings, text_of(ours.set(database=DAGSTER, drivername="postgresql+psycopg2")))
    with open_or_create(ours) as connection:
        check_version(connection, ours)
        if settings.dagster_database_url is None:
            create_database(connection, ours, DAGSTER, " or set ANIGEN_DAGSTER_DATABASE_URL")
    viewer = parse_url(settings.viewer_database_url, "psycopg") if settings.viewer_database_url else ours
    return DatabaseUrls(text_of(ours), dagster, text_of(viewer), embedded=False)


def _dagster_url(settings: Settings, default: str) -> str:
    return text_of(parse_url(settings.dagster_database_url or default, "psycopg2"))
