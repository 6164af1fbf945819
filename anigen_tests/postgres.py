"""A real PostgreSQL for the tests: one server a session, one fresh database a test.

The server is the embedded one in a temporary folder, shared by all xdist workers and stopped by the last of them;
or the one that ANIGEN_TEST_DATABASE_URL names, whose user may create databases. A migrated template makes a fresh
database cheap.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from anigen_assets.store.embedded import EmbeddedPostgres
from anigen_assets.store.migrate import upgrade
from anigen_assets.store.roles import VIEWER_LOGIN
from anigen_assets.store.server import has_database, open_connection, parse_url, text_of

FOLDER_PREFIX = "anigen-tests-"
ABANDONED_SECONDS = 600
RUN_VARIABLE = "PYTEST_ANIGEN_RUN"
UNSAFE_AND_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "1GB",
}
TEMPLATE_LOCK = 20_260_101


@dataclass(frozen=True)
class TestServer:
    """A server whose databases tests may make and drop.

    Attributes:
        admin_url: Plain address of a database to connect to for that.
        embedded: Whether it is ours, with the viewer's login.
    """

    __test__ = False

    admin_url: str
    embedded: bool

    @property
    def template(self) -> str:
        """Name of this run's migrated template."""
        return f"anigen_template_{os.environ[RUN_VARIABLE]}"

    def url(self, database: str, user: str | None = None) -> str:
        """Plain address of a database."""
        address = parse_url(self.admin_url, None).set(database=database)
        return text_of(address.set(username=user) if user else address)

    def viewer_url(self, database_url: str) -> str:
        """The address with which the viewer reads a database."""
        name = parse_url(database_url, None).database or ""
        return self.url(name, VIEWER_LOGIN) if self.embedded else database_url

    def make_template(self) -> None:
        """Makes the template once, whichever worker comes first."""
        with self._admin() as admin:
            admin.execute("SELECT pg_advisory_lock(%s)", (TEMPLATE_LOCK,))
            if not has_database(admin, self.template):
                unfinished = f"{self.template}_unfinished"
                self.drop(unfinished)
                _create(admin, unfinished)
                upgrade(self.url(unfinished))
                rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
                admin.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(self.template)))

    @contextmanager
    def fresh(self, *, migrated: bool = True) -> Iterator[str]:
        """A database of its own for one test, dropped afterwards whoever is still connected."""
        name = f"anigen_test_{uuid.uuid4().hex[:16]}"
        with self._admin() as admin:
            _create(admin, name, self.template if migrated else None)
        try:
            yield self.url(name)
        finally:
            self.drop(name)

    def drop(self, name: str) -> None:
        """Drops a database if it is there."""
        with self._admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _admin(self) -> psycopg.Connection:
        return open_connection(parse_url(self.admin_url, None))


@contextmanager
def running_server() -> Iterator[TestServer]:
    """This run's server with its template."""
    named = os.environ.get("ANIGEN_TEST_DATABASE_URL")
    if named:
        server = TestServer(named, embedded=False)
        server.make_template()
        yield server
        return
    embedded = EmbeddedPostgres(run_folder(), UNSAFE_AND_FAST)
    embedded.start()
    try:
        server = TestServer(embedded.url("postgres", driver=None), embedded=True)
        server.make_template()
        yield server
    finally:
        embedded.stop()


def run_folder() -> Path:
    """Folder of this run's server. Not pytest's own: those are closed to the account that the server runs as."""
    return Path(tempfile.gettempdir()) / f"{FOLDER_PREFIX}{os.environ[RUN_VARIABLE]}"


def begin_run(shared_name: str | None) -> None:
    """Names the run, and clears away the servers of runs that were killed.

    Args:
        shared_name: What all workers of the run have in common, or None.
    """
    if RUN_VARIABLE in os.environ:
        return
    os.environ[RUN_VARIABLE] = (shared_name or uuid.uuid4().hex)[:12]  # xdist's workers inherit it
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*"):
        if time.time() - folder.stat().st_mtime > ABANDONED_SECONDS:
            _remove_unused(folder)


def end_run() -> None:
    """Leaves nothing behind; called once all workers are done."""
    named = os.environ.get("ANIGEN_TEST_DATABASE_URL")
    if named:
        server = TestServer(named, embedded=False)
        server.drop(server.template)
    if run_folder().exists():
        _remove_unused(run_folder())


def _remove_unused(folder: Path) -> None:
    server = EmbeddedPostgres(folder)
    server.stop()
    if not server.is_running():
        shutil.rmtree(folder, ignore_errors=True)


def _create(admin: psycopg.Connection, name: str, template: str | None = None) -> None:
    words = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        words += sql.SQL(" TEMPLATE {} STRATEGY FILE_COPY").format(sql.Identifier(template))
    for _ in range(50):
        try:
            admin.execute(words)
            return
        except psycopg.errors.ObjectInUse:  # somebody looks into the template at this very moment
            time.sleep(0.1)
    admin.execute(words)
