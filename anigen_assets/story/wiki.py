"""Canon as the wiki of the show: a Markdown page of everybody and everything, with the scenes that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from anigen_assets.story.canon import CanonState, Character, Fact, Thread

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
STATUSES = ("present", "absent", "departed", "dead")


def wiki_page(
    title: str, premise: str, as_of: str, state: CanonState, retcons: Sequence[Mapping[str, Any]]
) -> str:
    """The page.

    Args:
        title: The series' title.
        premise: What it is about.
        as_of: Which canon this is, in words.
        state: Canon.
        retcons: Corrections, oldest first, with `hour`, `subject`, `attribute`, `value`, `previous` and `reason`.
    """
    sections = (
        ("Characters", _characters(state)),
        ("Places", _described(state, "place")),
        ("Factions", _described(state, "faction")),
        ("Things", _items(state)),
        ("Threads", _threads(state)),
        ("Rules of the world", _texts(state, "rule")),
        ("Secrets", _secrets(state)),
        ("What happened", _events(state)),
        ("Retcons", _retcons(retcons)),
    )
    lines = [f"# {_text(title)}", "", _text(premise), "", f"*{_text(as_of)}*"]
    for name, body in sections:
        written = list(body)
        if written:
            lines += ["", f"## {name}", "", *written]
    return "\n".join(lines) + "\n"


def _characters(state: CanonState) -> Iterator[str]:
    people = sorted(
        state.characters(), key=lambda c: (STATUSES.index(c.status), c.role != "lead", c.role, c.id)
    )
    for who in people:
        yield f"### {_text(who.name)} (`{who.id}`)"
        yield ""
        yield from _person(state, who)
        yield ""


def _person(state: CanonState, who: Character) -> Iterator[str]:
    status = state.facts[who.id]["status"]
    reason = state.value(who.id, "status_reason")
    why = f": {_text(reason)}" if reason else ""
    yield f"- {who.role}, {who.status} since {_since(status)}{why}"
    yield f"- {_text(who.description)}"
    if who.want:
        yield f"- wants: {_text(who.want)}"
    look = who.look
    yield (
        f"- looks: {look.age} years, {look.hair_style} hair {look.hair_colour}, {look.eye_shape} eyes "
        f"{look.eye_colour}, {look.outfit} {look.outfit_colour}"
    )
    if base := state.get(who.id, "base"):
        yield f"- stays at {_named(state, base.value)} ({_since(base)})"
    for other, bond in _bonds(state, who.id):
        yield f"- {_text(bond.value)} with {_named(state, other)} ({_since(bond)})"
    for item in (i for i in state.items() if i.holder == who.id):
        yield f"- holds {_text(item.name)} ({_since(state.facts[item.id]['holder'])})"


def _bonds(state: CanonState, who: str) -> Iterator[tuple[str, Fact]]:
    for subject in sorted(state.facts):
        if subject == who:
            for attribute in sorted(a for a in state.facts[who] if a.startswith("bond:")):
                yield attribute.removeprefix("bond:"), state.facts[who][attribute]
        elif (fact := state.get(subject, f"bond:{who}")) is not None:
            yield subject, fact


def _described(state: CanonState, kind: str) -> Iterator[str]:
    for subject in state.ids(kind):
        known = state.facts[subject]["kind"]
        name, description = state.value(subject, "name"), state.value(subject, "description")
        yield f"- **{_text(name)}** (`{subject}`, {_since(known)}): {_text(description)}"


def _items(state: CanonState) -> Iterator[str]:
    for item in state.items():
        holder = f"with {_named(state, item.holder)}" if item.holder else "with nobody"
        description = _text(state.value(item.id, "description"))
        held = state.facts[item.id]["holder"]
        yield f"- **{_text(item.name)}** (`{item.id}`), {item.state}, {holder} ({_since(held)}): {description}"


def _threads(state: CanonState) -> Iterator[str]:
    for thread in sorted(state.threads(), key=lambda t: (t.status != "open", t.due_number, t.id)):
        yield f"- **{_text(thread.title)}** (`{thread.id}`), {_stage(state, thread)}: {_text(thread.question)}"


def _stage(state: CanonState, thread: Thread) -> str:
    subject = f"thread:{thread.id}"
    if thread.status == "open":
        return f"open since episode {thread.opened_number}, due by episode {thread.due_number}"
    outcome = state.value(subject, "outcome")
    return f"resolved in {_since(state.facts[subject]['status'])} ({_text(outcome)})"


def _texts(state: CanonState, kind: str) -> Iterator[str]:
    for subject in state.ids(kind):
        text = state.get(subject, "text")
        if text is not None:
            yield f"- {_text(text.value)} ({_since(text)})"


def _secrets(state: CanonState) -> Iterator[str]:
    for subject in state.ids("secret"):
        secret = subject.removeprefix("secret:")
        knowing = [_named(state, c) for c in state.ids("character") if state.knows(c, secret)]
        yield f"- {_text(state.value(subject, 'text'))} Known to {', '.join(knowing) or 'nobody'}."


def _events(state: CanonState) -> Iterator[str]:
    texts = [fact for s in state.ids("event") if (fact := state.get(s, "text")) is not None]
    for fact in sorted(texts, key=lambda f: (f.number, f.scene, f.subject)):
        yield f"- {_since(fact)}: {_text(fact.value)}"


def _retcons(retcons: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for r in retcons:
        fact = f"{_text(r['subject'])} · {_text(r['attribute'])}"
        yield f"- {r['hour']}: {fact} is '{_text(r['value'])}', not '{_text(r['previous'])}': {_text(r['reason'])}"


def _named(state: CanonState, subject: str) -> str:
    return _text(state.value(subject, "name") or subject)


def _since(fact: Fact) -> str:
    if not fact.number:
        return "the bible"
    return f"episode {fact.number}, scene {fact.scene}" if fact.scene else f"episode {fact.number}"


def _text(words: str) -> str:
    """Words of a story, on one line, without any meaning in Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
