"""What every repository has: the session of its unit of work, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Executable, Select
from sqlalchemy.orm import Session

T = TypeVar("T")


class Repository:
    """Base of all repositories."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _rows(self, statement: Select[T]) -> Sequence[T]:
        # Always as the database has them: statements of this unit may have changed rows behind the session's back.
        return self._session.scalars(statement, execution_options={"populate_existing": True}).all()

    def _row(self, statement: Select[T]) -> T | None:
        return self._session.scalars(statement, execution_options={"populate_existing": True}).one_or_none()

    def _do(self, statement: Executable, parameters: Any = None) -> None:
        self._session.execute(statement, parameters)
