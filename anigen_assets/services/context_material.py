"""Reads what a director is told about an hour: bounded lists first, then the few facts about those who are in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from anigen_assets.services.context_people import Ensemble, ensemble, person_keys, person_notes
from anigen_assets.services.context_story import recollections, summaries
from anigen_assets.services.context_view import ContextView
from anigen_assets.story.canon import CanonState, Fact, Thread
from anigen_assets.story.changes import Key, OpenThread
from anigen_assets.story.context.material import (
    MOST_RULES,
    MOST_THREADS,
    ItemNote,
    Material,
    SecretNote,
    ThreadNote,
)
from anigen_assets.story.plan import EpisodePlan

MOST_SECRETS, MOST_ITEMS = 24, 24
LATELY_EPISODES = 256
"""How far back free attributes and hand-overs are looked for."""
THREAD_KEYS = ("kind", "title", "question", "cast", "due_number", "status", "beat", "note")


def material_of(view: ContextView, recent: tuple[EpisodePlan, ...]) -> Material:
    """What is told about the view's hour.

    Args:
        view: The story as the hour finds it.
        recent: Plans just before it, oldest first.
    """
    before = recent[0].number if recent else view.number
    open_threads = _open_threads(view)
    people = ensemble(view, open_threads)
    lately = _set_lately(view, people)
    items = _items_in_play(view, lately)
    rules = _rule_ids(view)
    secrets = view.uow.memory.entities(view.series_id, "secret", view.after, MOST_SECRETS)
    state = _facts(view, people, recent, _keys(people, items, rules, secrets))
    threads = tuple(_thread_note(view, thread, state) for thread in open_threads)
    return Material(
        bible=view.bible,
        hour=view.hour,
        number=view.number,
        filler=view.filler,
        rules=tuple((rule, state.value(f"rule:{rule}", "text")) for rule in rules),
        threads=threads,
        people=person_notes(view, people, state, lately),
        secrets=_secrets(secrets, people, state),
        bonds=_bonds(people, state),
        items=_items(items, state),
        summaries=summaries(view, before),
        recollections=recollections(view, threads, people, state, before),
        recent=recent,
        names={one: state.value(one, "name") for one in state.facts if state.get(one, "name")},
    )


def _open_threads(view: ContextView) -> list[Thread]:
    """Those due first; drafts may have opened and resolved some."""
    memory, series_id = view.uow.memory, view.series_id
    ids = memory.open_threads(series_id, view.after, MOST_THREADS, newest=view.newest)
    ids += [change.id for _, _, change in view.drafts if isinstance(change, OpenThread)]
    subjects = [f"thread:{one}" for one in dict.fromkeys(ids)]
    state = view.state([Key(subject, attribute) for subject in subjects for attribute in THREAD_KEYS])
    found = (state.thread(subject.removeprefix("thread:")) for subject in subjects)
    standing = [thread for thread in found if thread is not None and thread.status == "open"]
    return sorted(standing, key=lambda t: (t.due_number, t.opened_number, t.id))[:MOST_THREADS]


def _set_lately(view: ContextView, people: Ensemble) -> list[Fact]:
    first = max(1, view.after - LATELY_EPISODES)
    facts = view.uow.memory.facts_set(view.series_id, first, view.after, people.everyone)
    return [fact for fact in view.with_drafts(CanonState.of(facts)) if fact.number]


def _items_in_play(view: ContextView, lately: Sequence[Fact]) -> list[str]:
    """Those that moved last, then the bible's."""
    moved = sorted((f for f in lately if f.attribute == "holder"), key=lambda f: (-f.number, f.subject))
    return list(dict.fromkeys((*(f.subject for f in moved), *(i.id for i in view.bible.items))))[:MOST_ITEMS]


def _rule_ids(view: ContextView) -> list[str]:
    """The bible's laws, then the newest declared, oldest first."""
    own = [rule.id for rule in view.bible.world_rules]
    known = view.uow.memory.entities(view.series_id, "rule", view.after, MOST_RULES + len(own))
    declared = [one for subject in known if (one := subject.removeprefix("rule:")) not in own]
    return own + list(reversed(declared[: max(0, MOST_RULES - len(own))]))


def _keys(people: Ensemble, items: Sequence[str], rules: Sequence[str], secrets: Sequence[str]) -> list[Key]:
    keys = [Key(item, attribute) for item in items for attribute in ("name", "holder", "state")]
    keys += [Key(f"rule:{rule}", "text") for rule in rules]
    keys += [Key(secret, attribute) for secret in secrets for attribute in ("owner", "text")]
    keys += [
        Key(who, f"knows:{secret.removeprefix('secret:')}") for secret in secrets for who in people.in_play
    ]
    return keys + [Key(a, f"bond:{b}") for a, b in combinations(sorted(people.in_play), 2)]


def _facts(
    view: ContextView, people: Ensemble, recent: Sequence[EpisodePlan], keys: Sequence[Key]
) -> CanonState:
    shown = {one for plan in recent for scene in plan.scenes for one in (scene.place, *scene.cast)}
    shown |= {sight.place for sight in people.seen.values()}
    first = view.state([*person_keys(view, people), *keys, *(Key(one, "name") for one in sorted(shown))])
    pointed = {fact.value for fact in first if fact.attribute in ("base", "holder", "owner")}
    unnamed = sorted(one for one in pointed if one and first.get(one, "name") is None)
    return CanonState.of([*first, *view.state([Key(one, "name") for one in unnamed])])


def _thread_note(view: ContextView, thread: Thread, state: CanonState) -> ThreadNote:
    seed = next((seed for seed in view.bible.threads if seed.id == thread.id), None)
    subject = f"thread:{thread.id}"
    kind = state.get(subject, "kind")
    return ThreadNote(
        id=thread.id,
        title=thread.title,
        question=thread.question,
        cast=tuple(state.value(who, "name", who) for who in thread.cast),
        beat=thread.beat,
        opened_number=thread.opened_number,
        opened_scene=0 if kind is None else kind.scene,
        due_number=thread.due_number,
        note=state.value(subject, "note"),
        answer=seed.answer if seed is not None else "",
        clue=seed.clues[thread.beat] if seed is not None and thread.beat < len(seed.clues) else "",
    )


def _secrets(secrets: Sequence[str], people: Ensemble, state: CanonState) -> tuple[SecretNote, ...]:
    """Those of people in play first."""
    notes = []
    for subject in secrets:
        secret, owner = subject.removeprefix("secret:"), state.value(subject, "owner")
        knowers = [who for who in people.in_play if who != owner and state.knows(who, secret)]
        name = state.value(owner, "name", owner)
        known = tuple(state.value(who, "name", who) for who in knowers)
        notes.append(
            (owner not in people.in_play, SecretNote(secret, name, state.value(subject, "text"), known))
        )
    return tuple(note for _, note in sorted(notes, key=lambda pair: (pair[0], pair[1].id)))


def _bonds(people: Ensemble, state: CanonState) -> tuple[tuple[str, str, str], ...]:
    pairs = ((a, b, state.bond(a, b)) for a, b in combinations(sorted(people.in_play), 2))
    return tuple((state.value(a, "name", a), state.value(b, "name", b), bond) for a, b, bond in pairs if bond)


def _items(items: Sequence[str], state: CanonState) -> tuple[ItemNote, ...]:
    notes = []
    for item in items:
        holder = state.value(item, "holder")
        name, held = state.value(item, "name", item), state.value(holder, "name", holder)
        notes.append(ItemNote(item, name, held, state.value(item, "state")))
    return tuple(notes)
