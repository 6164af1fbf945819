"""What an episode's page shows where its film should be: what is going on, and what a person can do."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodePage
from anigen_assets.story.calendar import key_of
from anigen_viewer.components.guard import refreshed
from anigen_viewer.components.states import look_of
from anigen_viewer.data import newest_film, read_models

REFRESH_SECONDS = 10


def not_filmed(page: EpisodePage) -> None:
    """The state of an hour without a film; the page is drawn again when that changes."""
    _state(page.card.number, _seen(page))


def film_missing(page: EpisodePage) -> None:
    """The film is on record, and its file is gone or has lost a part."""
    key = key_of(page.card.hour)
    _panel(
        "The film is missing",
        ":material/broken_image:",
        "red",
        f"Its file is not in the media folder, or not as long as it was. Materialize the hour in Dagster or run "
        f"`anigen make --from {key} --hours 1`: the same film is made again, and canon stays as it is.",
    )


def until_the_first() -> None:
    """No film at all yet."""
    _first()


@refreshed(REFRESH_SECONDS)
def _first() -> None:
    if newest_film() is not None:
        st.rerun()
    _panel(
        "No episode is ready yet",
        ":material/movie_edit:",
        "blue",
        "The first one takes about a minute, and appears here by itself.",
    )


@refreshed(REFRESH_SECONDS)
def _state(number: int, seen: tuple[str, int, bool]) -> None:
    page = read_models().episode(number)
    if page is None or _seen(page) != seen:
        st.rerun()
    look, made = look_of(page.card.state), seen[1]
    words = look.advice.format(hour=key_of(page.card.hour))
    if made and page.plan is not None:
        words += f" {made} of {len(page.plan.scenes)} scenes are made; they can be watched below."
    _panel(look.label, look.icon, look.colour, words, page.card.reason)


def _seen(page: EpisodePage) -> tuple[str, int, bool]:
    return page.card.state, sum(scene.film is not None for scene in page.scenes), page.film is not None


def _panel(label: str, icon: str, colour: str, advice: str, reason: str = "") -> None:
    with st.container(
        key="no-film", horizontal_alignment="center", vertical_alignment="center", gap="xsmall"
    ):
        st.markdown(f":{colour}[{icon}]")
        st.markdown(f"**{label}**")
        if reason:
            st.text(reason)
        st.caption(advice)
