"""What a context is made of, as values: read by the services, put into words by `sections`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from anigen_assets.story.bible import Bible
from anigen_assets.story.context.pyramid import Block
from anigen_assets.story.plan import EpisodePlan

MOST_THREADS = 48
"""Open threads that are protected: those due first."""
MOST_PRINCIPALS = 64
"""Leads and mains that are protected: those seen last."""
MOST_RECURRING = 24
"""Minor characters that are protected because they recur: those seen most often."""
RECURRING_EPISODES = 48
"""Hours back (three arcs) in which a minor character is looked for ..."""
RECURRING_TIMES = 3
"""... and in how many episodes it must be seen to recur."""
MOST_RULES = 64
"""Laws of the world that are protected: the bible's and the newest declared."""


@dataclass(frozen=True)
class PersonNote:
    """Somebody protected or in play.

    Attributes:
        place: Where they stand: the place they moved to, else where they were seen last; empty: never shown.
        seen_number: Episode that showed them last; None: none did.
        traits: Attributes that episodes gave them lately, in order.
        in_bible: The standing cast's description is in the stable part already.
        protected: The prompt must tell them (a lead, a main, a recurring minor, the cast of an open thread), and
            not only because an episode has just shown them.
    """

    id: str
    name: str
    role: str
    status: str
    reason: str = ""
    place: str = ""
    seen_number: int | None = None
    description: str = ""
    want: str = ""
    traits: tuple[tuple[str, str], ...] = ()
    in_bible: bool = False
    protected: bool = True


@dataclass(frozen=True)
class ThreadNote:
    """An open promise.

    Attributes:
        opened_scene: Slot of the scene that opened it; 0 for the bible's.
        note: What moved it last; empty before its first move.
        answer: The truth it comes to, from the bible; only directors read it.
        clue: The next thing to be found on the way.
    """

    id: str
    title: str
    question: str
    cast: tuple[str, ...]
    beat: int
    opened_number: int
    due_number: int
    opened_scene: int = 0
    note: str = ""
    answer: str = ""
    clue: str = ""


@dataclass(frozen=True)
class SecretNote:
    """Who knows what."""

    id: str
    owner: str
    text: str
    knowers: tuple[str, ...]


@dataclass(frozen=True)
class ItemNote:
    """A thing; `holder` is a name, empty when nobody holds it."""

    id: str
    name: str
    holder: str
    state: str


@dataclass(frozen=True)
class SummaryNote:
    """A block of the pyramid; hours that were not told have none."""

    block: Block
    text: str


@dataclass(frozen=True)
class Recollection:
    """A line of long ago about somebody or something in play."""

    about: str
    number: int
    text: str


@dataclass(frozen=True)
class Material:
    """Everything a director may be told about one hour.

    Attributes:
        rules: (id, text) of the world's laws that are protected: the bible's, then the newest declared.
        threads: Open ones, those due first.
        people: Protected and in play, weightiest first.
        bonds: (name, name, bond) between people in play.
        items: Those that moved last first.
        summaries: The pyramid before `recent`, oldest first.
        untold: Numbers of hours just before that have no plan and are passed over.
        recent: Plans just before the hour, oldest first.
        names: Name by id of whoever and whatever `recent` mentions.
    """

    bible: Bible
    hour: datetime
    number: int
    filler: bool = False
    rules: tuple[tuple[str, str], ...] = ()
    threads: tuple[ThreadNote, ...] = ()
    people: tuple[PersonNote, ...] = ()
    secrets: tuple[SecretNote, ...] = ()
    bonds: tuple[tuple[str, str, str], ...] = ()
    items: tuple[ItemNote, ...] = ()
    summaries: tuple[SummaryNote, ...] = ()
    recollections: tuple[Recollection, ...] = ()
    recent: tuple[EpisodePlan, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, one: str) -> str:
        """The name behind an id, or the id."""
        return self.names.get(one, one)
