"""Contradictions in structure: casts, changes, slots and shots, one family a function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from anigen_assets.story.bible import Journey
from anigen_assets.story.changes import (
    AdvanceThread,
    CanonChange,
    DeclareRule,
    DeclareSecret,
    Depart,
    Hold,
    IntroduceCharacter,
    IntroduceItem,
    Learn,
    Move,
    OpenThread,
    RecordEvent,
    Relate,
    ResolveThread,
    Retcon,
    Return,
    SetAttribute,
)
from anigen_assets.story.plan import EpisodePlan, PlannedChange
from anigen_assets.story.vocabulary import TimeOfDay
from anigen_tests.benchmarks.contradictions.case import Case
from anigen_tests.benchmarks.contradictions.sites import Site

Family = Callable[[Site], Case | None]
FAMILIES: dict[str, Family] = {}
_LAMP = IntroduceItem(
    id="bm_lantern", name="paper lantern of Ysolde", description="It folds flat.", holder=""
)


def family(name: str) -> Callable[[Family], Family]:
    """Registers a family under a name."""

    def register(make: Family) -> Family:
        FAMILIES[name] = make
        return make

    return register


def cases(site: Site) -> Iterator[Case]:
    """One case of every family that the site has room for."""
    for make in FAMILIES.values():
        case = make(site)
        if case is not None:
            yield case


def _case(
    site: Site,
    name: str,
    plan: EpisodePlan,
    *facts: CanonChange,
    twin: EpisodePlan | None = None,
    there: tuple[int, int] | None = (0, 0),
    slot: int | None = None,
    **options: object,
) -> Case:
    """A case whose fact is made by the fact's scene; `there` (0, 0) means that scene."""
    here = (site.plan.number, site.slot if slot is None else slot)
    other = site.fact if there == (0, 0) else there
    return Case(
        family=name,
        where="structure",
        distance=site.distance,
        plan=plan,
        twin=twin or site.plan,
        canon=site.canon(facts),
        bible=site.world.bible,
        here=here,
        there=other,
        options=dict(options),
    )


def _depart(site: Site, status: str) -> Depart:
    return Depart.model_validate({"subject": site.away[0].id, "status": status, "reason": "a long winter"})


@family("dead acts")
def _dead(site: Site) -> Case:
    return _case(site, "dead acts", site.joined_by(site.away[0].id), _depart(site, "dead"))


@family("absent acts")
def _absent(site: Site) -> Case:
    return _case(site, "absent acts", site.joined_by(site.away[0].id), _depart(site, "absent"))


@family("departed acts")
def _departed(site: Site) -> Case:
    return _case(site, "departed acts", site.joined_by(site.away[0].id), _depart(site, "departed"))


@family("dead in a change")
def _dead_event(site: Site) -> Case:
    event = RecordEvent(id="bm_toast", text="They drank a toast.", participants=(site.away[0].id,))
    return _case(site, "dead in a change", site.with_changes(event), _depart(site, "dead"))


@family("departs twice")
def _departs(site: Site) -> Case:
    return _case(site, "departs twice", site.with_changes(_depart(site, "dead")), _depart(site, "dead"))


@family("returns from the dead undeclared")
def _returns(site: Site) -> Case:
    back = Return(subject=site.away[0].id, reason="home")
    good = Return(subject=site.away[0].id, reason="the sea gave them back", resurrection=True)
    return _case(
        site,
        "returns from the dead undeclared",
        site.with_changes(back),
        _depart(site, "dead"),
        twin=site.with_changes(good),
    )


@family("two places in one scene")
def _two_moves(site: Site) -> Case:
    who, places = site.here[0].id, [p.id for p in site.world.bible.places]
    one, other = (Move(subject=who, to_place=p) for p in places[:2])
    here = (site.plan.number, site.slot)
    return _case(
        site,
        "two places in one scene",
        site.with_changes(one, other),
        twin=site.with_changes(one),
        there=here,
    )


@family("two places at one time")
def _meanwhile(site: Site) -> Case | None:
    if site.slot < 2:
        return None
    before = site.plan.scenes[site.slot - 2]
    if not set(before.cast) & set(site.scene.cast) or before.place == site.scene.place:
        return None
    if before.time_of_day is not site.scene.time_of_day:
        return None
    there = (site.plan.number, site.slot - 1)
    return _case(site, "two places at one time", site.with_scene(meanwhile=True), there=there)


@family("item of another handed over")
def _hold(site: Site) -> Case:
    fact = _LAMP.model_copy(update={"holder": site.away[0].id})
    give = Hold(item=_LAMP.id, holder=site.here[0].id, previous=site.here[1].id)
    good = Hold(item=_LAMP.id, holder=site.here[0].id, previous=site.away[0].id)
    return _case(
        site, "item of another handed over", site.with_changes(give), fact, twin=site.with_changes(good)
    )


@family("item of another in frame")
def _frame(site: Site) -> Case:
    fact = _LAMP.model_copy(update={"holder": site.away[0].id})
    return _case(site, "item of another in frame", _framed(site), fact)


def _framed(site: Site) -> EpisodePlan:
    shots = list(site.scene.shots)
    shots[-1] = shots[-1].model_copy(update={"subjects": (_LAMP.id,)})
    return site.with_scene(shots=tuple(shots))


@family("lost item used")
def _lost(site: Site) -> Case:
    lost = Hold(item=_LAMP.id, holder="", previous="", state="lost")
    use = Hold(item=_LAMP.id, holder=site.here[0].id, previous=site.here[1].id)
    found = Hold(item=_LAMP.id, holder=site.here[0].id)
    return _case(site, "lost item used", site.with_changes(use), _LAMP, lost, twin=site.with_changes(found))


@family("destroyed item used")
def _destroyed(site: Site) -> Case:
    gone = Hold(item=_LAMP.id, holder="", previous="", state="destroyed")
    return _case(site, "destroyed item used", _framed(site), _LAMP, gone)


@family("secret learned twice")
def _learn(site: Site) -> Case:
    secret = DeclareSecret(id="bm_secret", owner=site.away[0].id, text="the well is dry")
    known = Learn(subject=site.here[0].id, secret="bm_secret", how="by ear")
    again = Learn(subject=site.here[0].id, secret="bm_secret", how="by letter")
    return _case(site, "secret learned twice", site.with_changes(again), secret, known)


@family("secret learned that never was")
def _no_secret(site: Site) -> Case:
    learn = Learn(subject=site.here[0].id, secret="bm_nothing", how="by ear")
    return _case(site, "secret learned that never was", site.with_changes(learn), there=None)


@family("introduced twice")
def _twice(site: Site) -> Case:
    first = _newcomer(site, "bm_one", "Perpétua Lindqvist")
    again = _newcomer(site, "bm_two", "Captain LINDQVIST Perpetua-san")
    good = _newcomer(site, "bm_two", "Ottoline Harcastle")
    return _case(site, "introduced twice", site.with_changes(again), first, twin=site.with_changes(good))


@family("used before introduced")
def _early(site: Site) -> Case | None:
    if site.slot == 6:
        return None
    newcomer = _newcomer(site, "bm_one", "Perpetua Lindqvist")
    early = site.joined_by("bm_one")
    later = [*early.changes, PlannedChange(scene=site.slot + 1, change=newcomer)]
    plan = early.model_copy(update={"changes": tuple(sorted(later, key=lambda c: c.scene))})
    there = (site.plan.number, site.slot + 1)
    return _case(
        site, "used before introduced", plan, twin=site.with_changes(newcomer, plan=early), there=there
    )


def _newcomer(site: Site, who: str, name: str) -> IntroduceCharacter:
    like = site.away[0]
    return IntroduceCharacter(
        id=who, name=name, role="minor", look=like.look, voice=like.voice, description="new in town"
    )


@family("unknown place")
def _place(site: Site) -> Case:
    return _case(site, "unknown place", site.with_scene(place="bm_nowhere"), there=None)


@family("unknown item")
def _item(site: Site) -> Case:
    hold = Hold(item="bm_nothing", holder=site.here[0].id)
    return _case(site, "unknown item", site.with_changes(hold), there=None)


@family("unknown faction")
def _faction(site: Site) -> Case:
    who = site.here[0].id
    known = site.world.bible.factions[0].id
    joins = SetAttribute(subject=who, attribute="faction", value="bm_league")
    good = SetAttribute(subject=who, attribute="faction", value=known)
    return _case(site, "unknown faction", site.with_changes(joins), there=None, twin=site.with_changes(good))


def _thread(site: Site, due: int) -> OpenThread:
    return OpenThread(
        id="bm_thread", title="The Tin Organ", question="Who tuned the tin organ?", due_number=due
    )


@family("thread resolved twice")
def _resolved(site: Site) -> Case:
    done = ResolveThread(id="bm_thread", how="the wind did")
    thread = _thread(site, site.plan.number + 90)
    return _case(site, "thread resolved twice", site.with_changes(done), thread, done)


@family("closed thread advanced")
def _advanced(site: Site) -> Case:
    done = ResolveThread(id="bm_thread", how="the wind did")
    move = AdvanceThread(id="bm_thread", beat=1, note="a new pipe")
    thread = _thread(site, site.plan.number + 90)
    return _case(site, "closed thread advanced", site.with_changes(move), thread, done)


@family("thread left overdue")
def _overdue(site: Site) -> Case:
    move = AdvanceThread(id="bm_thread", beat=1, note="a new pipe")
    thread = _thread(site, site.plan.number)
    return _case(site, "thread left overdue", site.plan, thread, twin=site.with_changes(move), slot=0)


def _bond(site: Site, previous: str | None, bond: str) -> Relate:
    a, b = site.here[0].id, site.here[1].id
    return Relate(a=a, b=b, bond=bond, previous=previous, because="the well")


def _met(site: Site) -> RecordEvent:
    a, b = site.here[0].id, site.here[1].id
    return RecordEvent(id="bm_talk", text="They talked.", participants=(a, b))


@family("bond from a wrong one")
def _bonds(site: Site) -> Case:
    wrong = site.with_changes(_bond(site, "cousins", "rivals"), _met(site))
    good = site.with_changes(_bond(site, "sworn friends", "rivals"), _met(site))
    return _case(site, "bond from a wrong one", wrong, _bond(site, None, "sworn friends"), twin=good)


@family("bond without an event")
def _uneventful(site: Site) -> Case | None:
    if any("thread" in c.change.kind for c in site.plan.changes):
        return None
    pair = {site.here[0].id, site.here[1].id}
    if any(
        isinstance(c.change, RecordEvent) and pair <= set(c.change.participants) for c in site.plan.changes
    ):
        return None
    change = _bond(site, "sworn friends", "rivals")
    good = site.with_changes(change, _met(site))
    return _case(
        site,
        "bond without an event",
        site.with_changes(change),
        _bond(site, None, "sworn friends"),
        twin=good,
    )


def _aged(site: Site, years: int, previous: int) -> SetAttribute:
    return SetAttribute(
        subject=site.here[0].id,
        attribute="look.age",
        value=str(years),
        previous=str(previous),
        because="time",
    )


@family("younger than before")
def _younger(site: Site) -> Case:
    age = site.away[0].look.age
    who = site.away[0].id
    older = _aged(site, age + 1, age).model_copy(update={"subject": who})
    younger = _aged(site, age - 2, age + 1).model_copy(update={"subject": who})
    return _case(site, "younger than before", site.with_changes(younger), older)


@family("older in a day")
def _older(site: Site) -> Case:
    who, age = site.away[0].id, site.away[0].look.age
    older = _aged(site, age + 1, age).model_copy(update={"subject": who})
    leap = _aged(site, age + 31, age + 1).model_copy(update={"subject": who})
    return _case(site, "older in a day", site.with_changes(leap), older)


@family("a day runs backwards")
def _backwards(site: Site) -> Case | None:
    if site.slot < 2 or site.plan.scenes[site.slot - 2].time_of_day not in (TimeOfDay.DUSK, TimeOfDay.NIGHT):
        return None
    there = (site.plan.number, site.slot - 1)
    plan = site.with_scene(time_of_day=TimeOfDay.DAY)
    return _case(site, "a day runs backwards", plan, there=there)


@family("travel faster than the bible allows")
def _travel(site: Site) -> Case | None:
    if site.slot < 2:
        return None
    before = site.plan.scenes[site.slot - 2]
    if not set(before.cast) & set(site.scene.cast) or before.time_of_day is not site.scene.time_of_day:
        return None
    visited = {s.place for s in site.plan.scenes}
    far = next(p.id for p in site.world.bible.places if p.id not in visited)
    way = (Journey(a=before.place, b=far, parts=4),)
    bible = site.world.bible.model_copy(update={"journeys": way})
    there = (site.plan.number, site.slot - 1)
    case = _case(site, "travel faster than the bible allows", site.with_scene(place=far), there=there)
    return replace(case, bible=bible)


@family("value from a wrong one")
def _value(site: Site) -> Case:
    who = site.here[0].id
    first = SetAttribute(subject=who, attribute="lodging", value="the mill")
    wrong = SetAttribute(subject=who, attribute="lodging", value="the loft", previous="the barn")
    good = wrong.model_copy(update={"previous": "the mill"})
    return _case(
        site, "value from a wrong one", site.with_changes(wrong), first, twin=site.with_changes(good)
    )


@family("look from a wrong one")
def _look(site: Site) -> Case:
    who = site.away[0]
    first = SetAttribute(subject=who.id, attribute="look.mark", value="scar", previous=str(who.look.mark))
    wrong = SetAttribute(subject=who.id, attribute="look.mark", value="glasses", previous="moustache")
    good = wrong.model_copy(update={"previous": "scar"})
    return _case(site, "look from a wrong one", site.with_changes(wrong), first, twin=site.with_changes(good))


@family("retcon of what is not so")
def _retcon(site: Site) -> Case:
    who = site.here[0].id
    first = SetAttribute(subject=who, attribute="lodging", value="the mill")
    wrong = Retcon(subject=who, attribute="lodging", value="the loft", previous="the barn", reason="misheard")
    good = wrong.model_copy(update={"previous": "the mill"})
    return _case(
        site, "retcon of what is not so", site.with_changes(wrong), first, twin=site.with_changes(good)
    )


@family("event told twice")
def _event(site: Site) -> Case:
    event = RecordEvent(id="bm_flood", text="The mill was flooded.")
    return _case(site, "event told twice", site.with_changes(event), event)


@family("law declared twice")
def _law(site: Site) -> Case:
    law = DeclareRule(id="bm_law", text="The mill stands still on Sundays.")
    return _case(site, "law declared twice", site.with_changes(law), law)


@family("title taken")
def _title(site: Site) -> Case:
    taken = {site.plan.title: site.fact[0]}
    return _case(site, "title taken", site.plan, there=(site.fact[0], 0), slot=0, title_owner=taken.get)


@family("filler alters")
def _filler(site: Site) -> Case:
    change = SetAttribute(subject="bm_one", attribute="lodging", value="the mill")
    bare = site.plan.model_copy(update={"changes": (), "filler": True})
    plan = site.with_changes(change, plan=bare)
    newcomer = _newcomer(site, "bm_one", "Perpetua Lindqvist")
    # Its own newcomers are missing from a plan without changes: only what the change adds is counted.
    return _case(site, "filler alters", plan, newcomer, twin=bare, there=None)


@family("dream alters")
def _dream(site: Site) -> Case:
    move = Move(subject=site.here[0].id, to_place=site.world.bible.places[0].id)
    return _case(
        site, "dream alters", site.with_changes(move, plan=site.with_scene(mode="dream")), there=None
    )


@family("number of scenes")
def _count(site: Site) -> Case:
    plan = site.plan.model_copy(update={"scenes": site.plan.scenes[:5]})
    return _case(site, "number of scenes", plan, there=None, slot=0)


@family("shot arithmetic")
def _shots(site: Site) -> Case:
    first = site.scene.shots[0]
    other = {4: 6, 6: 8, 8: 4}[first.duration_seconds]
    shots = (first.model_copy(update={"duration_seconds": other}), *site.scene.shots[1:])
    return _case(site, "shot arithmetic", site.with_scene(shots=shots), there=None)


@family("cast size")
def _cast(site: Site) -> Case:
    people = [m.id for m in site.world.bible.cast if site.canon(()).value(m.id, "status") == "present"]
    return _case(site, "cast size", site.with_scene(cast=tuple(people[:6])), there=None)


@family("prompt length")
def _prompt(site: Site) -> Case:
    prompt = (site.scene.video_prompt + " A gull." * 120)[:1060]
    return _case(site, "prompt length", site.with_scene(video_prompt=prompt), there=None)
