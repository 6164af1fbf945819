"""The way into a database: a bounded pool, bounded waits, units of work, and locks that outlast a transaction."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session, sessionmaker

from anigen_assets.errors import TransientError
from anigen_assets.store.connections import setup_reader, setup_writer
from anigen_assets.store.faults import translated
from anigen_assets.store.server import (
    ATTEMPTS_SECONDS,
    CONNECT_SECONDS,
    parse_url,
    passing,
    shown,
    text_of,
    unavailable,
)
from anigen_assets.store.unit_of_work import UnitOfWork, lock_key

POOL_SIZE, POOL_OVERFLOW, POOL_WAIT_SECONDS = 5, 15, 30
HOLD_WAIT_SECONDS = 900.0
HOLD_POLL_SECONDS = 0.1

T = TypeVar("T")
_engines: weakref.WeakSet[Engine] = weakref.WeakSet()


class Database:
    """A connected database. Safe for threads; a forked child begins with an empty pool."""

    def __init__(self, engine: Engine, attempts_seconds: tuple[float, ...] = ATTEMPTS_SECONDS) -> None:
        self._engine = engine
        self._attempts_seconds = attempts_seconds
        self._sessions = sessionmaker(engine, autoflush=False, expire_on_commit=False)
        self.where = shown(engine.url)

    @classmethod
    def connect(
        cls,
        url: str,
        *,
        read_only: bool = False,
        application_name: str = "anigen",
        attempts_seconds: tuple[float, ...] = ATTEMPTS_SECONDS,
    ) -> Self:
        """Connects, trying again for a bounded time.

        Args:
            url: As `DatabaseUrls` has it.
            read_only: Every transaction only reads, 5 s a statement at most, as the viewer's role when we may.
            application_name: Shown by the server.
            attempts_seconds: Pauses between attempts to connect, now and later; short where a person waits.

        Raises:
            DatabaseUnavailableError: When the server does not answer; the sentence hides the password.
        """
        engine = create_engine(
            text_of(parse_url(url, "psycopg")),
            pool_size=POOL_SIZE,
            max_overflow=POOL_OVERFLOW,
            pool_timeout=POOL_WAIT_SECONDS,
            pool_pre_ping=True,
            pool_recycle=1800,
            connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": application_name},
        )
        event.listen(engine, "connect", setup_reader if read_only else setup_writer)
        _engines.add(engine)
        database = cls(engine, attempts_seconds)
        database._patiently(engine.connect).close()
        return database

    def unit_of_work(self) -> UnitOfWork:
        """A new transaction: `with database.unit_of_work() as uow: ...; uow.commit()`."""
        return UnitOfWork(lambda: self._patiently(self._session), self.where)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection for reading, outside any unit of work.

        Raises:
            DatabaseUnavailableError: When the server does not answer.
        """
        with self._patiently(self._engine.connect) as connection, self._in_our_words():
            yield connection

    @contextmanager
    def hold(self, series_id: str, purpose: str, wait_seconds: float = HOLD_WAIT_SECONDS) -> Iterator[None]:
        """Holds a lock of the series while no transaction is open, e.g. around rendering.

        It is the same lock as `UnitOfWork.lock_series` takes for a purpose: do not take both in one process. It
        belongs to a connection of its own and is gone with this process, however that ends.

        Raises:
            TransientError: When another process holds it for longer than the bounded wait.
        """
        number = {"key": lock_key(series_id, purpose)}
        with self._patiently(self._engine.connect) as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            deadline = time.monotonic() + wait_seconds
            while not self._locked(connection, number):
                if time.monotonic() > deadline:
                    raise TransientError(
                        f"Another process has been at '{purpose}' of '{series_id}' for {wait_seconds:.0f} s: "
                        "wait for it, or stop it, and try again."
                    )
                time.sleep(HOLD_POLL_SECONDS)
            try:
                yield
            finally:
                with suppress(DBAPIError):  # a lost connection has lost its locks as well
                    connection.execute(text("SELECT pg_advisory_unlock(:key)"), number)

    def dispose(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def _session(self) -> Session:
        session = self._sessions()
        try:
            session.connection()
        except BaseException:
            session.close()
            raise
        return session

    def _locked(self, connection: Connection, number: dict[str, int]) -> bool:
        with self._in_our_words():
            return bool(connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), number))

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            known = translated(error, self.where)
            if known is None:
                raise
            raise known from error

    def _patiently(self, action: Callable[[], T]) -> T:
        for pause in (*self._attempts_seconds, None):
            try:
                return action()
            except (DBAPIError, PoolTimeoutError) as error:
                known = translated(error, self.where)
                if known is None:
                    raise
                cause = error.orig if isinstance(error, DBAPIError) else error
                if isinstance(cause, PoolTimeoutError):
                    raise known from None
                if pause is None or not passing(cause):
                    raise unavailable(self._engine.url, cause) from None
                time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")


def _forget_inherited() -> None:
    # A child that used its parent's sockets would garble both conversations.
    for engine in list(_engines):
        engine.dispose(close=False)


os.register_at_fork(after_in_child=_forget_inherited)
