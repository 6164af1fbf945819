"""Keeps `characters` and `plot_threads` as canon stands, for lists that need no facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from anigen_assets.store.repositories.facts import standing_facts_of
from anigen_assets.store.tables.canon import Character, PlotThread
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Key

Table = type[Character] | type[PlotThread]
NEEDED = ("kind", "name", "role", "status", "title", "beat", "due_number")


def refresh(session: Session, series_id: str, subjects: Iterable[str], number: int) -> None:
    """Writes the rows of those subjects that are characters or threads.

    Args:
        session: The unit of work's.
        series_id: The series.
        subjects: Whose facts a link has set.
        number: The link's episode.
    """
    wanted = sorted({s for s in subjects if not s.startswith("event:")})
    if not wanted:
        return
    keys = [Key(subject, attribute) for subject in wanted for attribute in NEEDED]
    state = CanonState.of(standing_facts_of(session, series_id, keys))
    for table, _, own in rows_of(state, wanted):
        _upsert(session, table, own, series_id, number)


def rows_of(state: CanonState, subjects: Iterable[str]) -> Iterator[tuple[Table, str, dict[str, object]]]:
    """Table, subject and row (without series and `changed_number`) of the subjects that have one."""
    for subject in subjects:
        kind = state.kind(subject)
        if kind == "character":
            yield Character, subject, _character(state, subject)
        elif kind == "thread":
            yield PlotThread, subject, _thread(state, subject)


def _character(state: CanonState, subject: str) -> dict[str, object]:
    return {
        "character_id": subject,
        "name": state.value(subject, "name"),
        "role": state.value(subject, "role"),
        "status": state.value(subject, "status"),
        "since_number": state.facts[subject]["kind"].number,
    }


def _thread(state: CanonState, subject: str) -> dict[str, object]:
    return {
        "thread_id": subject.removeprefix("thread:"),
        "title": state.value(subject, "title"),
        "status": state.value(subject, "status"),
        "beat": int(state.value(subject, "beat", "0")),
        "opened_number": state.facts[subject]["kind"].number,
        "due_number": int(state.value(subject, "due_number", "0")),
    }


def _upsert(
    session: Session,
    table: Table,
    own: dict[str, object],
    series_id: str,
    number: int,
) -> None:
    statement = insert(table).values(series_id=series_id, changed_number=number, **own)
    changed = {**own, "changed_number": number}
    session.execute(statement.on_conflict_do_update(constraint=f"pk_{table.__tablename__}", set_=changed))
