"""Everything a use case needs, put together once per process from the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from anigen_assets.clock import Clock, SystemClock
from anigen_assets.errors import HourError
from anigen_assets.money.price_book import PriceBook
from anigen_assets.providers.offline_director import OfflineDirector
from anigen_assets.settings import Settings
from anigen_assets.store.database import Database
from anigen_assets.store.embedded import EmbeddedPostgres, resolve_urls
from anigen_assets.store.media import LocalMediaStore, MediaStore
from anigen_assets.store.migrate import is_current, upgrade
from anigen_assets.store.records import DatabaseUrls
from anigen_assets.story.bible import Bible
from anigen_assets.story.bible_file import LoadedBible, load_bible
from anigen_assets.story.calendar import floor_hour, key_of, number_of, parse_hour
from anigen_assets.story.director import Director
from anigen_assets.studio.pool import ScenePool


@dataclass(frozen=True)
class Application:
    """One show with its stores and tools. Build it with `open_application`.

    Attributes:
        loaded: The bible with its text and digest.
        media: Where films are kept.
    """

    settings: Settings
    database: Database
    urls: DatabaseUrls
    loaded: LoadedBible
    media: MediaStore
    director: Director
    clock: Clock = field(default_factory=SystemClock)

    @property
    def bible(self) -> Bible:
        """The show bible."""
        return self.loaded.bible

    @property
    def series_id(self) -> str:
        """The show's slug: the `series_id` of every row."""
        return self.loaded.bible.slug

    @cached_property
    def prices(self) -> PriceBook:
        """Dated prices."""
        return PriceBook.load()

    def number(self, hour_key: str, first_hour: datetime | None = None) -> int:
        """Episode number of an hour that may be made now.

        Args:
            hour_key: Partition key.
            first_hour: The series' first hour, UTC; None: it is looked up.

        Raises:
            HourError: Malformed, in the future, or before the series' first hour.
            StateError: The series has not begun.
        """
        hour = parse_hour(hour_key)
        now = floor_hour(self.clock.now())
        if hour > now:
            raise HourError(f"{hour_key} lies in the future: the current hour is {key_of(now)} (UTC).")
        if first_hour is None:
            with self.database.unit_of_work() as uow:
                _, first_hour = uow.memory.head(self.series_id)
        return number_of(hour, first_hour)

    @cached_property
    def scene_pool(self) -> ScenePool:
        """Processes that draw scenes side by side; started when there is work."""
        return ScenePool(self.settings.workers or None)

    def close(self) -> None:
        """Ends the drawing processes and gives the connections back."""
        if "scene_pool" in self.__dict__:
            self.scene_pool.close()
        self.database.dispose()

    def release_server(self) -> None:
        """Stops the embedded server unless another process uses it; a named server is left alone."""
        if self.urls.embedded:
            EmbeddedPostgres(self.settings.home_path).stop()


def open_application(settings: Settings, *, clock: Clock | None = None) -> Application:
    """Finds the database (starting the embedded one when none is named), brings it up to date, reads the bible.

    Raises:
        BibleError: The bible is broken.
        DatabaseUnavailableError: The server cannot be reached.
    """
    loaded = load_bible(settings.series)
    urls = resolve_urls(settings)
    if not is_current(urls.anigen):
        upgrade(urls.anigen)
    database = Database.connect(urls.anigen, application_name="anigen")
    return Application(
        settings=settings,
        database=database,
        urls=urls,
        loaded=loaded,
        media=LocalMediaStore(settings.media_path),
        director=OfflineDirector(),
        clock=clock or SystemClock(),
    )
