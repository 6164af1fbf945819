"""Canon as a document to keep: JSON for programs, Markdown as the wiki of the show."""

from __future__ import annotations

import json
from typing import Any

from anigen_assets.services.application import Application
from anigen_assets.services.canon_question import canon_hour
from anigen_assets.services.canon_reports import state_document
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.changes import Retcon
from anigen_assets.story.wiki import wiki_page

FORMATS = ("json", "md")


def export_canon(app: Application, wanted: str, hour_key: str | None = None) -> str:
    """Everything that is canon as of an hour, as text.

    Args:
        app: The application.
        wanted: One of FORMATS.
        hour_key: In story time; None: the newest hour that is canon.

    Raises:
        HourError: The hour is malformed, in the future or before the first.
        StateError: The hour is not canon yet.
    """
    with app.database.unit_of_work() as uow:
        asked = canon_hour(app, uow, hour_key)
        state = uow.canon.as_of(app.series_id, asked.number)
        link = uow.canon.snapshot(app.series_id, asked.number)
        retcons = _retcons(uow, app.series_id, asked.number)
    digest = link.digest if link is not None else ""
    if wanted == "md":
        moment = (
            f"after episode {asked.number} ({asked.hour_key})" if asked.number else "before the first episode"
        )
        said = f"Canon {moment}, digest {digest[:16]}."
        return wiki_page(app.bible.title, app.bible.premise, said, state, retcons)
    head = {"series": app.series_id, "hour": asked.hour_key, "number": asked.number, "digest": digest}
    return json.dumps(head | state_document(state) | {"retcons": retcons}, indent=2, ensure_ascii=False)


def _retcons(uow: UnitOfWork, series_id: str, number: int) -> list[dict[str, Any]]:
    return [
        {
            "hour": link.hour_key,
            "episode": link.number,
            "link": link.position,
            "recorded_at": link.at.isoformat(),
        }
        | change.model_dump(mode="json", exclude={"kind"})
        for link in uow.canon.corrections(series_id)
        if link.number <= number
        for _, change in uow.canon.link_changes(series_id, link.position)
        if isinstance(change, Retcon)
    ]
