"""How bonds grow warmer and cooler. Kinship and whatever else the ladder does not know is left as it is."""

from __future__ import annotations

from anigen_assets.providers.offline_director.world import AT_ODDS

_WARMER = {
    "": "friends",  # nobody wrote down how they stand: they live in the same place
    "enemies": "wary",
    AT_ODDS: "friends again",
    "wary": "acquaintances",
    "strangers": "acquaintances",
    "acquaintances": "friends",
    "neighbours": "friends",
    "colleagues": "friends",
    "allies": "friends",
    "rivals": "friendly rivals",
    "friendly rivals": "friends",
    "friends": "good friends",
    "old friends": "close friends",
    "friends again": "good friends",
    "good friends": "close friends",
    "close friends": "like family",
}
_NEAR_ENOUGH = frozenset({"like family", "sweethearts"})


def warmer(bond: str) -> str | None:
    """The next warmer bond; None when it is as warm as it gets or not on the ladder."""
    return _WARMER.get(bond)


def cooler(bond: str) -> str | None:
    """The bond after a falling-out; None when these two cannot fall out."""
    if bond in {"", "strangers", "enemies"}:
        return "wary" if bond != "enemies" else None
    return AT_ODDS if can_fall_out(bond) else None


def can_fall_out(bond: str) -> bool:
    """Whether there is something to lose and no kinship that would be forgotten."""
    return (bond in _WARMER and bond not in {"", "strangers", "enemies", AT_ODDS}) or bond in _NEAR_ENOUGH


def is_kin(bond: str) -> bool:
    """Whether a bond is none of those that come and go."""
    return bool(bond) and bond not in _WARMER and bond not in _NEAR_ENOUGH
