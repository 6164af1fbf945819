"""What a storybook holds once it is read: scenes, units, sagas, things and word lists, all immutable.

Nothing here knows of an episode. A *unit* is a piece of story that fits into one episode: a tale (five scenes),
a side (one scene) or a beat of a saga (one scene, or five when it carries the episode). A *saga* is a promise
told over several units; canon calls it a thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from anigen_assets.story.vocabulary import Emotion, Mood

MAIN_SCENES = 5
"""Scenes of a unit that carries an episode: introduction, development, turn, consequence, conclusion."""
TURN = 2
"""Index of the one in which it turns."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of dialogue in all its wordings.

    Attributes:
        speaker: Role letter.
        variants: (temper or None, text); a speaker's own temper is preferred to None.
    """

    speaker: str
    emotion: Emotion
    variants: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """One canon change a scene makes, as written: `warm a b: because`.

    Attributes:
        verb: First word.
        words: The words after it.
        text: What follows the colon; empty when there is none.
    """

    verb: str
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Script:
    """A scene as written.

    Attributes:
        places: Where it may happen, best first: role letters, set kinds, groups of kinds, `same`, `spot`.
        wants: Times of day, weathers and `dry` that the words rely on.
        roles: Role letters of everyone present.
        views: Actions for shots without words.
    """

    places: tuple[str, ...]
    mood: Mood
    wants: frozenset[str]
    roles: tuple[str, ...]
    tell: str
    turns: tuple[Turn, ...]
    views: tuple[str, ...]
    directives: tuple[Directive, ...]


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """Who may play a role.

    Attributes:
        ages: Allowed age groups; empty means all.
        tempers: Preferred tempers.
        gender: `f`, `m` or empty.
        barred: Ids of people who may not play it.
        named: Id of the one person who plays it, or empty.
        guest: Empty for cast, `guest` for a known or new minor character, `new` for a newcomer.
        trades: What a newcomer does for a living.
        likes: Further words: `away` (is absent), `gone` (has departed),
            `free` (in no open thread), `settled` (main, but no lead), `recurring` (a guest who is known).
    """

    ages: frozenset[str] = frozenset()
    tempers: frozenset[str] = frozenset()
    gender: str = ""
    named: str = ""
    barred: frozenset[str] = frozenset()
    guest: str = ""
    trades: tuple[str, ...] = ()
    likes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of story that fits into one episode.

    Attributes:
        conditions: What must hold, as tuples of words: ("cold", "a", "b"), ("season", "winter").
        thing: Kind of the thing it is about, or empty.
        note: What a thread's beat is remembered by, or how the thread is resolved.
        event: A short clause for the record, without a full stop: it is called back in later dialogue.
    """

    id: str
    roles: Mapping[str, RoleSpec]
    scripts: tuple[Script, ...]
    conditions: tuple[tuple[str, ...], ...] = ()
    thing: str = ""
    tags: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    logline: str = ""
    synopsis: str = ""
    tease: str = ""
    event: str = ""
    note: str = ""

    @property
    def is_main(self) -> bool:
        """Whether it carries an episode."""
        return len(self.scripts) >= MAIN_SCENES


@dataclass(frozen=True, slots=True)
class Saga:
    """A promise told over several episodes.

    Attributes:
        roles: Everyone who stays with it, in the order of the thread's cast.
        word: What people call the matter, a noun phrase that fits into a sentence.
        opening: The unit that opens it; None for a thread that the bible opens.
        beats: The units after that, in order; the last one resolves it.
        long: Whether it may carry an arc.
    """

    id: str
    roles: Mapping[str, RoleSpec]
    beats: tuple[Unit, ...]
    opening: Unit | None = None
    conditions: tuple[tuple[str, ...], ...] = ()
    thing: str = ""
    spot: tuple[str, ...] = ()
    title: str = ""
    question: str = ""
    word: str = ""
    long: bool = False


@dataclass(frozen=True, slots=True)
class ThingKind:
    """Parts of which things of one kind are made; every part goes with every other.

    Attributes:
        names: Singular, without article.
        found: Where, as a prepositional phrase.
        odd: What is strange about it, a clause whose subject is `it`.
        sign: A detail on it, a noun phrase with article.
        truth: What it turns out to be, a clause whose subject is `it`.
    """

    names: tuple[str, ...]
    found: tuple[str, ...]
    odd: tuple[str, ...]
    sign: tuple[str, ...]
    truth: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """Everything that can be told in one series.

    Attributes:
        seeds: Sagas for threads that a bible opens, by thread id.
        questions: Sagas for such threads of which nothing is known but their question.
        asides: Spare lines by purpose (`recall`, `echo`, ...), each with a temper or None.
        digest: sha256 hex of the files it was read from.
    """

    tales: tuple[Unit, ...]
    sides: tuple[Unit, ...]
    sagas: Mapping[str, Saga]
    seeds: Mapping[str, Saga]
    questions: tuple[Saga, ...]
    things: Mapping[str, ThingKind]
    lexicon: Mapping[str, tuple[str, ...]]
    asides: Mapping[str, tuple[tuple[str | None, str], ...]] = field(default_factory=dict)
    digest: str = ""
