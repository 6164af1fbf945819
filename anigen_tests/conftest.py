"""Fixtures for all tests: a database of one's own, and no network but the loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_socket import socket_allow_hosts

from anigen_assets.store.database import Database
from anigen_tests.postgres import TestServer, begin_run, end_run, running_server

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_configure(config: pytest.Config) -> None:
    begin_run(getattr(config, "workerinput", {}).get("testrunuid"))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        end_run()


def pytest_runtest_setup(item: pytest.Item) -> None:
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[TestServer]:
    """The session's PostgreSQL server, the same for all workers."""
    with running_server() as server:
        yield server


@pytest.fixture
def database_url(postgres_server: TestServer) -> Iterator[str]:
    """Address of a fresh database with the newest schema."""
    with postgres_server.fresh() as url:
        yield url


@pytest.fixture
def other_database_url(postgres_server: TestServer) -> Iterator[str]:
    """Address of a second fresh database, to compare with the first."""
    with postgres_server.fresh() as url:
        yield url


@pytest.fixture
def empty_database_url(postgres_server: TestServer) -> Iterator[str]:
    """Address of a fresh database without any table."""
    with postgres_server.fresh(migrated=False) as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database with the newest schema, connected."""
    connected = Database.connect(database_url, application_name="anigen-test")
    yield connected
    connected.dispose()


@pytest.fixture
def viewer_database(postgres_server: TestServer, database_url: str) -> Iterator[Database]:
    """The same database as the viewer reads it."""
    connected = Database.connect(postgres_server.viewer_url(database_url), read_only=True)
    yield connected
    connected.dispose()
