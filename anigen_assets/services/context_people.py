"""Who counts in an hour: the protected and those just seen, and what the director should know about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anigen_assets.services.context_view import ContextView
from anigen_assets.store.repositories.memory import Appearance
from anigen_assets.story.canon import CanonState, Fact, Thread
from anigen_assets.story.changes import IntroduceCharacter, Key
from anigen_assets.story.context.material import (
    MOST_PRINCIPALS,
    MOST_RECURRING,
    RECURRING_EPISODES,
    RECURRING_TIMES,
    PersonNote,
)

IN_PLAY_EPISODES = 4
"""Whoever was seen in so many last episodes is in play, protected or not."""
MOST_IN_PLAY = 16
DUE_SOON_EPISODES = 16
PERSON_KEYS = ("kind", "name", "role", "status", "status_reason", "base")
NEWCOMER_KEYS = ("description", "want")
OWN_PLACE = frozenset((*PERSON_KEYS, *NEWCOMER_KEYS))


@dataclass(frozen=True)
class Ensemble:
    """Ids of those who count.

    Attributes:
        protected: Leads and mains, recurring minor characters, the cast of open threads; weightiest first.
        passing: Others seen in the last episodes.
        in_play: Those of either whom the next episode is likely to need, at most MOST_IN_PLAY.
        seen: The last sight of each, as far as it is known.
    """

    protected: tuple[str, ...]
    passing: tuple[str, ...]
    in_play: tuple[str, ...]
    seen: dict[str, Appearance]

    @property
    def everyone(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.protected, *self.passing)


def ensemble(view: ContextView, threads: Sequence[Thread]) -> Ensemble:
    """Finds them, given the open threads, those due first."""
    uow, series_id, number = view.uow, view.series_id, view.number
    scenes = uow.memory.appearances(series_id, number - RECURRING_EPISODES, number - 1)
    sights = {who: scene for scene in scenes for who in scene.cast}
    episodes = Counter(who for _, who in sorted({(s.number, who) for s in scenes for who in s.cast}))
    standing = uow.memory.principals(series_id, view.after, MOST_PRINCIPALS)
    drafted = [
        change.id
        for _, _, change in view.drafts
        if isinstance(change, IntroduceCharacter) and change.role != "minor"
    ]
    threaded = [who for thread in threads for who in thread.cast]
    frequent = sorted(
        (who for who, n in episodes.items() if n >= RECURRING_TIMES), key=lambda w: (-episodes[w], w)
    )
    recurring = [who for who in frequent if who not in standing][:MOST_RECURRING]
    protected = _unique((*standing, *drafted, *threaded, *recurring))
    lately = [who for s in reversed(scenes) if s.number >= number - IN_PLAY_EPISODES for who in s.cast]
    passing = [who for who in _unique(lately) if who not in set(protected)]
    soon = [who for t in threads if t.due_number - number <= DUE_SOON_EPISODES for who in t.cast]
    in_play = _unique((*soon, *lately))[:MOST_IN_PLAY]
    far = [who for who in (*protected, *passing) if who not in sights]
    seen = sights | _far_sights(view, far, standing)
    return Ensemble(tuple(protected), tuple(passing), tuple(in_play), seen)


def person_keys(view: ContextView, people: Ensemble) -> list[Key]:
    """Keys of what is told about them."""
    bible = {member.id for member in view.bible.cast}
    keys = [Key(who, attribute) for who in people.everyone for attribute in PERSON_KEYS]
    return keys + [Key(who, a) for who in people.everyone if who not in bible for a in NEWCOMER_KEYS]


def person_notes(
    view: ContextView, people: Ensemble, state: CanonState, lately: Iterable[Fact]
) -> tuple[PersonNote, ...]:
    """What is known about them; the long dead are left to the summaries."""
    bible = {member.id for member in view.bible.cast}
    traits: dict[str, dict[str, str]] = {}
    for fact in lately:
        if fact.attribute not in OWN_PLACE and not {".", ":"} & set(fact.attribute):
            traits.setdefault(fact.subject, {})[fact.attribute] = fact.value
    notes = []
    for who in people.everyone:
        status = state.get(who, "status")
        if state.kind(who) != "character" or status is None:
            continue
        if status.value == "dead" and status.number < view.number - RECURRING_EPISODES:
            continue
        sight = people.seen.get(who)
        place = state.value(who, "base") or (sight.place if sight else "")
        notes.append(
            PersonNote(
                id=who,
                name=state.value(who, "name"),
                role=state.value(who, "role"),
                status=status.value,
                reason=state.value(who, "status_reason"),
                place=state.value(place, "name", place),
                seen_number=sight.number if sight else None,
                description=state.value(who, "description"),
                want=state.value(who, "want"),
                traits=tuple(sorted(traits.get(who, {}).items())),
                in_bible=who in bible,
                protected=who in people.protected,
            )
        )
    return tuple(notes)


def _far_sights(
    view: ContextView, ids: Sequence[str], known: Mapping[str, int | None]
) -> dict[str, Appearance]:
    """Where those were seen last who have not been seen for long; scenes are read by their number."""
    asked = [who for who in ids if who not in known]
    numbers = {who: known[who] for who in ids if who in known}
    numbers |= view.uow.memory.last_seen(view.series_id, asked) if asked else {}
    before = sorted({n for n in numbers.values() if n is not None and n < view.number})
    scenes = view.uow.memory.appearances_in(view.series_id, before)
    sights = {(scene.number, who): scene for scene in scenes for who in scene.cast}
    return {who: sights[n, who] for who, n in numbers.items() if n is not None and (n, who) in sights}


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
