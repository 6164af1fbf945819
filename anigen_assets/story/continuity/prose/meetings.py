"""Two people who are said to meet for the first time."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import PICTURES, asked, denies, remembered_in, supposed_in
from anigen_assets.story.continuity.prose.reading import Statement

_FIRST = (
    "for the first time",
    "for the very first time",
    "never met",
    "not met",
    "n't met",
    "have met",
    "never seen before",
    "never before seen",
    "pleased to meet",
    "delighted to meet",
    "glad to meet",
    "who are you",
    "nice to meet you",
    "introduces herself",
    "introduces himself",
    "introduce themselves",
    "a stranger to",
    "a complete stranger",
    "a perfect stranger",
    "a total stranger",
    "never laid eyes",
    "never set eyes",
    "never crossed paths",
    "never exchanged a word",
    "never spoken to",
    "complete strangers",
    "perfect strangers",
    "total strangers",
    "utter strangers",
    "until now strangers",
    "strangers until",
    "strangers till",
    "as strangers",
    "first encounter",
    "never having seen",
    "never having met",
    "never having spoken",
    "begins his acquaintance",
    "begins her acquaintance",
    "begins their acquaintance",
    "never heard of you",
    "we 've never",
    "we have never",
    "introduce you two",
    "the two strangers",
    "first meeting",
    "first meet",
    "first met",
    "first handshake",
    "first conversation",
    "first words",
    "make the acquaintance",
    "makes the acquaintance",
    "acquaintance at last",
    "your acquaintance",
    "you must be",
    "so you 're",
    "so you are",
    "not know",
    "n't know",
    "has no idea who",
    "the first time that",
    "meet at last",
    "so this is",
    "not know each other",
    "n't know each other",
    "been introduced",
    ", is it",
    "spoken to",
)
_MEET = listed(
    "meet meets met meeting seen sees saw introduces introduce introduced know knows shakes "
    "strangers stranger eyes speak speaks spoken encounter acquaintance paths exchanged first "
    "introduced having heard"
)
_MEET_IN_TALK = _MEET | {"it", "so", "who", "this", "must"}
_NO_FIRST = listed("days weeks months years hours ages since again")
_MEETING = frozenset(("meet", "meets", "met", "introduces", "strangers", "introduced"))


def first_meeting(statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...], str] | None:  # noqa: PLR0911 - one return a case
    """(one, other, words) of two people who are said to meet for the first time, or None."""
    sentence, low = statement.sentence, statement.sentence.low
    cues = _MEET_IN_TALK if statement.passage.kind == "line" or len(statement.mentions) > 1 else _MEET
    if statement.passage.kind == "prompt" or cues.isdisjoint(sentence.bag) or not _ONLOOKING.isdisjoint(low):
        return None
    people = list(statement.of_kind("character"))
    if not people and statement.earlier and (statement.passage.speaker and _NICE & sentence.bag):
        people = list(statement.earlier[0].of_kind("character"))
    if len(people) == 1 and not statement.passage.speaker:
        # `So begins her acquaintance with Ren`: the other is meant by a pronoun.
        meant = ((at, statement.meant(word, at)) for at, word in enumerate(low) if word in _PRONOUNS)
        people += [
            Mention(at, at, "character", ids, False) for at, ids in meant if ids and ids != people[0].ids
        ][:1]
    if (
        not people
        or supposed_in(low, len(low) - 1)
        or remembered_in(_recent(low))
        or any(w in PICTURES for w in low)
    ):
        return None
    speaker = statement.passage.speaker
    distinct = list(dict.fromkeys(m.ids for m in people))
    if len(distinct) == 2 and _presented(low, people[0].end, people[-1].start):
        return distinct[0], distinct[1], "this is"
    if len(distinct) == 2 and not speaker and _unknown_till_now(low, people):
        return distinct[0], distinct[1], "stranger"
    if len(distinct) == 2 and {"introduce", "strangers"} <= sentence.bag:
        return distinct[0], distinct[1], "strangers"
    whole = f" {' '.join(low)} "
    said = (p for p in _FIRST if f" {p} " in whole)
    phrase = next((p for p in said if _is_first(statement, p, low)), None)
    if phrase is None:
        return None
    if speaker:
        named = [ids for ids in distinct if ids != (speaker,)]
        if len(named) != 1 or (
            asked(sentence)
            and low[-2:-1] not in (("have",), ("did",))
            and not phrase.startswith(("so you", "you must", ", is it"))
        ):
            return None
        return (speaker,), named[0], phrase
    return (distinct[0], distinct[1], phrase) if len(distinct) == 2 else None


_NICE = listed("nice pleased glad never pleasure delighted")
_ONLOOKING = listed("watch watches watching")
_PRONOUNS = listed("his her him he she")
_UNTIL_NOW = listed("moment minute minutes seconds second hour")


def _recent(low: tuple[str, ...]) -> tuple[str, ...]:
    """The words without an `ago` that is hardly past: `a moment ago still a stranger`."""
    return tuple(w for at, w in enumerate(low) if not (w == "ago" and at and low[at - 1] in _UNTIL_NOW))


def _unknown_till_now(low: tuple[str, ...], people: list[Mention]) -> bool:
    """`Aoi, still a stranger, met Ren`, `Aoi meets Ren, somebody she never knew existed`."""
    first, second = sorted(people, key=lambda m: m.start)[0], sorted(people, key=lambda m: m.start)[-1]
    between = low[first.end : second.start]
    if between[-1:] not in (("meets",), ("met",), ("encounters",), ("into",)) or denies(between):
        return False
    after = low[second.end : second.end + 8]
    unheard = "never" in after or "stranger" in after or "unknown" in after
    apposed = after[:1] == (",",) and after[1:2] in (("somebody",), ("someone",), ("a",), ("whom",), ("who",))
    return ("stranger" in between and "a" in between) or (apposed and unheard)


def _presented(low: tuple[str, ...], first: int, second: int) -> bool:
    """Whether one is presented to the other: `Aoi, this is Ren`."""
    return low[first:second] in ((",", "this", "is"), (",", "meet"), (",", "may", "i", "introduce"))


def _is_first(statement: Statement, phrase: str, low: tuple[str, ...]) -> bool:  # noqa: PLR0911 - one return a phrase
    """Whether the words mean that two people meet, here and now."""
    bag = statement.sentence.bag
    if not bag.isdisjoint(("tells", "tell", "told", "recounts", "recount")):
        return False
    if {"we", "all", "and"} <= bag and "years" in bag:
        return False  # `We've all been coming here for years, and never met`: nobody in particular
    if phrase == "have met":
        return bool({"n't", "not"} & bag and {"believe", "think"} & bag)
    if phrase in ("for the first time", "for the very first time"):
        at = next(i for i in range(len(low)) if low[i : i + 2] in (("first", "time"),))
        again = low[at + 2 : at + 3] == ("in",) and not _NO_FIRST.isdisjoint(low[at + 3 : at + 6])
        return bool(_MEETING & bag) and not again and not any(w in ("'s", "eyes") for w in low[:at])
    if phrase in ("you must be", "so you 're", "so you are"):
        at = low.index("you") + (2 if "you 're" in phrase or "you are" in phrase else 3)
        return bool(statement.passage.speaker) and any(m.start == at for m in statement.of_kind("character"))
    if phrase in ("not know", "n't know"):
        at = low.index("know") + 1
        return "yet" in bag and any(m.start == at for m in statement.of_kind("character"))
    if phrase in ("been introduced", "spoken to"):
        return bool({"never", "not", "n't"} & bag)
    if phrase == ", is it":
        return bool(statement.passage.speaker) and low[-2:] == ("is", "it") and len(low) < 6
    if phrase in ("we 've never", "we have never"):
        return statement.passage.speaker != "" and bool({"met", "spoken", "seen"} & bag) and "before" in bag
    if phrase == "first met":
        return False
    return "when" not in low[:2]
