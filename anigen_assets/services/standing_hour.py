"""Whether an hour is made and its files are still there."""

from __future__ import annotations

from anigen_assets.services.application import Application
from anigen_assets.services.assemble_episode import files_stand
from anigen_assets.services.produce_scenes import stands


def hour_stands(app: Application, hour_key: str) -> bool:
    """True when the hour is canon, its books are closed, and every file is there, as long as it should be."""
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, number)
        if episode is None or episode.state != "retired":
            return False
        scenes = uow.episodes.scenes(app.series_id, number)
        media = uow.media.for_episode(app.series_id, number)
        closed = any(e.entry.kind == "actual" for e in uow.ledger.of_hour(app.series_id, number))
    current = {m.media.kind: m for m in media if m.media.slot == 0 and m.media.take == episode.film_take}
    return closed and all(stands(app, scene) for scene in scenes) and files_stand(app, current)


def has_plan(app: Application, hour_key: str) -> bool:
    """Whether the hour's scenes can be made."""
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, app.number(hour_key))
    return (
        episode is not None
        and bool(episode.take)
        and episode.state in ("planned", "produced", "failed", "retired")
    )
