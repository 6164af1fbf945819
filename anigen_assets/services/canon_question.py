"""What a person asks canon about: an hour that is canon, and the key of a fact, named as people name things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from anigen_assets.errors import StateError, UsageError
from anigen_assets.services.application import Application
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.calendar import hour_of, key_of
from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.changes import Key
from anigen_assets.story.names import resembles, same_name
from anigen_assets.story.near_miss import did_you_mean


@dataclass(frozen=True)
class StoryHour:
    """An hour of the story that is canon.

    Attributes:
        number: Episode number; 0 is canon before the first episode.
        frontier: Up to which episode everything is canon.
        first_hour: The series' first hour, UTC.
    """

    number: int
    frontier: int
    first_hour: datetime

    @property
    def hour_key(self) -> str:
        """Partition key; empty before the first episode."""
        return self.key_of(self.number)

    def key_of(self, number: int) -> str:
        """Partition key of another episode of the series; empty for number 0."""
        return "" if number == 0 else key_of(hour_of(number, self.first_hour))


def canon_hour(app: Application, uow: UnitOfWork, hour_key: str | None) -> StoryHour:
    """An hour that is canon; None: the newest.

    Raises:
        HourError: The hour is malformed, in the future or before the first.
        StateError: The hour is not canon yet.
    """
    frontier, first_hour = uow.memory.head(app.series_id)
    asked = StoryHour(
        frontier if hour_key is None else app.number(hour_key, first_hour), frontier, first_hour
    )
    if asked.number > frontier:
        newest = asked.key_of(frontier) or "none yet"
        raise StateError(f"{hour_key} is not canon yet: the newest hour that is canon is {newest}.")
    return asked


def find_key(app: Application, uow: UnitOfWork, asked: StoryHour, subject: str, attribute: str) -> Key:
    """The key of a fact that holds at an hour; of all canon only what is asked for is read.

    Raises:
        UsageError: As `known_key`.
    """
    found = _find_subject(app, uow, asked, subject)
    people = [found]
    if attribute.strip().startswith("bond:"):
        people.append(_find_subject(app, uow, asked, attribute.strip().removeprefix("bond:")))
        attribute = f"bond:{people[1]}"
    held = (f for one in people for f in uow.canon.of_subject(app.series_id, one, asked.number))
    state = CanonState.of(Fact(f.subject, f.attribute, f.value, f.valid_from, f.scene) for f in held)
    return known_key(state, found, attribute)


def _find_subject(app: Application, uow: UnitOfWork, asked: StoryHour, word: str) -> str:
    if uow.canon.of_subject(app.series_id, word.strip(), asked.number):
        return word.strip()
    return _subject(uow.canon.names(app.series_id, asked.number), word)


def known_key(state: CanonState, subject: str, attribute: str) -> Key:
    """The key of a fact that `state` has.

    Args:
        state: Canon to look in.
        subject: An id (`nagi`, `thread:ferry`), or a name as it is written in the story (`Nagi`).
        attribute: As canon has it (`status`, `look.hair_style`, `bond:koto`); bonds are found from both sides.

    Raises:
        UsageError: There is no such subject, several have that name, or it has no such attribute.
    """
    found = _subject(state, subject)
    wanted = attribute.strip()
    own = state.facts[found]
    if wanted in own:
        return Key(found, wanted)
    if wanted.startswith("bond:"):
        other = _subject(state, wanted.removeprefix("bond:"))
        first, second = sorted((found, other))
        if state.get(first, f"bond:{second}") is not None:
            return Key(first, f"bond:{second}")
    raise UsageError(
        f"Nothing is known of '{attribute}' of {found}{did_you_mean(wanted, own) or '.'} "
        f"Known: {', '.join(sorted(own))}."
    )


def _subject(state: CanonState, word: str) -> str:
    word = word.strip()
    if word in state.facts:
        return word
    names = {
        s: name for s in sorted(state.facts) if (name := state.value(s, "name") or state.value(s, "title"))
    }
    for alike in (same_name, resembles):
        named = [s for s, name in names.items() if alike(word, name)]
        if len(named) == 1:
            return named[0]
        if named:
            raise UsageError(f"'{word}' may be {' or '.join(named)}: use the id.")
    hint = did_you_mean(word, names.values()) or did_you_mean(word.casefold(), state.facts)
    raise UsageError(f"Nothing of the id or name '{word}' is canon at that hour{hint or '.'}")
