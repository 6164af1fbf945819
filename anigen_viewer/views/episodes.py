"""The poster grid, newest first, page by page, refreshed by itself."""

from __future__ import annotations

import streamlit as st

from anigen_viewer.components.card import episode_card
from anigen_viewer.components.text import as_text
from anigen_viewer.data import read_models

PAGE_SIZE = 24
REFRESH_SECONDS = 15


def show() -> None:
    """The page."""
    series = read_models().series_info()
    if series is None:
        st.title("AniGen")
        st.info(
            "The series has not begun yet. Run `anigen up` or `anigen make`.",
            icon=":material/hourglass_empty:",
        )
        return
    st.title(as_text(series.title))
    if series.title_native:
        st.subheader(as_text(series.title_native), anchor=False)
    st.write(as_text(series.premise))
    _grid()


@st.fragment(run_every=REFRESH_SECONDS)
def _grid() -> None:
    before = st.session_state.get("episodes_before")
    cards = read_models().episodes_page(before_number=before, limit=PAGE_SIZE)
    if not cards and before is None:
        st.info(
            "The first episode is being made: it takes about a minute, and appears here by itself.",
            icon=":material/movie:",
        )
        return
    with st.grid(columns="auto", min_column_width=260):
        for card in cards:
            episode_card(card)
    with st.container(horizontal=True):
        if before is not None and st.button("Newest", icon=":material/first_page:"):
            st.session_state.pop("episodes_before")
            st.rerun(scope="fragment")
        if len(cards) == PAGE_SIZE and st.button("Older", icon=":material/chevron_right:"):
            st.session_state["episodes_before"] = cards[-1].number
            st.rerun(scope="fragment")
