"""Verification of what is kept beside canon: `characters` and `plot_threads` are what facts and scenes say."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import and_, func, or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from anigen_assets.store.records import ChainFault
from anigen_assets.store.repositories.fact_replay import FactReplay
from anigen_assets.store.repositories.people_and_threads import Table, rows_of
from anigen_assets.store.tables.canon import CanonSnapshot, Character, PlotThread
from anigen_assets.store.tables.episodes import Episode, Scene

IDS: dict[Table, str] = {Character: "character_id", PlotThread: "thread_id"}
"""Tables and the column that names an entry."""


def derived_fault(session: Session, series_id: str, replay: FactReplay) -> ChainFault | None:
    """The first row, by table and id, that is not what the replayed facts give; None when all are."""
    state = replay.standing_state()
    touched = {subject: link for subject, link in replay.touched.items() if not subject.startswith("event:")}
    seen = _last_seen(session, series_id)
    for table, name in IDS.items():
        columns = [c for c in table.__table__.columns if c.name != "series_id"]
        rows = session.execute(select(*columns).where(table.series_id == series_id)).mappings()
        stored = {str(row[name]): dict(row) for row in rows}
        wanted: dict[str, dict[str, object]] = {}
        links: dict[str, int] = {}
        for kind, subject, row in rows_of(state, sorted(touched)):
            if kind is table:
                entry = str(row[name])
                links[entry], number = touched[subject]
                wanted[entry] = {**row, "changed_number": number}
                if table is Character:
                    wanted[entry]["seen_number"] = seen.get(entry)
        found = _first_difference(stored, wanted)
        if found is not None:
            entry, sentence = found
            return ChainFault(
                table.__tablename__, links.get(entry, 0), 0, f"{table.__tablename__}: {sentence}."
            )
    return None


def hours_fault(session: Session, series_id: str) -> ChainFault | None:
    """The first hour that does not know its newest link, or stands otherwise than that link says."""
    telling = (CanonSnapshot.series_id == series_id, CanonSnapshot.kind.in_(("episode", "filler", "skip")))
    newest = (
        select(CanonSnapshot.number, CanonSnapshot.position, CanonSnapshot.kind, CanonSnapshot.take)
        .where(*telling)
        .ext(distinct_on(CanonSnapshot.number))
        .order_by(CanonSnapshot.number, CanonSnapshot.position.desc())
        .subquery()
    )
    told = func.coalesce(newest.c.kind, "none").in_(("episode", "filler"))
    otherwise = or_(
        Episode.link.is_distinct_from(newest.c.position),
        Episode.take != newest.c.take,
        Episode.filler != (newest.c.kind == "filler"),
    )
    wrong = or_(
        and_(told, otherwise),
        (Episode.state == "retired") != told,
        Episode.number.is_(None),
    )
    row = session.execute(
        select(
            func.coalesce(Episode.number, newest.c.number).label("number"), Episode.state, newest.c.position
        )
        .select_from(Episode)
        .join(newest, and_(newest.c.number == Episode.number, Episode.series_id == series_id), full=True)
        .where(or_(Episode.series_id == series_id, Episode.series_id.is_(None)), wrong)
        .order_by("number")
        .limit(1)
    ).first()
    if row is None:
        return None
    stands, link = (
        row.state or "not on record",
        f"link {row.position}" if row.position else "no link of the chain",
    )
    sentence = f"Episode {row.number} is {stands}, and {link} has made that of it."
    return ChainFault("episodes", row.position or 0, row.number, sentence)


def _link(position: int | None) -> str:
    return "the chain, which has no link for it," if position is None else f"link {position}"


def _last_seen(session: Session, series_id: str) -> dict[str, int]:
    """The newest episode that is canon and has a character in one of its casts, by id."""
    of_scene = and_(Episode.series_id == Scene.series_id, Episode.number == Scene.number)
    who = func.unnest(func.string_to_array(Scene.cast, ",")).label("who")
    told = (Scene.series_id == series_id, Episode.state == "retired")
    shown = select(Scene.number, who).join(Episode, of_scene).where(*told).subquery()
    newest = func.max(shown.c.number).label("number")
    rows = session.execute(select(shown.c.who, newest).group_by(shown.c.who))
    return {row.who: row.number for row in rows}


def _first_difference(
    stored: dict[str, dict[str, object]], wanted: dict[str, dict[str, object]]
) -> tuple[str, str] | None:
    for entry in sorted({*stored, *wanted}):
        if entry not in wanted:
            return entry, f"'{entry}' is stored, and canon knows no such entry"
        if entry not in stored:
            return entry, f"'{entry}' is missing"
        said = list(_differing(stored[entry], wanted[entry]))
        if said:
            return entry, f"{' and '.join(said)} of '{entry}' differ from canon"
    return None


def _differing(stored: dict[str, object], wanted: dict[str, object]) -> Iterable[str]:
    return (
        f"{name} ({stored[name]!r}, not {wanted[name]!r})" for name in wanted if stored[name] != wanted[name]
    )
