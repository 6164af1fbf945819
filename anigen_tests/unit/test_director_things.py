"""Things that a director brings into canon have names of their own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from anigen_assets.providers.offline_director.effects import _free_name
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import IntroduceItem


def canon_with(*names: str) -> CanonState:
    items = (
        IntroduceItem(id=f"i{n}", name=name, description="old", holder="") for n, name in enumerate(names)
    )
    return CanonState().after(((1, item) for item in items), 1)


def name_for(canon: CanonState) -> str | None:
    kinue = SimpleNamespace(short="Kinue")
    words: Any = SimpleNamespace(
        world=SimpleNamespace(people={"kinue": kinue}), part=SimpleNamespace(newcomers={})
    )
    return _free_name("paper lantern", "kinue", cast(Any, words), canon)


def test_a_thing_whose_name_is_free_has_it() -> None:
    assert name_for(canon_with("ship's lamp")) == "paper lantern"


def test_a_second_thing_of_a_name_is_its_owners() -> None:
    assert name_for(canon_with("paper lantern")) == "Kinue's paper lantern"


def test_an_owners_second_thing_of_a_name_becomes_canon_as_well() -> None:
    assert name_for(canon_with("paper lantern", "Kinue's paper lantern")) == "Kinue's other paper lantern"
