"""Contradictions in prose: a wording, its fact, and the sentence put into the director's text."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from anigen_assets.story.bible import CastMember
from anigen_assets.story.changes import (
    CanonChange,
    DeclareRule,
    DeclareSecret,
    Depart,
    Hold,
    IntroduceCharacter,
    IntroduceItem,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    SetAttribute,
)
from anigen_assets.story.plan import DialogueLine, EpisodePlan, PlannedChange
from anigen_assets.story.vocabulary import Emotion
from anigen_tests.benchmarks.contradictions.case import Case
from anigen_tests.benchmarks.contradictions.sites import Site
from anigen_tests.benchmarks.contradictions.wording import Pools, Wording

Slots = dict[str, str]
_COLOURS = (("#c41e1e", "red", "emerald"), ("#2456c4", "blue", "ginger"), ("#3a9a3a", "green", "violet"))
_EYES = (("#2456c4", "blue", "brown"), ("#6b4423", "brown", "green"), ("#2e8b57", "green", "grey-black"))
_STYLES = {"long": "short hair", "short": "long hair", "braid": "ponytail", "spiky": "long braid"}
_MARKS = {"scar": ("scar", "beard"), "beard": ("beard", "glasses"), "glasses": ("glasses", "scar")}
_WEATHERS = {
    "rain": ("raining", "Rain drums", "rain", "heavy rain"),
    "snow": ("snowing", "Snow falls", "snow falls", "thick snow"),
}
_BONDS = (("sworn friends", "enemy", "enemies"), ("bitter rivals", "friend", "friends"))


def case_of(site: Site, wording: Wording, pools: Pools, where: str) -> Case | None:
    """The wording put into the site's scene, or None when the site has no room for it."""
    rng = random.Random(f"{site.seed} {wording.text}")
    made = _FACTS[wording.family](site, rng, pools)
    if made is None:
        return None
    facts, slots, there = made
    text = _filled(wording.text, slots)
    if text is None:
        return None
    slot = 0 if wording.field == "synopsis" else site.slot
    return Case(
        family=wording.family,
        where=where,
        distance=site.distance,
        plan=put(site, wording, text, site.here[0].id),
        twin=site.plan,
        canon=site.canon(facts),
        bible=site.world.bible,
        here=(site.plan.number, slot),
        there=there,
        text=f"[{wording.field}] {text}",
    )


def put(site: Site, wording: Wording, text: str, speaker: str) -> EpisodePlan:
    """The plan with a sentence in the wording's field of the scene."""
    scene = site.scene
    if wording.field == "summary":
        return site.with_scene(summary=f"{scene.summary} {text}")
    if wording.field == "prompt":
        cut = scene.video_prompt[:800].rpartition(". ")[0]
        return site.with_scene(video_prompt=f"{cut}. {text}")
    if wording.field == "synopsis":
        return site.plan.model_copy(update={"synopsis": f"{site.plan.synopsis} {text}"})
    if wording.field == "action":
        shots = (*scene.shots[:-1], scene.shots[-1].model_copy(update={"action": text}))
        return site.with_scene(shots=shots)
    if wording.field == "note":
        event = RecordEvent(id="bm_note", text=text)
        made = [*site.plan.changes, PlannedChange(scene=site.slot, change=event)]
        return site.plan.model_copy(update={"changes": tuple(sorted(made, key=lambda c: c.scene))})
    line = DialogueLine(speaker=speaker, text=text, emotion=Emotion.NEUTRAL)
    return site.with_scene(dialogue=(*scene.dialogue, line))


def pronouns(who: CastMember, prefix: str) -> Slots:
    """`he`, `him`, `his` and `He` of a person, under slots with a prefix."""
    he, him, his = ("he", "him", "his") if who.look.masculine else ("she", "her", "her")
    caps = {f"{prefix.upper()}He": he.capitalize(), f"{prefix}His": his.capitalize()}
    return {f"{prefix}he": he, f"{prefix}him": him, f"{prefix}his": his, **caps}


def short(who: CastMember) -> str:
    """The name that others use."""
    return who.called or who.name.split()[0]


def _filled(text: str, slots: Mapping[str, str]) -> str | None:
    try:
        return text.format_map(slots)
    except KeyError:
        return None


Made = tuple[tuple[CanonChange, ...], Slots, tuple[int, int] | None]


def _people(site: Site) -> Slots:
    x, y = site.away[0], site.here[0]
    named = {"X": short(x), "Y": short(y), "Z": short(site.away[1])}
    return {**named, **pronouns(x, ""), "He": pronouns(x, "")["he"].capitalize(), **pronouns(y, "Y")}


def _gone(status: str) -> Any:
    def make(site: Site, rng: random.Random, pools: Pools) -> Made:
        fact = Depart.model_validate(
            {"subject": site.away[0].id, "status": status, "reason": "a long winter"}
        )
        return (fact,), _people(site), site.fact

    return make


def _look(attribute: str) -> Any:
    def make(site: Site, rng: random.Random, pools: Pools) -> Made:
        who = site.away[0]
        value, slots = _LOOKS[attribute](who, rng)
        now = str(getattr(who.look, attribute))
        fact = SetAttribute(subject=who.id, attribute=f"look.{attribute}", value=value, previous=now)
        people = {"Y": short(who), "Z": short(site.away[1]), **pronouns(who, "Y")}
        return (fact,), {**people, **slots}, site.fact

    return make


def _hair(who: CastMember, rng: random.Random) -> tuple[str, Slots]:
    value, _, wrong = rng.choice(_COLOURS)
    return value, {"C": wrong}


def _eyes(who: CastMember, rng: random.Random) -> tuple[str, Slots]:
    value, _, wrong = rng.choice(_EYES[:2])
    return value, {"C": wrong}


def _style(who: CastMember, rng: random.Random) -> tuple[str, Slots]:
    value = rng.choice(sorted(_STYLES))
    return value, {"S": _STYLES[value]}


def _mark(who: CastMember, rng: random.Random) -> tuple[str, Slots]:
    value = rng.choice(sorted(_MARKS))
    return value, {"M": _MARKS[value][1]}


def _age(who: CastMember, rng: random.Random) -> tuple[str, Slots]:
    return str(who.look.age + 1), {"A": str(who.look.age + rng.choice((9, 14, 23)))}


_LOOKS = {"hair_colour": _hair, "eye_colour": _eyes, "hair_style": _style, "mark": _mark, "age": _age}


def _item(site: Site, rng: random.Random, pools: Pools) -> Made:
    item = rng.choice(("copper astrolabe", "ivory comb", "glass abacus"))
    fact = IntroduceItem(id="bm_item", name=item, description="It is old.", holder=site.away[0].id)
    return (fact,), {**_people(site), "I": item}, site.fact


def _lost(site: Site, rng: random.Random, pools: Pools) -> Made:
    (item,), slots, there = _item(site, rng, pools)
    state = rng.choice(("lost", "destroyed"))
    gone = Hold.model_validate({"item": "bm_item", "holder": "", "previous": site.away[0].id, "state": state})
    return (item, gone), slots, there


def _secret(site: Site, rng: random.Random, pools: Pools) -> Made:
    text = rng.choice(pools.secrets).format(X=short(site.away[0]))
    fact = DeclareSecret(id="bm_secret", owner=site.away[0].id, text=f"{text}.")
    return (fact,), {**_people(site), "secret": text}, site.fact


def _elsewhere(site: Site, rng: random.Random, pools: Pools) -> Made:
    places = [p.name for p in site.world.bible.places if p.id != site.scene.place]
    name = rng.choice(places)
    name = f"the {name.removeprefix('The ')}" if name.startswith("The ") else name
    return (), {**_people(site), "P": name}, (site.plan.number, site.slot)


def _nobody(site: Site, rng: random.Random, pools: Pools) -> Made:
    return (), _people(site), None


def _thread(site: Site, rng: random.Random, pools: Pools) -> Made:
    title, question = rng.choice(pools.questions)
    due = site.plan.number + 90
    opened = OpenThread(id="bm_thread", title=title, question=question, due_number=due)
    return (
        (opened, ResolveThread(id="bm_thread", how="so")),
        {**_people(site), "title": title, "question": question},
        site.fact,
    )


def _unsolved(site: Site, rng: random.Random, pools: Pools) -> Made:
    title, question = rng.choice(pools.questions)
    opened = OpenThread(id="bm_thread", title=title, question=question, due_number=site.plan.number + 90)
    return (opened,), {**_people(site), "title": title, "question": question}, site.fact


def _again(site: Site, rng: random.Random, pools: Pools) -> Made:
    like = site.away[0]
    newcomer = IntroduceCharacter(
        id="bm_one",
        name="Ottoline Harcastle",
        role="minor",
        look=like.look,
        voice=like.voice,
        description="new",
    )
    return (newcomer,), {**_people(site), "N": "Ottoline Harcastle"}, site.fact


def _season(site: Site, rng: random.Random, pools: Pools) -> Made:
    now = site.world.bible.season_of(site.plan.number)
    wrong = {"spring": "autumn", "summer": "winter", "autumn": "spring", "winter": "summer"}[now]
    began = site.plan.number - (site.plan.number - 1) % site.world.bible.calendar.season_episodes
    return (), {**_people(site), "season": wrong, "Season": wrong.capitalize()}, (began, 0)


def _time(site: Site, rng: random.Random, pools: Pools) -> Made:
    now = str(site.scene.time_of_day)
    wrong = {"morning": "midnight", "day": "midnight", "dusk": "noon", "night": "noon"}[now]
    return (), {**_people(site), "time": wrong, "Time": wrong.capitalize()}, (site.plan.number, site.slot)


def _weather(site: Site, rng: random.Random, pools: Pools) -> Made | None:
    ing, verb, _, bare = _WEATHERS["snow" if str(site.scene.weather) == "rain" else "rain"]
    if str(site.scene.weather) == "snow" and ing == "snowing":
        return None
    slots = {"weather_ing": ing, "weather_verb": verb, "weather_noun": f"{bare} falls", "weather_bare": bare}
    return (), {**_people(site), **slots}, (site.plan.number, site.slot)


def _bond(site: Site, rng: random.Random, pools: Pools) -> Made:
    bond, word, words = rng.choice(_BONDS)
    fact = Relate(a=site.here[0].id, b=site.away[0].id, bond=bond, previous=None, because="the well")
    return (fact,), {**_people(site), "bond": word, "bonds": words}, site.fact


def _meeting(site: Site, rng: random.Random, pools: Pools) -> Made:
    fact = Relate(
        a=site.here[0].id, b=site.away[1].id, bond="sworn friends", previous=None, because="the well"
    )
    return (fact,), _people(site), site.fact


def _law(site: Site, rng: random.Random, pools: Pools) -> Made:
    text, broken = rng.choice(pools.laws)
    return (DeclareRule(id="bm_law", text=text),), {**_people(site), "broken": broken}, site.fact


_FACTS: dict[str, Any] = {
    "dead-acts": _gone("dead"),
    "away-acts": _gone("absent"),
    "hair-colour": _look("hair_colour"),
    "eye-colour": _look("eye_colour"),
    "hair-style": _look("hair_style"),
    "mark": _look("mark"),
    "age": _look("age"),
    "item-held": _item,
    "item-gone": _lost,
    "secret": _secret,
    "elsewhere": _elsewhere,
    "unknown-place": _nobody,
    "unknown-person": _nobody,
    "unknown-faction": _nobody,
    "thread-open": _thread,
    "thread-closed": _unsolved,
    "introduced-again": _again,
    "season": _season,
    "time": _time,
    "weather": _weather,
    "bond": _bond,
    "first-meeting": _meeting,
    "world-rule": _law,
}


def cases(site: Site, wordings: tuple[Wording, ...], pools: Pools, where: str) -> Iterator[Case]:
    """A case of every wording."""
    for wording in wordings:
        case = case_of(site, wording, pools, where)
        if case is not None:
            yield case
