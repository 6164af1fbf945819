"""Facts and ids in words: how a finding quotes canon, so that people and directors know what is meant."""

from __future__ import annotations

from anigen_assets.story.canon import CanonState, Fact
from anigen_assets.story.findings import Evidence

_PREFIXES = ("thread:", "event:", "rule:", "secret:")


def label(state: CanonState, subject: str) -> str:
    """`Ren Mori ('ren')`, or the bare id in quotes when it has no name."""
    bare = subject
    for prefix in _PREFIXES:
        bare = bare.removeprefix(prefix)
    name = state.value(subject, "name") or state.value(subject, "title")
    return f"{name} ('{bare}')" if name else f"'{bare}'"


def where(evidence: Evidence) -> str:
    """`episode 3, scene 2`; `the bible` for what was so from the beginning."""
    if evidence.episode == 0:
        return "the bible"
    return f"episode {evidence.episode}" + (f", scene {evidence.scene}" if evidence.scene else "")


def since(fact: Fact) -> str:
    """`episode 3, scene 2`: where the fact began to hold."""
    return where(Evidence(episode=fact.number, scene=fact.scene, text=fact.value))


def told(state: CanonState, fact: Fact) -> Evidence:
    """The fact as one side of a contradiction."""
    return Evidence(episode=fact.number, scene=fact.scene, text=sentence(state, fact))


def sentence(state: CanonState, fact: Fact) -> str:
    """The fact as a sentence without its full stop."""
    who, value = label(state, fact.subject), fact.value
    if fact.attribute == "status":
        reason = state.value(fact.subject, "status_reason") or state.value(fact.subject, "outcome")
        return f"{who} is {value}" + (f": {reason}" if reason else "")
    if fact.attribute == "kind":
        words = state.value(fact.subject, "text") or state.value(fact.subject, "question")
        return f"{who} is a known {value}" + (f": {words}" if words else "")
    if fact.attribute == "holder":
        return f"{who} is held by {label(state, value)}" if value else f"nobody holds {who}"
    if fact.attribute.startswith("bond:"):
        return f"{who} and {label(state, fact.attribute.removeprefix('bond:'))} are: {value}"
    if fact.attribute.startswith("knows:"):
        return f"{who} knows '{fact.attribute.removeprefix('knows:')}': {value}"
    return f"{fact.attribute} of {who} is {value}"
