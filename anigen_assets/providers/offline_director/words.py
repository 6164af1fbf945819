"""What the slots of a text stand for in one part of one episode, and which wording of a text is used.

Slots: `{a}` with parts (people.Person.word), `{a!}` as the speaker addresses them, `{thing.*}`, `{item}`,
`{secret}`, `{word}`, `{title}`, `{question}`, `{answer}`, `{clue}`, `{spot}`, `{place}`, `{near}`, `{season}`,
`{now}`, `{time}`, `{sky}`, `{year}`, `{festival}`, and any topic of the lexicon (`{food}`; `{food2}` is another).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from anigen_assets.providers.offline_director.almanac import season_of
from anigen_assets.providers.offline_director.grammar import (
    filled,
    lowered_article,
    stable,
    walk,
    with_pronouns,
    worded,
    wordings,
)
from anigen_assets.providers.offline_director.parts import Part
from anigen_assets.providers.offline_director.people import Person
from anigen_assets.providers.offline_director.world import World
from anigen_assets.story.vocabulary import INDOOR_SETS, SetKind, TimeOfDay, Weather

_NOW = {
    TimeOfDay.MORNING: "this morning",
    TimeOfDay.DAY: "this afternoon",
    TimeOfDay.DUSK: "this evening",
    TimeOfDay.NIGHT: "tonight",
}
_TIME = {
    TimeOfDay.MORNING: "morning",
    TimeOfDay.DAY: "day",
    TimeOfDay.DUSK: "evening",
    TimeOfDay.NIGHT: "night",
}
_SKY = {
    Weather.CLOUDY: "the wind",
    Weather.RAIN: "the rain",
    Weather.SNOW: "the snow",
    Weather.FOG: "the fog",
}


@dataclass(frozen=True)
class Words:
    """Fills texts of one part. `at` gives the words of a scene, `by` those of a speaker in it."""

    world: World
    part: Part
    names: Mapping[str, str]
    place: str = ""
    time: TimeOfDay = TimeOfDay.DAY
    weather: Weather = Weather.CLEAR
    speaker: Person | None = None

    def at(self, place: str, time: TimeOfDay, weather: Weather) -> Words:
        """The same part at a place and an hour."""
        return replace(self, place=place, time=time, weather=weather)

    def by(self, speaker: Person) -> Words:
        """The same scene in somebody's mouth."""
        return replace(self, speaker=speaker)

    def fill(self, text: str, salt: str, shift: int = 0) -> str | None:
        """One wording of a text with its slots filled; None when a slot has nothing to say.

        Args:
            salt: Names the text, so that the texts of a part are worded independently.
            shift: Another wording of the same text.
        """
        count = wordings(text)
        index = walk(stable(self.world.slug, salt) % count, self.part.turn + shift, count)
        return self.wording(text, index)

    def wording(self, text: str, index: int) -> str | None:
        """The wording of a text with that number; None when a slot has nothing to say."""
        return filled(worded(text, index), self.resolve)

    def say(self, text: str, salt: str = "") -> str:
        """Like `fill`, for texts whose slots are known to be there.

        Raises:
            KeyError: When a slot has nothing to say.
        """
        words = self.fill(text, salt or text)
        if words is None:
            raise KeyError(f"{self.part.unit.id}: a slot cannot be filled in: {text}")
        return words

    def tell(self, text: str, salt: str) -> str:
        """Like `say`, for what is told about people and not said by one of them."""
        people = (self.part.person(letter) for letter in self.part.roles)
        return with_pronouns(self.say(text, salt), {p.short: p.word("They") or "" for p in people if p})

    def resolve(self, slot: str, part: str, vocative: bool) -> str | None:
        """The words of a slot."""
        if len(slot) == 1:
            person = self.part.person(slot)
            if person is None:
                return None
            return self._called(person) if vocative else person.word(part)
        if slot == "thing":
            found = self.part.thing.word(part) if self.part.thing else None
            return filled(found, self.resolve, whole_sentence=False) if found and "{" in found else found
        own = getattr(self, f"_{slot}", None)
        if own is not None:
            said = own(part)
            return said if said is None or isinstance(said, str) else None
        return self._listed(slot)

    def resolve_name(self, person: Person) -> str:
        """What the speaker calls somebody to their face."""
        return self._called(person)

    def _called(self, person: Person) -> str:
        calls = self.speaker.manner.calls if self.speaker else {}
        return calls.get(person.id) or calls.get(person.age_group) or person.short

    def _item(self, part: str) -> str | None:
        if not self.part.item:
            return self.part.thing.word(part or "the") if self.part.thing else None
        name = self.world.canon.value(self.part.item, "name")
        if part == "bare" or "'s " in name:
            return name
        return f"the {name.removeprefix('The ').removeprefix('the ')}"

    def _secret(self, part: str) -> str | None:
        text = self.world.canon.value(f"secret:{self.part.secret}", "text")
        return text.rstrip(".") or None

    def _word(self, part: str) -> str | None:
        if self.part.saga and self.part.saga.word:
            text = self.part.saga.word
            index = walk(stable(self.world.slug, self.world.number), 0, wordings(text))
            return filled(worded(text, index), self.resolve, whole_sentence=False)
        title = self._title("")
        if title is None:
            return None
        asks = title.split(" ", 1)[0] in {"Who", "What", "Why", "Where", "When", "How", "Will", "Is", "Can"}
        return f"“{title}”" if asks else lowered_article(title)

    def _title(self, part: str) -> str | None:
        return self.part.thread.title if self.part.thread else None

    def _question(self, part: str) -> str | None:
        return self.part.thread.question if self.part.thread else None

    def _seed(self) -> object:
        thread = self.part.thread
        return next((t for t in self.world.request.bible.threads if thread and t.id == thread.id), None)

    def _answer(self, part: str) -> str | None:
        answer = getattr(self._seed(), "answer", "")
        return answer.rstrip(".") or self._kept("plain_answer", 0)

    def _clue(self, part: str) -> str | None:
        clues = getattr(self._seed(), "clues", ())
        beat = self.part.thread.beat if self.part.thread else 0
        listed = [c for c in clues if c]
        # The first beat only asks: clues begin with the second one.
        at = max(beat - 1, 0)
        return listed[at].rstrip(".") if at < len(listed) else self._kept("plain_clue", at)

    def _kept(self, topic: str, step: int) -> str | None:
        """Words of a topic that belong to the thread and stay the same in all its episodes."""
        options = self.world.lexicon.get(topic)
        if not options:
            return None
        return options[walk(stable(self.world.slug, self.part.thread_id, topic), step, len(options))]

    def _told(self, part: str) -> str | None:
        return self._telling(0)

    def _told2(self, part: str) -> str | None:
        return self._telling(1)

    def _telling(self, index: int) -> str | None:
        """How the owner of the part's secret puts it, when the bible says so."""
        secrets = [s for member in self.world.request.bible.cast for s in member.secrets]
        told = next((s.told for s in secrets if s.id == self.part.secret), ())
        return told[index] if index < len(told) else None

    def _spot(self, part: str) -> str | None:
        return self._named(self.part.spot)

    def _place(self, part: str) -> str | None:
        return self._named(self.place)

    def _near(self, part: str) -> str | None:
        kind = self.world.canon.value(self.part.spot or self.place, "look.set_kind")
        others = [
            p.id
            for p in self.world.request.bible.places
            if p.id not in (self.place, self.part.spot) and p.look.set_kind not in INDOOR_SETS
            and p.look.set_kind != kind
        ]  # fmt: skip
        return (
            self._named(others[stable(self.part.unit.id, self.world.number) % len(others)])
            if others
            else None
        )

    def _season(self, part: str) -> str:
        return season_of(self.world.number)

    def _festival(self, part: str) -> str | None:
        return self._listed(f"festival_{season_of(self.world.number)}")

    def _now(self, part: str) -> str:
        return _NOW[self.time]

    def _time(self, part: str) -> str:
        return _TIME[self.time]

    def _sky(self, part: str) -> str:
        night = (
            "the stars"
            if self.time is TimeOfDay.NIGHT
            else "the light"
            if self.time is TimeOfDay.DUSK
            else "the sun"
        )
        return _SKY.get(self.weather, night)

    def _year(self, part: str) -> str:
        return str(1893 + stable(self.world.slug, self.part.thread_id or self.world.number, "year") % 190)

    def _oldyear(self, part: str) -> str:
        """A year that the oldest people still remember."""
        return str(1941 + stable(self.world.slug, self.part.thread_id or self.world.number, "oldyear") % 19)

    def _detail(self, part: str) -> str | None:
        kind = self.world.canon.value(self.place, "look.set_kind", SetKind.STREET.value)
        return self._listed(f"detail_{kind}")

    def _named(self, place: str) -> str | None:
        name = self.names.get(place) or self.world.canon.value(place, "name")
        return lowered_article(name) if name else None

    def _listed(self, slot: str) -> str | None:
        options = self.world.lexicon.get(slot)
        step = self.world.number
        if options is None and slot[-1:].isdigit():
            options = self.world.lexicon.get(slot[:-1])
            step += int(slot[-1:])
        if not options:
            return None
        shift = stable(self.world.slug, self.part.thread_id, slot.rstrip("0123456789")) % 97
        # What belongs to a thread keeps its word from episode to episode.
        step = stable(self.part.thread_id) % 89 + step - self.world.number if self.part.thread_id else step
        return options[walk(shift, step, len(options))]
