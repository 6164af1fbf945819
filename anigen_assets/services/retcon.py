"""Retcons: what was told was not so. A superseding fact with its reason, as a link of the chain; never an edit."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.errors import StateError, UsageError
from anigen_assets.services.application import Application
from anigen_assets.services.canon_question import StoryHour, canon_hour, known_key
from anigen_assets.services.compress_story import retell
from anigen_assets.services.generation_log import note
from anigen_assets.store.records import HistoricFact, SnapshotRecord
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Key, Retcon
from anigen_assets.story.conflicts import stale_after_change
from anigen_assets.story.continuity.values import unreadable
from anigen_assets.story.corrections import Correction
from anigen_assets.story.names import same_name
from anigen_assets.story.near_miss import did_you_mean

NAMES_ONE = {"holder": ("character", "place"), "base": ("place",), "owner": ("character",)}
"""Attributes whose value is the id of somebody or something, and what that may be."""
LONGEST = 240
LOOKED_THROUGH = 500
"""How many told episodes, the newest first, are looked through for those that used the old fact."""


@dataclass(frozen=True)
class RetconReport:
    """What a retcon did.

    Attributes:
        link: Its link of the chain.
        superseded: The fact that was held to be true.
        until: Partition key of the hour from which a later fact holds again; None while the retcon stands.
        used_in: Numbers of told episodes that relied on the old fact, of the newest LOOKED_THROUGH.
        stale: Numbers of drafts that relied on it and must be planned again.
    """

    key: Key
    link: SnapshotRecord
    superseded: HistoricFact
    until: str | None
    used_in: tuple[int, ...]
    stale: tuple[int, ...]


def retcon(
    app: Application, subject: str, attribute: str, value: str, reason: str, hour_key: str | None = None
) -> RetconReport:
    """Corrects a fact from an hour on, up to where a later hour set it anew.

    Args:
        app: The application.
        subject: An id or a name.
        attribute: An attribute it has; what something is (`kind`) never changes.
        value: What is true instead.
        reason: Goes on record with the fact, and is shown wherever the old one was used.
        hour_key: From which hour on; None: the newest that is canon.

    Raises:
        HourError: The hour is malformed, in the future or before the first.
        StateError: Nothing is canon yet, or the hour is not.
        UsageError: No such fact, no reason, or a value that canon could not read back.
    """
    if not reason.strip() or len(reason) > LONGEST:
        raise UsageError(
            f"A retcon needs a reason of 1 to {LONGEST} characters: it goes on record with the fact."
        )
    if not value.strip() or len(value) > LONGEST:
        raise UsageError(f"A retcon needs a value of 1 to {LONGEST} characters.")
    with app.database.hold(app.series_id, "plan"), app.database.unit_of_work() as uow:
        uow.lock_series(app.series_id, "canon")
        asked = canon_hour(app, uow, hour_key)
        if asked.number < 1:
            raise StateError("Nothing is canon yet but the bible: edit that before the first hour is told.")
        state = uow.canon.as_of(app.series_id, asked.number)
        key = known_key(state, subject, attribute)
        held = uow.canon.held(app.series_id, [key], asked.number)[0]
        _require_possible(state, key, value, held.value)
        change = Retcon(
            subject=key.subject, attribute=key.attribute, value=value, previous=held.value, reason=reason
        )
        link = uow.canon.append_link(app.series_id, "retcon", asked.number, [(0, change)], at=app.clock.now())
        retell(app, uow, [asked.number], asked.frontier)
        stale = _shake_drafts(app, uow, asked, key) if held.valid_to is None else ()
        said = f"retcon of {key.subject}.{key.attribute}: '{value}', not '{held.value}': {reason}"
        note(app, uow, "operator", said, number=asked.number)
        uow.commit()
    used_in = _told_on(app, asked, Correction(change, asked.number, held.valid_to))
    until = None if held.valid_to is None else asked.key_of(held.valid_to)
    return RetconReport(key, link, held, until, used_in, stale)


def _shake_drafts(app: Application, uow: UnitOfWork, asked: StoryHour, key: Key) -> tuple[int, ...]:
    drafts = uow.episodes.drafted_plans_after(app.series_id, asked.frontier)
    why = f"rests on {key.subject}.{key.attribute}, which a retcon corrected"
    return tuple(
        uow.episodes.mark_stale(app.series_id, stale_after_change([key], drafts), why, app.clock.now())
    )


def _told_on(app: Application, asked: StoryHour, correction: Correction) -> tuple[int, ...]:
    last = asked.frontier if correction.until_number is None else correction.until_number - 1
    with app.database.unit_of_work() as uow:
        told = uow.episodes.told_plans(app.series_id, asked.number, last, LOOKED_THROUGH)
    return tuple(plan.number for plan in told if correction.concerns(plan))


def _require_possible(state: CanonState, key: Key, value: str, previous: str) -> None:
    label = f"'{key.attribute}' of {key.subject}"
    if value == previous:
        raise UsageError(f"{label} is '{value}' already: there is nothing to correct.")
    problem = unreadable(state.kind(key.subject), key.attribute, value)
    if problem is not None:
        raise UsageError(f"{label} cannot become '{value}': {problem}.")
    allowed = NAMES_ONE.get(key.attribute)
    if allowed is not None and state.kind(value) not in allowed:
        ids = [one for kind in allowed for one in state.ids(kind)]
        raise UsageError(
            f"{label} cannot become '{value}', which is no {' or '.join(allowed)}{did_you_mean(value, ids) or '.'}"
        )
    if key.attribute == "name":
        owner = next(
            (s for s in state.facts if s != key.subject and same_name(state.value(s, "name"), value)), None
        )
        if owner is not None:
            raise UsageError(f"{label} cannot become '{value}': that is the name of {owner}.")
