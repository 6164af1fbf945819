"""The facts' table: what holds at an hour, what a key ever was, and how a link's facts are put in.

Each key's facts follow each other without a gap in story time. A new fact for hour n takes over from the fact that
holds at n, up to where that one ended; facts of later hours stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, text, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from anigen_assets.store.records import HistoricFact
from anigen_assets.store.tables.canon import REACHES, CanonFact
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Change, Effect, Key

FACT_COLUMNS = (
    CanonFact.subject,
    CanonFact.attribute,
    CanonFact.value,
    CanonFact.valid_from,
    CanonFact.scene,
)

_OF_KEY = """
fact_key({table}.series_id, {table}.subject, {table}.attribute) = k.hash
    AND {table}.series_id = :series AND {table}.subject = k.subject AND {table}.attribute = k.attribute
"""
_KEYS = """
(SELECT *, fact_key(CAST(:series AS text), subject, attribute) AS hash
    FROM unnest(CAST(:subjects AS text[]), CAST(:attributes AS text[]), CAST(:positions AS integer[]))
        AS asked (subject, attribute, position)) AS k
"""
_HASH = "fact_key({table}.series_id, {table}.subject, {table}.attribute)"
_ENDED = f"""
    SELECT f.position, f.value, f.valid_from, f.valid_to, f.scene FROM canon_facts f
    WHERE standing.{{missing}} AND {_HASH.format(table="f")} = {{key}}
        AND f.valid_from <= :number AND f.valid_to > f.valid_from
    ORDER BY f.valid_from DESC LIMIT 1
"""
"""Without gaps between a key's facts, the newest that begins up to an hour, and is not empty, holds at it: one step in
the index. The planner only takes it when asked no more than that; and no two keys have one hash, since every key has
a fact that stands, and of those the hashes are unique."""
HELD = text(
    f"""
SELECT k.subject, k.attribute, held.position, held.value, held.valid_from, held.valid_to, held.scene,
    CASE WHEN held.position IS NULL THEN LEAST(
        (SELECT later.valid_from FROM canon_facts later
         WHERE {_HASH.format(table="later")} = k.hash AND later.valid_from > :number
            AND later.valid_to > later.valid_from
         ORDER BY later.valid_from LIMIT 1),
        (SELECT later.valid_from FROM canon_facts later
         WHERE {_OF_KEY.format(table="later")} AND later.valid_from > :number AND later.valid_to IS NULL)
    ) END AS next_from
FROM {_KEYS}
LEFT JOIN canon_facts standing ON {_OF_KEY.format(table="standing")}
    AND standing.valid_to IS NULL AND standing.valid_from <= :number
LEFT JOIN LATERAL (
    SELECT standing.position, standing.value, standing.valid_from, standing.valid_to, standing.scene
    WHERE standing.position IS NOT NULL
    UNION ALL ({_ENDED.format(missing="position IS NULL", key="k.hash")})
) held ON true
"""
)
"""For each key the fact that holds at an hour, or else from when a later one does."""
OF_SUBJECT = text(
    f"""
SELECT standing.attribute, held.position, held.value, held.valid_from, held.valid_to, held.scene
FROM canon_facts standing
CROSS JOIN LATERAL (
    SELECT standing.position, standing.value, standing.valid_from, standing.valid_to, standing.scene
    WHERE standing.valid_from <= :number
    UNION ALL ({_ENDED.format(missing="valid_from > :number", key=_HASH.format(table="standing"))})
) held
WHERE fact_key(standing.series_id, standing.subject, standing.attribute)
        BETWEEN subject_key(:series, :subject) AND subject_key(:series, :subject) | 1099511627775
    AND standing.series_id = :series AND standing.subject = :subject AND standing.valid_to IS NULL
ORDER BY standing.attribute
"""
)
"""All that holds of a subject at an hour: every key ever set has a fact that stands, and from there it is one step."""
STANDING = text(
    f"""
SELECT k.subject, k.attribute, f.value, f.valid_from, f.scene FROM {_KEYS}
JOIN canon_facts f ON {_OF_KEY.format(table="f")} AND f.valid_to IS NULL
"""
)
END_VALIDITY = text(
    f"""
UPDATE canon_facts SET valid_to = :number FROM {_KEYS}
WHERE {_OF_KEY.format(table="canon_facts")} AND canon_facts.position = k.position
"""
)
AS_OF = text(
    "\nUNION ALL\n".join(
        f"""
SELECT subject, attribute, value, valid_from, scene FROM canon_facts
WHERE series_id = :series AND validity_reach(valid_from, valid_to) = {reach}
    AND valid_from > :number - {reach} AND valid_from <= :number AND (valid_to IS NULL OR valid_to > :number)
"""
        for reach in REACHES
    )
)
"""What holds at an hour: one short stretch of the index for each class of reach, so that superseded facts cost little.

The classes are written out: with them as constants the planner knows how short each stretch is.
"""
AS_OF_SOME = text(f"SELECT * FROM ({AS_OF.text}) AS held WHERE attribute = ANY(CAST(:attributes AS text[]))")


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
    begun: list[Fact] = []
    ended: list[Fact] = []
    rows: list[dict[str, object]] = []
    closed: list[tuple[Key, int]] = []
    for held in session.execute(HELD, _asked(series_id, list(effects), number)):
        scene, effect = effects[Key(held.subject, held.attribute)]
        valid_to = held.next_from
        if held.position is not None:
            valid_to = held.valid_to
            closed.append((Key(held.subject, held.attribute), held.position))
            if held.valid_to is None:
                ended.append(Fact(held.subject, held.attribute, held.value, held.valid_from, held.scene))
        fact = Fact(effect.subject, effect.attribute, effect.value, number, scene)
        if valid_to is None:
            begun.append(fact)
        rows.append(_row(series_id, position, fact, valid_to))
    if closed:
        keys, positions = [key for key, _ in closed], [position for _, position in closed]
        session.execute(END_VALIDITY, {**_asked(series_id, keys, number), "positions": positions})
    session.execute(insert(CanonFact), rows)
    return Moved(tuple(begun), tuple(ended))


def standing_facts(session: Session, series_id: str) -> list[Fact]:
    """All facts that stand."""
    stands = func.validity_reach(CanonFact.valid_from, CanonFact.valid_to) == REACHES[-1]
    statement = select(*FACT_COLUMNS).where(
        CanonFact.series_id == series_id, stands, CanonFact.valid_to.is_(None)
    )
    return [Fact(*row) for row in session.execute(statement)]


def standing_facts_of(session: Session, series_id: str, keys: Iterable[Key]) -> list[Fact]:
    """Those facts of some keys that stand."""
    rows = session.execute(STANDING, _asked(series_id, list(keys), 0))
    return [Fact(*row) for row in rows]


def held_facts(session: Session, series_id: str, keys: Iterable[Key], number: int) -> list[HistoricFact]:
    """Those facts of some keys that hold at an hour, in story time; costs the same however long the series is."""
    rows = session.execute(HELD, _asked(series_id, list(keys), number))
    return [
        HistoricFact(r.subject, r.attribute, r.value, r.valid_from, r.valid_to, r.scene, r.position)
        for r in rows
        if r.position is not None
    ]


def facts_of_subject(session: Session, series_id: str, subject: str, number: int) -> list[HistoricFact]:
    """All that holds of a subject at an hour, by attribute; costs the same however long the series is."""
    rows = session.execute(OF_SUBJECT, {"series": series_id, "subject": subject, "number": number})
    return [
        HistoricFact(subject, r.attribute, r.value, r.valid_from, r.valid_to, r.scene, r.position)
        for r in rows
    ]


def state_as_of(
    session: Session, series_id: str, number: int, *, attributes: Sequence[str] | None = None
) -> CanonState:
    """Facts that hold at an hour, in story time; of all attributes, or of some."""
    asked = {"series": series_id, "number": number}
    if attributes is None:
        rows = session.execute(AS_OF, asked)
    else:
        rows = session.execute(AS_OF_SOME, asked | {"attributes": list(attributes)})
    return CanonState.of(Fact(*row) for row in rows)


def fact_history(
    session: Session,
    series_id: str,
    subject: str,
    attribute: str,
    *,
    until: int | None = None,
    limit: int | None = None,
) -> list[HistoricFact]:
    """Values of a key, by story time, then in order of retirement.

    Args:
        session: The unit of work's.
        series_id: The series.
        subject: Whose.
        attribute: Which.
        until: Only values that begin up to this episode.
        limit: Only the newest so many, which is what a long history is read by.
    """
    # By the hash alone (see `_ENDED`); facts that ended and facts that stand have an index each, and that of those
    # that ended is in order of their beginning.
    mine = select(*FACT_COLUMNS[:4], CanonFact.valid_to, CanonFact.scene, CanonFact.position).where(
        func.fact_key(CanonFact.series_id, CanonFact.subject, CanonFact.attribute)
        == func.fact_key(series_id, subject, attribute)
    )
    if until is not None:
        mine = mine.where(CanonFact.valid_from <= until)
    newest = mine.where(CanonFact.valid_to.is_not(None)).order_by(CanonFact.valid_from.desc())
    standing = mine.where(CanonFact.valid_to.is_(None))
    statement = union_all(newest.limit(limit).subquery().select(), standing)
    rows = session.execute(statement.order_by("valid_from", "position"))
    found = [HistoricFact(*row) for row in rows]
    return found if limit is None else found[-limit:]


def _asked(series_id: str, keys: Sequence[Key], number: int) -> dict[str, object]:
    subjects, attributes = [key.subject for key in keys], [key.attribute for key in keys]
    positions = [0] * len(keys)
    return {
        "series": series_id,
        "number": number,
        "subjects": subjects,
        "attributes": attributes,
        "positions": positions,
    }


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
