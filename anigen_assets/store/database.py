"""The way into a database: a bounded pool, bounded waits, and units of work."""

from __future__ import annotations

from typing import Self

from anigen_assets.store.unit_of_work import UnitOfWork


class Database:
    """A connected database. Safe for threads; a forked child begins with an empty pool."""

    @classmethod
    def connect(cls, url: str, *, read_only: bool = False, application_name: str = "anigen") -> Self:
        """Connects, trying again for a bounded time.

        Raises:
            DatabaseUnavailableError: When the server does not answer; the sentence hides the password.
        """
        raise NotImplementedError

    def unit_of_work(self) -> UnitOfWork:
        """A new transaction: `with database.unit_of_work() as uow: ...; uow.commit()`."""
        raise NotImplementedError

    def dispose(self) -> None:
        """Closes all connections."""
        raise NotImplementedError
