"""Things and the hands they are in."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Depart, Hold, IntroduceItem
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, SceneContext
from anigen_assets.story.continuity.registry import Example, change_rule, scene_rule

_GONE = ("lost", "destroyed")
_LOST = Hold(item="compass", holder="", previous="ren", state="lost")
_DESTROYED = Hold(item="compass", holder="", previous="ren", state="destroyed")
_REN_GIVES_IT = Hold(item="compass", holder="aoi", previous="ren")


@change_rule(
    Hold,
    rule_id="unknown-item",
    message="In {here}, '{item}' changes hands, but no item of that id is known{hint}.",
    wrong=Example("Ren hands over 'kompass'.", lambda s: s.change(3, Hold(item="kompass", holder="aoi"))),
    right=Example("Ren hands the compass to Aoi.", lambda s: s.change(3, _REN_GIVES_IT)),
)
def unknown_item(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """Only a known item changes hands; the scene may introduce it."""
    item = at.change.item
    kind = at.during.after.kind(item)
    if kind != "item":
        hint = f" (it is a {kind})" if kind else at.during.near(item, "item")
        yield at.complaint(f"'{item}' changes hands", item=item, hint=hint)


@change_rule(
    Hold,
    IntroduceItem,
    rule_id="unknown-holder",
    message="In {here}, {item} goes to '{holder}', which is neither a person nor a place that is known{hint}.",
    wrong=Example("The compass goes to 'oai'.", lambda s: s.change(3, Hold(item="compass", holder="oai"))),
    right=Example(
        "The compass stays behind on the pier.", lambda s: s.change(3, Hold(item="compass", holder="pier"))
    ),
)
def unknown_holder(at: ChangeContext[Hold | IntroduceItem]) -> Iterator[Complaint]:
    """Whoever takes an item is a known person, or it lies at a known place."""
    change, holder = at.change, at.change.holder
    kind = at.during.after.kind(holder)
    if holder and kind not in ("character", "place"):
        item = at.label(change.item if isinstance(change, Hold) else change.id)
        hint = f" (it is a {kind})" if kind else at.during.near(holder, "character")
        yield at.complaint(f"{item} goes to '{holder}'", item=item, holder=holder, hint=hint)


@change_rule(
    Hold,
    rule_id="item-not-held",
    message="In {here}, {item} is taken from {giver}, but since {there} {holder}.",
    wrong=Example(
        "Ren gave Aoi the compass in scene 2 and gives it to Mika in scene 4.",
        lambda s: s.change(2, _REN_GIVES_IT).change(4, Hold(item="compass", holder="mika", previous="ren")),
    ),
    right=Example(
        "Ren gives Aoi the compass in scene 2, and she gives it to Mika in scene 4.",
        lambda s: s.change(2, _REN_GIVES_IT).change(4, Hold(item="compass", holder="mika", previous="aoi")),
    ),
)
def item_not_held(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """Only who holds an item hands it over, uses it up or loses it."""
    change, fact = at.change, at.state.get(at.change.item, "holder")
    gone = at.state.value(change.item, "state") in _GONE
    if fact is not None and not gone and change.previous is not None and change.previous != fact.value:
        giver = at.label(change.previous) if change.previous else "nobody"
        holder = f"{at.label(fact.value)} holds it" if fact.value else "nobody holds it"
        item = at.label(change.item)
        yield at.complaint(f"{item} is taken from {giver}", fact, item=item, giver=giver, holder=holder)


@change_rule(
    Hold,
    rule_id="destroyed-item-used",
    message="In {here}, {item} changes hands, but was destroyed in {there}.",
    wrong=Example(
        "The compass was destroyed in episode 3 and is handed to Aoi in scene 4.",
        lambda s: s.told(3, 5, _DESTROYED).change(4, Hold(item="compass", holder="aoi")),
    ),
    right=Example(
        "Aoi receives the compass in scene 2, and it is destroyed in scene 4.",
        lambda s: s.change(2, _REN_GIVES_IT).change(
            4, Hold(item="compass", holder="", previous="aoi", state="destroyed")
        ),
    ),
)
def destroyed_item_used(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """What is destroyed is not held, handed over, lost or mended."""
    fact = at.state.get(at.change.item, "state")
    if fact is not None and fact.value == "destroyed":
        item = at.label(at.change.item)
        yield at.complaint(f"{item} changes hands", fact, item=item)


@change_rule(
    Hold,
    rule_id="lost-item-used",
    message="In {here}, {item} is {use}, but was lost in {there} and has not been found.",
    wrong=Example(
        "The compass was lost in episode 3, and in scene 4 Ren hands it to Aoi.",
        lambda s: s.told(3, 5, _LOST).change(4, _REN_GIVES_IT),
    ),
    right=Example(
        "The compass was lost in episode 3, and in scene 4 Aoi finds it.",
        lambda s: s.told(3, 5, _LOST).change(4, Hold(item="compass", holder="aoi", previous="")),
    ),
)
def lost_item_used(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """What is lost can be found by anybody, but nobody can hand it over or lose it again."""
    change, fact = at.change, at.state.get(at.change.item, "state")
    if fact is not None and fact.value == "lost" and (change.previous or change.state == "lost"):
        item = at.label(change.item)
        use = f"taken from {at.label(change.previous)}" if change.previous else "lost again"
        yield at.complaint(f"{item} is {use}", fact, item=item, use=use)


@change_rule(
    Hold,
    rule_id="lost-but-held",
    message="In {here}, {item} is lost and at the same time with {holder}: what is lost is held by nobody.",
    wrong=Example(
        "Ren loses the compass and still holds it.",
        lambda s: s.change(3, Hold(item="compass", holder="ren", previous="ren", state="lost")),
    ),
    right=Example("Ren loses the compass.", lambda s: s.change(3, _LOST)),
)
def lost_but_held(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """What is lost is in nobody's hands."""
    change = at.change
    if change.state == "lost" and at.during.is_person(change.holder):
        item, holder = at.label(change.item), at.label(change.holder)
        yield at.complaint(f"{item} is lost and held by {holder}", item=item, holder=holder)


@change_rule(
    Hold,
    rule_id="dead-receives",
    message="In {here}, {item} is handed to {who}, who died in {there}.",
    wrong=Example(
        "Tomo died in episode 3 and is handed the compass in scene 4.",
        lambda s: s.told(3, 1, Depart(subject="tomo", status="dead", reason="old age")).change(
            4, Hold(item="compass", holder="tomo", previous="ren")
        ),
    ),
    right=Example(
        "Tomo died in episode 3, and in scene 4 Ren lays the compass down at the shrine.",
        lambda s: s.told(3, 1, Depart(subject="tomo", status="dead", reason="old age")).change(
            4, Hold(item="compass", holder="shrine", previous="ren")
        ),
    ),
)
def dead_receives(at: ChangeContext[Hold]) -> Iterator[Complaint]:
    """The dead take nothing."""
    fact = at.state.get(at.change.holder, "status")
    if fact is not None and fact.value == "dead" and not at.during.present(at.change.holder):
        item, who = at.label(at.change.item), at.label(at.change.holder)
        yield at.complaint(f"{item} is handed to {who}", fact, item=item, who=who)


@scene_rule(
    "item-elsewhere",
    "In {here}, {item} is seen, but since {there} {state}.",
    wrong=Example(
        "Mika took the compass away in episode 3, and it is seen between Aoi and Ren in scene 2.",
        lambda s: s.told(3, 4, Hold(item="compass", holder="mika", previous="ren")).shot(
            2, 3, subjects=("compass",)
        ),
    ),
    right=Example(
        "Ren holds the compass, and it is seen in scene 2, where he is.",
        lambda s: s.shot(2, 3, subjects=("compass",)),
    ),
)
def item_elsewhere(scene: SceneContext) -> Iterator[Complaint]:
    """An item in frame is there: held by somebody present or lying at this place, neither lost nor destroyed."""
    for thing in scene.roles:
        if scene.after.kind(thing) == "item" and not any(
            _in_reach(scene, state, thing) for state in scene.states
        ):
            canon = scene.before if scene.before.kind(thing) else scene.after
            condition, holder = canon.value(thing, "state"), canon.value(thing, "holder")
            gone = condition in _GONE
            words = f"it is {condition}" if gone else f"it is with {scene.label(holder)}, not here"
            fact = canon.get(thing, "state" if gone else "holder")
            item = scene.label(thing)
            yield scene.complaint(f"{item} is seen", fact, item=item, state=words)


def _in_reach(scene: SceneContext, state: CanonState, item: str) -> bool:
    """Whether the item could be there; nobody knows where an item without a holder is, so it could."""
    if state.kind(item) != "item" or state.value(item, "state") in _GONE:
        return False
    holder = state.value(item, "holder")
    return not holder or holder in scene.scene.cast or holder == scene.scene.place
