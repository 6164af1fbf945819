"""The player: a film by address, with subtitles, a poster, and scenes to jump to."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import streamlit as st

from anigen_viewer.assets import asset_text

_PLAYER = st.components.v2.component(
    "anigen_player",
    html=asset_text("player.html"),
    css=asset_text("player.css"),
    js=asset_text("player.js"),
)


@dataclass(frozen=True)
class SceneMark:
    """A scene within the film, to jump to.

    Attributes:
        begin: Second of the film.
        name: Where it plays; shown as text.
        when: Time of day and weather; shown as text.
    """

    begin: float
    name: str
    when: str


@dataclass(frozen=True)
class Film:
    """What is shown; addresses are empty when there is none.

    Attributes:
        label: For those who hear the page.
        start: Second to begin at; a new one moves the film.
        play: Begin at once where the browser lets us.
    """

    film: str
    label: str
    poster: str = ""
    subtitles: str = ""
    start: int = 0
    play: bool = False
    scenes: tuple[SceneMark, ...] = ()


def player(film: Film, key: str) -> None:
    """Shows a film; running the page again leaves it playing as long as the film is the same."""
    _PLAYER(key=key, data=asdict(film))
