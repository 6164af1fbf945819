"""The generation log: what happened to which hour and scene, for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select

from anigen_assets.store.faults import refuse_nul
from anigen_assets.store.levels import levels_from
from anigen_assets.store.records import LogRecord, LogToAdd
from anigen_assets.store.repositories.base import Repository
from anigen_assets.store.tables.production import GenerationLog

MESSAGE_CHARACTERS = 4000
"""A longer message is cut: the whole of it is in Dagster's log."""

KEPT_LINES = 1000
"""Lines below WARNING that stay, those of the newest hundred hours; warnings and errors stay for ever."""
PRUNE_EVERY = 250


class LogRepository(Repository):
    """Adds and reads log lines. Looks after its own size: the log does not grow with the series."""

    def add_many(self, lines: Iterable[LogToAdd]) -> None:
        """Adds lines in order; every so often forgets the oldest ones below WARNING."""
        for line in lines:
            log_id = self._session.scalar(
                insert(GenerationLog).values(_columns(line)).returning(GenerationLog.log_id)
            )
            if log_id is not None and log_id % PRUNE_EVERY == 0:
                self.prune(line.series_id, KEPT_LINES)

    def recent(
        self, series_id: str, limit: int = 100, level: str | None = None, number: int | None = None
    ) -> list[LogRecord]:
        """Newest first; `level` is the least severe one to show."""
        statement = select(GenerationLog).where(GenerationLog.series_id == series_id)
        if level is not None:
            statement = statement.where(GenerationLog.level.in_(levels_from(level)))
        if number is not None:
            statement = statement.where(GenerationLog.number == number)
        rows = self._rows(statement.order_by(GenerationLog.log_id.desc()).limit(limit))
        return [_record(row) for row in rows]

    def prune(self, series_id: str, keep: int) -> int:
        """Forgets all but the newest `keep` lines below WARNING and returns how many were forgotten."""
        mine = (GenerationLog.series_id == series_id, GenerationLog.level.in_(("DEBUG", "INFO")))
        oldest = (
            select(GenerationLog.log_id)
            .where(*mine)
            .order_by(GenerationLog.log_id.desc())
            .offset(keep)
            .limit(1)
        )
        bound = self._session.scalar(oldest)
        if bound is None:
            return 0
        gone = (
            delete(GenerationLog).where(*mine, GenerationLog.log_id <= bound).returning(GenerationLog.log_id)
        )
        counted = gone.cte("gone")
        return int(self._session.scalar(select(func.count()).select_from(counted)) or 0)


def _columns(line: LogToAdd) -> dict[str, object]:
    message = line.message.replace("\x00", "\\0")[:MESSAGE_CHARACTERS]  # a log line is never refused
    refuse_nul(dict(line.fields), "A log line's fields")
    return {
        "series_id": line.series_id,
        "at": line.at,
        "number": line.number,
        "slot": line.slot,
        "level": line.level.upper(),
        "component": line.component,
        "message": message,
        "fields": dict(line.fields) or None,
    }


def _record(row: GenerationLog) -> LogRecord:
    line = LogToAdd(
        series_id=row.series_id,
        at=row.at,
        level=row.level,
        component=row.component,
        message=row.message,
        number=row.number,
        slot=row.slot,
        fields=row.fields or {},
    )
    return LogRecord(row.log_id, line)
