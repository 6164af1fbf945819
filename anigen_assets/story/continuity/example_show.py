"""A small show that the rules' examples are played in: a bible, and an episode without a flaw.

Aoi Tanabe keeps the harbour's records, Ren Mori the light, with four more people, twelve places, a compass
that Ren holds, a map on the pier, a secret of Ren's and five questions that are open.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from anigen_assets.story.bible import (
    Bible,
    BondEntry,
    CastMember,
    FactionEntry,
    ItemEntry,
    PlaceEntry,
    RuleEntry,
    Secret,
    SeedThread,
)
from anigen_assets.story.looks import Look, PlaceLook, Voice
from anigen_assets.story.plan import DialogueLine, EpisodePlan, ScenePlan, Shot, ShotSeconds
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

NUMBER = 5
"""Number of the example episode."""
FIRST_HOUR = datetime(2026, 1, 1, tzinfo=UTC)
SHOTS: tuple[ShotSeconds, ...] = (8, 8, 8, 6)

LOOK = Look(
    age=17,
    hair_style=HairStyle.BOB,
    hair_colour="#3a2b25",
    eye_shape=EyeShape.ROUND,
    eye_colour="#4c6b8a",
    skin_colour="#f0cfb4",
    outfit=Outfit.SAILOR,
    outfit_colour="#2b3a67",
    accent_colour="#c14953",
)
VOICE = Voice(pitch_hz=220)
PLACE_LOOK = PlaceLook(set_kind=SetKind.HARBOR)

_PEOPLE = {
    "aoi": "Aoi Tanabe",
    "ren": "Ren Mori",
    "mika": "Mika Ono",
    "daichi": "Daichi Sato",
    "sora": "Sora Hayashi",
    "tomo": "Tomo Kuroda",
}
_PLACES = (
    "pier",
    "lighthouse",
    "archive",
    "market",
    "school",
    "shrine",
    "ferry",
    "cape",
    "cafe",
    "tram",
    "hill",
    "cove",
)
_THREADS = ("lamp", "ferry", "letter", "storm", "wager")


@cache
def example_bible() -> Bible:
    """The show before its first episode."""
    return Bible(
        slug="example",
        title="The Keeper of the Light",
        premise="In a harbour town whose light never goes out, a girl writes down what the sea brings.",
        tone="quiet and curious",
        visual_style="soft colours, wide skies",
        cast=tuple(
            CastMember(
                id=person,
                name=name,
                description=f"{name} of the harbour",
                want="to understand the light",
                look=LOOK,
                voice=VOICE,
                secrets=(Secret(id="false_log", text="Ren wrote the log of the storm himself"),)
                if person == "ren"
                else (),
            )
            for person, name in _PEOPLE.items()
        ),
        places=tuple(
            PlaceEntry(id=p, name=f"The {p.title()}", description=f"the {p} of the town", look=PLACE_LOOK)
            for p in _PLACES
        ),
        items=(
            ItemEntry(id="compass", name="Brass Compass", description="points to the light", holder="ren"),
            ItemEntry(id="sea_map", name="Sea Map", description="drawn by nobody known", holder="pier"),
        ),
        factions=(FactionEntry(id="keepers", name="The Keepers", description="they tend the light"),),
        world_rules=(RuleEntry(id="light_burns", text="The light is never put out."),),
        bonds=(BondEntry(a="aoi", b="ren", bond="friends", because="they share the night watch"),),
        threads=tuple(
            SeedThread(id=t, title=f"The {t}", question=f"What of the {t}?", cast=("aoi",), due_episodes=32)
            for t in _THREADS
        ),
    )


@cache
def example_plan() -> EpisodePlan:
    """Six scenes with Aoi and Ren at the pier, and no changes."""
    return EpisodePlan(
        series_id="example",
        hour=datetime(2026, 1, 1, NUMBER - 1, tzinfo=UTC),
        number=NUMBER,
        title="What the Tide Left",
        logline="Something is found on the pier.",
        synopsis="A walk along the pier, and talk about the light.",
        scenes=tuple(_scene(slot) for slot in range(1, 7)),
        next_teaser="The light blinks twice.",
    )


def _scene(slot: int) -> ScenePlan:
    return ScenePlan(
        slot=slot,
        place="pier",
        time_of_day=TimeOfDay.DUSK,
        weather=Weather.CLEAR,
        mood=Mood.SERENE,
        cast=("aoi", "ren"),
        summary="A look out over the water.",
        dialogue=(
            DialogueLine(speaker="aoi", text="Did you see that?", emotion=Emotion.SURPRISED),
            DialogueLine(speaker="ren", text="I see it every night.", emotion=Emotion.NEUTRAL),
        ),
        shots=tuple(
            Shot(
                framing=Framing.TWO_SHOT,
                action="They stand at the railing.",
                subjects=("aoi", "ren"),
                lines=(index,) if index < 2 else (),
                duration_seconds=seconds,
            )
            for index, seconds in enumerate(SHOTS)
        ),
        video_prompt="A pier and wide water.",
    )
