"""A series begins once: its first hour is fixed, and the bible becomes canon before episode 1."""

from __future__ import annotations

from datetime import datetime

from anigen_assets.errors import StateError
from anigen_assets.services.application import Application
from anigen_assets.store.records import SeriesRecord
from anigen_assets.story.calendar import floor_hour, key_of
from anigen_assets.story.chain import NO_PARENT, link_digest


def begin_series(app: Application, *, first_hour: datetime | None = None) -> SeriesRecord:
    """Returns the series, creating it at the first call.

    The first hour is the bible's, else `ANIGEN_FIRST_HOUR`, else `first_hour`, else the current hour. It is
    kept with the series and never changes. Repeating the call is free.

    Raises:
        StateError: The bible's people, places, rules or threads are not those the series began with.
    """
    genesis = tuple((0, change) for change in app.bible.genesis())
    digest = link_digest(NO_PARENT, "genesis", "", genesis)
    with app.database.unit_of_work() as uow:
        uow.lock_series(app.series_id, "canon")
        series = uow.series.get(app.series_id)
        if series is None:
            start = app.bible.first_hour or app.settings.first_hour or first_hour or app.clock.now()
            series = uow.series.create(
                bible=app.bible,
                bible_document=app.loaded.text,
                first_hour=floor_hour(start),
                genesis_digest=digest,
                at=app.clock.now(),
            )
            uow.commit()
    if series.genesis_digest != digest:
        raise StateError(
            f"The bible of '{app.series_id}' ({app.loaded.source}) no longer says what the series began with "
            f"(first hour {key_of(series.first_hour)}): canon is changed by episodes and retcons. Undo the edit, "
            "or give the bible another slug to begin another series."
        )
    return series
