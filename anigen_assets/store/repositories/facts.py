"""The facts' table: what holds at an hour, what a key ever was, and how a link's facts are put in.

Each key's facts follow each other without a gap in story time. A new fact for hour n takes over from the fact that
holds at n, up to where that one ended; facts of later hours stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, literal_column, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from anigen_assets.store.records import HistoricFact
from anigen_assets.store.tables.canon import CanonFact
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Change, Effect, Key

FACT_COLUMNS = (
    CanonFact.subject,
    CanonFact.attribute,
    CanonFact.value,
    CanonFact.valid_from,
    CanonFact.scene,
)

PREDECESSORS = text(
    """
SELECT k.subject, k.attribute, held.position, held.value, held.valid_from, held.valid_to, held.scene,
    CASE WHEN held.position IS NULL THEN (
        SELECT min(later.valid_from) FROM canon_facts later
        WHERE later.series_id = :series AND later.subject = k.subject AND later.attribute = k.attribute
            AND later.valid_from > :number AND later.valid_to IS DISTINCT FROM later.valid_from
    ) END AS next_from
FROM unnest(CAST(:subjects AS text[]), CAST(:attributes AS text[])) AS k (subject, attribute)
LEFT JOIN LATERAL (
    SELECT f.position, f.value, f.valid_from, f.valid_to, f.scene FROM canon_facts f
    WHERE f.series_id = :series AND f.subject = k.subject AND f.attribute = k.attribute
        AND f.valid_from <= :number AND (f.valid_to IS NULL OR f.valid_to > :number)
    ORDER BY f.position DESC LIMIT 1
) held ON true
"""
)
END_VALIDITY = text(
    """
UPDATE canon_facts SET valid_to = :number
FROM unnest(CAST(:subjects AS text[]), CAST(:attributes AS text[]), CAST(:positions AS integer[]))
    AS k (subject, attribute, position)
WHERE canon_facts.series_id = :series AND canon_facts.subject = k.subject AND canon_facts.attribute = k.attribute
    AND canon_facts.position = k.position
"""
)


@dataclass(frozen=True)
class Moved:
    """What putting a link's facts in did to the facts that stand."""

    begun: tuple[Fact, ...]
    ended: tuple[Fact, ...]


def last_effects(changes: Iterable[tuple[int, Change]]) -> dict[Key, tuple[int, Effect]]:
    """What a link leaves behind: the last effect on each key, with its scene."""
    return {Key(e.subject, e.attribute): (scene, e) for scene, change in changes for e in change.effects()}


def put_facts(
    session: Session, series_id: str, position: int, number: int, effects: Mapping[Key, tuple[int, Effect]]
) -> Moved:
    """Puts a link's facts in as they hold from hour `number`."""
    if not effects:
        return Moved((), ())
    keys = list(effects)
    asked = {
        "series": series_id,
        "number": number,
        "subjects": [k.subject for k in keys],
        "attributes": [k.attribute for k in keys],
    }
    begun: list[Fact] = []
    ended: list[Fact] = []
    rows: list[dict[str, object]] = []
    closed: list[tuple[str, str, int]] = []
    for held in session.execute(PREDECESSORS, asked):
        scene, effect = effects[Key(held.subject, held.attribute)]
        valid_to = held.next_from
        if held.position is not None:
            valid_to = held.valid_to
            closed.append((held.subject, held.attribute, held.position))
            if held.valid_to is None:
                ended.append(Fact(held.subject, held.attribute, held.value, held.valid_from, held.scene))
        fact = Fact(effect.subject, effect.attribute, effect.value, number, scene)
        if valid_to is None:
            begun.append(fact)
        rows.append(_row(series_id, position, fact, valid_to))
    if closed:
        subjects, attributes, positions = (list(column) for column in zip(*closed, strict=True))
        ending = {"subjects": subjects, "attributes": attributes, "positions": positions}
        session.execute(END_VALIDITY, {"series": series_id, "number": number, **ending})
    session.execute(insert(CanonFact), rows)
    return Moved(tuple(begun), tuple(ended))


def standing_facts(session: Session, series_id: str, *more: ColumnElement[bool]) -> list[Fact]:
    """Facts that stand, all or those that fulfil more conditions."""
    statement = select(*FACT_COLUMNS).where(
        CanonFact.series_id == series_id, CanonFact.valid_to.is_(None), *more
    )
    return [Fact(*row) for row in session.execute(statement)]


def state_as_of(session: Session, series_id: str, number: int) -> CanonState:
    """Facts whose validity contains an hour: one look into the index over validities."""
    validity = func.int4range(CanonFact.valid_from, CanonFact.valid_to)
    contains = validity.op("@>")(literal_column(str(int(number))))
    statement = select(*FACT_COLUMNS).where(CanonFact.series_id == series_id, contains)
    return CanonState.of(Fact(*row) for row in session.execute(statement))


def fact_history(session: Session, series_id: str, subject: str, attribute: str) -> list[HistoricFact]:
    """All values of a key, by story time, then in order of retirement."""
    statement = (
        select(*FACT_COLUMNS[:4], CanonFact.valid_to, CanonFact.scene, CanonFact.position)
        .where(
            CanonFact.series_id == series_id, CanonFact.subject == subject, CanonFact.attribute == attribute
        )
        .order_by(CanonFact.valid_from, CanonFact.position)
    )
    return [HistoricFact(*row) for row in session.execute(statement)]


def _row(series_id: str, position: int, fact: Fact, valid_to: int | None) -> dict[str, object]:
    return {
        "series_id": series_id,
        "subject": fact.subject,
        "attribute": fact.attribute,
        "position": position,
        "valid_from": fact.number,
        "valid_to": valid_to,
        "scene": fact.scene,
        "value": fact.value,
    }
