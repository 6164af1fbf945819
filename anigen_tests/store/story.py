"""Small plans and series for the store's tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from anigen_assets.store.records import (
    EpisodeRecord,
    FilmToSave,
    MediaToSave,
    PlanToSave,
    SeriesRecord,
    SnapshotRecord,
)
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.bible import Bible, CastMember, PlaceEntry, RuleEntry, SeedThread
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.chain import NO_PARENT, link_digest
from anigen_assets.story.changes import Change, SetAttribute
from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import DialogueLine, EpisodePlan, PlannedChange, ScenePlan, Shot
from anigen_assets.story.vocabulary import (
    Emotion,
    EyeShape,
    Framing,
    HairStyle,
    Mood,
    Outfit,
    SetKind,
    TimeOfDay,
    Weather,
)

SERIES = "harbour"
FIRST_HOUR = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 2, 1, 12, 30, tzinfo=UTC)
DIGEST = "ab" * 32


@cache
def bible() -> Bible:
    """A bible of the least size."""
    look = Look(
        age=16,
        hair_style=HairStyle.BOB,
        hair_colour="#222222",
        eye_shape=EyeShape.ROUND,
        eye_colour="#335577",
        skin_colour="#f0d0b0",
        outfit=Outfit.SAILOR,
        outfit_colour="#224488",
        accent_colour="#dd3333",
    )
    people = ("aki", "ben", "chiyo", "daichi", "emi", "fumio")
    return Bible(
        slug=SERIES,
        title="Small Harbour",
        premise="Six people wait for a boat.",
        tone="calm",
        visual_style="soft",
        cast=tuple(
            CastMember(
                id=name,
                name=name.title(),
                description="One of six.",
                want="A boat.",
                look=look,
                voice=Voice(pitch_hz=200),
            )
            for name in people
        ),
        places=tuple(
            PlaceEntry(
                id=f"place_{n}",
                name=f"Place {n}",
                description="A place.",
                look=PlaceLook(set_kind=list(SetKind)[n], seed=n),
            )
            for n in range(12)
        ),
        world_rules=(RuleEntry(id="tides", text="The tide comes twice a day."),),
        threads=tuple(
            SeedThread(id=f"seed_{n}", title=f"Question {n}", question="Who is it?", due_episodes=32)
            for n in range(5)
        ),
    )


def begin(uow: UnitOfWork) -> SeriesRecord:
    """Begins the series."""
    digest = link_digest(NO_PARENT, "genesis", "", [(0, c) for c in bible().genesis()])
    return uow.series.create(bible(), "slug: harbour", FIRST_HOUR, digest, NOW)


def hero() -> str:
    """Id of the first of the cast."""
    return bible().cast[0].id


def sets(attribute: str, value: str, subject: str | None = None) -> SetAttribute:
    """A change of one free attribute."""
    return SetAttribute(subject=subject or hero(), attribute=attribute, value=value)


def plan(number: int, *changes: Change, title: str | None = None, filler: bool = False) -> EpisodePlan:
    """A plan of six scenes; change i happens in scene i + 1, the seventh again in the sixth."""
    line = DialogueLine(speaker=hero(), text=f"Hour {number} has come.", emotion=Emotion.HAPPY)
    shots = tuple(
        Shot(framing=Framing.MEDIUM, action="She looks up.", subjects=(hero(),), duration_seconds=seconds)
        for seconds in (8, 8, 8, 6)
    )
    scenes = tuple(
        ScenePlan(
            slot=slot,
            place=bible().places[slot].id,
            time_of_day=TimeOfDay.DAY,
            weather=Weather.CLEAR,
            mood=Mood.HOPEFUL,
            cast=(hero(),),
            summary=f"Scene {slot} of episode {number}.",
            dialogue=(line,),
            shots=shots,
            video_prompt="A girl looks up.",
        )
        for slot in range(1, 7)
    )
    return EpisodePlan(
        series_id=SERIES,
        hour=hour_of(number, FIRST_HOUR),
        number=number,
        filler=filler,
        title=title or f"Episode {number}",
        logline="Something moves.",
        synopsis="Something moves, and then it rests.",
        scenes=scenes,
        changes=tuple(PlannedChange(scene=min(i, 6), change=c) for i, c in enumerate(changes, 1)),
    )


def order(episode: EpisodePlan, take: int = 1) -> PlanToSave:
    """A plan as the planner saves it."""
    return PlanToSave(SERIES, episode, take, "offline", "storyteller", DIGEST)


def draft(uow: UnitOfWork, number: int, *changes: Change, filler: bool = False) -> EpisodeRecord:
    """Saves the first take of a plan."""
    return uow.episodes.save_plan(order(plan(number, *changes, filler=filler)), NOW)


def film_files(number: int, take: int = 1) -> FilmToSave:
    """A film with its poster, as the assembly saves them."""
    film = _file(number, take, "film", "mp4", 180.0)
    return FilmToSave(SERIES, number, take, 180.0, film, poster=_file(number, take, "poster", "jpg"))


def retire(uow: UnitOfWork, number: int, *changes: Change, filler: bool = False) -> SnapshotRecord:
    """Plans, films and retires an hour."""
    draft(uow, number, *changes, filler=filler)
    uow.episodes.save_film(film_files(number), NOW)
    uow.memory.mark_seen(SERIES, [hero()], number)
    kind = "filler" if filler else "episode"
    return uow.canon.append_link(SERIES, kind, number, in_scenes(changes), NOW)


def skip(uow: UnitOfWork, number: int) -> SnapshotRecord:
    """Skips the next hour."""
    return uow.canon.append_link(SERIES, "skip", number, (), NOW)


def in_scenes(changes: Sequence[Change]) -> tuple[tuple[int, Change], ...]:
    """Changes with the scenes that `plan` puts them in."""
    return tuple((min(i, 6), c) for i, c in enumerate(changes, 1))


def later(minutes: int) -> datetime:
    """A time after NOW."""
    return NOW + timedelta(minutes=minutes)


def _file(number: int, take: int, kind: str, suffix: str, seconds: float | None = None) -> MediaToSave:
    key = f"{SERIES}/{number}/{kind}.take{take}.{suffix}"
    return MediaToSave(SERIES, key, kind, DIGEST, 1000, seconds, {"fps": 24}, number=number, take=take)


def hour_key(number: int) -> str:
    """Partition key of an episode."""
    return key_of(hour_of(number, FIRST_HOUR))
