"""What every repository has: the session of its unit of work."""

from __future__ import annotations

from sqlalchemy.orm import Session


class Repository:
    """Base of all repositories."""

    def __init__(self, session: Session) -> None:
        self._session = session
