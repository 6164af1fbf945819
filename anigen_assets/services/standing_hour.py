"""Whether an hour is made and its files are still there."""

from __future__ import annotations

from anigen_assets.services.application import Application
from anigen_assets.services.stored_files import episode_files_stand, scene_stands


def hour_stands(app: Application, hour_key: str, *, read: bool = False) -> bool:
    """True when the hour is canon, its books are closed, and every file is there.

    Args:
        app: The show.
        hour_key: Partition key.
        read: Read every byte of the files; else their length is enough.
    """
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, number)
        if episode is None or episode.state != "retired":
            return False
        scenes = uow.episodes.scenes(app.series_id, number)
        media = uow.media.for_episode(app.series_id, number)
        closed = any(e.entry.kind == "actual" for e in uow.ledger.of_hour(app.series_id, number))
    current = {m.media.kind: m for m in media if m.media.slot == 0 and m.media.take == episode.film_take}
    if not closed or not all(scene_stands(app, scene, read=read) for scene in scenes):
        return False
    return episode_files_stand(app, current, read=read)


def has_plan(app: Application, hour_key: str) -> bool:
    """Whether the hour's scenes can be made."""
    with app.database.unit_of_work() as uow:
        episode = uow.episodes.get(app.series_id, app.number(hour_key))
    return (
        episode is not None
        and bool(episode.take)
        and episode.state in ("planned", "produced", "failed", "retired")
    )
