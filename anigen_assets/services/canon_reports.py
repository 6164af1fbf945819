"""Canon for people and programs: as of an hour, verified, and held against a plan."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from anigen_assets.errors import HourError
from anigen_assets.services.application import Application
from anigen_assets.services.canon_question import canon_hour
from anigen_assets.services.canon_view import CanonCursor
from anigen_assets.services.filler_view import guard_for
from anigen_assets.store.records import ChainFault
from anigen_assets.story.canon import CanonState
from anigen_assets.story.chain import link_digest_of_documents
from anigen_assets.story.continuity import check_plan
from anigen_assets.story.findings import Finding
from anigen_assets.story.plan import EpisodePlan


def canon_document(app: Application, hour_key: str | None) -> dict[str, Any]:
    """Canon as of an hour (story time) as JSON values; None: the newest hour of the story.

    Raises:
        HourError: The hour is malformed, in the future or before the first.
        StateError: The hour is not canon yet.
    """
    with app.database.unit_of_work() as uow:
        head_digest = uow.series.require(app.series_id).head_digest
        asked = canon_hour(app, uow, hour_key)
        link = uow.canon.snapshot(app.series_id, asked.number)
        state = uow.canon.as_of(app.series_id, asked.number)
    if link is None:
        raise HourError(f"{hour_key} has no snapshot.")
    head = {"series": app.series_id, "hour": asked.hour_key, "number": asked.number, "kind": link.kind}
    digests = {"digest": link.digest, "parent_digest": link.parent_digest, "head_digest": head_digest}
    return head | digests | state_document(state)


def state_document(state: CanonState) -> dict[str, Any]:
    """Characters, places, items, threads and all facts."""
    return {
        "characters": [
            {"id": c.id, "name": c.name, "role": c.role, "status": c.status, "since": c.since_number,
             "look": c.look.model_dump(mode="json"), "voice": c.voice.model_dump(mode="json"),
             "description": c.description, "want": c.want}
            for c in state.characters()
        ],
        "places": [
            {"id": p.id, "name": p.name, "description": p.description, "look": p.look.model_dump(mode="json")}
            for p in state.places()
        ],
        "items": [{"id": i.id, "name": i.name, "holder": i.holder, "state": i.state} for i in state.items()],
        "threads": [
            {"id": t.id, "title": t.title, "question": t.question, "cast": list(t.cast), "status": t.status,
             "beat": t.beat, "opened": t.opened_number, "due": t.due_number}
            for t in state.threads()
        ],
        "facts": [
            {"subject": f.subject, "attribute": f.attribute, "value": f.value, "episode": f.number, "scene": f.scene}
            for f in state
        ],
    }  # fmt: skip


def verify_chain(app: Application) -> dict[str, Any]:
    """Recomputes everything from the recorded changes; `intact` tells whether it agrees."""
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        fault = uow.canon.verify(app.series_id)
    report: dict[str, Any] = {
        "intact": fault is None,
        "links": series.chain_length,
        "digest": series.head_digest,
    }
    if fault is not None:
        report |= {
            "table": fault.table,
            "position": fault.position,
            "number": fault.number,
            "message": fault.sentence,
        }
    return report


def fault_of(report: dict[str, Any]) -> ChainFault | None:
    """What a report of `verify_chain` found; None when canon is intact."""
    if report["intact"]:
        return None
    return ChainFault(report["table"], report["position"], report["number"], report["message"])


DRAFTED = frozenset({"planned", "produced", "failed"})
"""States in which an hour's plan is a draft that later hours rest on."""

NEWEST_LINKS = 16
"""How many links the check of an hour recomputes; `anigen canon verify` recomputes all."""


def verify_newest(app: Application, links: int = NEWEST_LINKS) -> ChainFault | None:
    """Recomputes the newest links from the recorded changes; None when they agree.

    Costs the same however long the series is.
    """
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        newest = uow.canon.links(app.series_id, after=max(0, series.chain_length - links - 1))
        changes = uow.canon.documents_of_links(app.series_id, [link.position for link in newest])
    if newest and newest[-1].digest != series.head_digest:
        head, last = series.head_digest[:16], newest[-1]
        said = f"The series' head says {head}, its newest link says {last.digest[:16]}."
        return ChainFault("series_state", last.position, last.number, said)
    for before, link in pairwise(newest):
        documents = changes.get(link.position, [])
        digest = link_digest_of_documents(before.digest, link.kind, link.hour_key, documents)
        if digest != link.digest:
            said = f"Link {link.position} ({link.hour_key}) has the digest {link.digest[:16]}"
            sentence = f"{said}, but its changes give {digest[:16]}."
            return ChainFault("canon_changes", link.position, link.number, sentence)
    return None


def check_against(
    app: Application, plan: EpisodePlan, hour_key: str, cursor: CanonCursor | None = None
) -> tuple[Finding, ...]:
    """Findings of a plan against canon (and the drafts before it) as the hour finds it.

    Args:
        app: The application.
        plan: The plan.
        hour_key: Its partition key.
        cursor: Keeps canon between drafts that are held against it one after another, each of them the hour's own.
    """
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        series = uow.series.require(app.series_id)
        canon = (cursor or CanonCursor()).before(uow, series, number)
        told = uow.episodes.get(app.series_id, number)
        if cursor is not None and told is not None and told.state in DRAFTED and not told.filler:
            cursor.advance(canon, plan, series.canon_version)
        filler = plan.filler and number <= series.frontier and (told is None or told.filler)
        guard = guard_for(uow, app.series_id, number) if filler else None
        # The plan being checked may be the hour's own: then its title is its own too.
        return check_plan(
            plan,
            canon,
            app.bible,
            title_owner=lambda title: (
                owner if (owner := uow.episodes.title_owner(app.series_id, title)) != number else None
            ),
            filler_guard=guard,
        )
