"""The poster grid, newest first, page by page, drawn again by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from anigen_assets.store.read_models import EpisodeCard, SeriesInfo
from anigen_viewer.components.card import episode_card, skipped_card
from anigen_viewer.components.guard import refreshed
from anigen_viewer.components.navigation import go
from anigen_viewer.components.text import as_text
from anigen_viewer.data import read_models

PAGE_SIZE = 24
REFRESH_SECONDS = 15


def show() -> None:
    """The page; `?before=100` shows the episodes older than the hundredth."""
    series = read_models().series_info()
    if series is None:
        st.title("AniGen", anchor=False)
        st.info(
            "The series has not begun yet. Run `anigen up` or `anigen make`; this page fills by itself.",
            icon=":material/hourglass_empty:",
        )
        _until_begun()
        return
    before = _before()
    if before is None:
        _headline(series)
    _grid(before)


def _before() -> int | None:
    wanted = st.query_params.get("before", "")
    return int(wanted) if wanted.isascii() and wanted.isdecimal() and 0 < int(wanted) < 10_000_000 else None


def _headline(series: SeriesInfo) -> None:
    with st.container(key="headline", gap="xsmall"):
        native = f"  :gray[{as_text(series.title_native)}]" if series.title_native else ""
        st.title(f"{as_text(series.title)}{native}", anchor=False)
        st.text(series.premise)


@refreshed(REFRESH_SECONDS)
def _grid(before: int | None) -> None:
    cards = read_models().episodes_page(before_number=before, limit=PAGE_SIZE)
    if not cards:
        if before is not None:
            st.info("There is nothing older.", icon=":material/history:")
            _pager(before, cards)
        else:
            st.info(
                "The first episode is being made: it takes about a minute, and appears here by itself.",
                icon=":material/movie_edit:",
            )
        return
    with st.grid(columns="auto", min_column_width=250, gap="small", key="episodes"):
        for run in _runs(cards):
            if len(run) > 1:
                skipped_card(run[0], run[-1])
            else:
                episode_card(run[0])
    _pager(before, cards)


def _runs(cards: Sequence[EpisodeCard]) -> Iterator[list[EpisodeCard]]:
    """Cards one by one, neighbouring skipped hours together."""
    for skipped, run in groupby(cards, key=lambda card: card.state == "skipped"):
        if skipped:
            yield list(run)
        else:
            yield from ([card] for card in run)


def _pager(before: int | None, cards: Sequence[EpisodeCard]) -> None:
    with st.container(key="pager", horizontal=True, horizontal_alignment="center"):
        if before is not None:
            if st.button("Newest", icon=":material/first_page:"):
                go("episodes")
            if cards and st.button("Newer", icon=":material/chevron_left:"):
                go("episodes", before=str(cards[0].number + PAGE_SIZE + 1))
        has_older = len(cards) == PAGE_SIZE and cards[-1].number > 1
        if has_older and st.button("Older", icon=":material/chevron_right:", icon_position="right"):
            go("episodes", before=str(cards[-1].number))


@refreshed(REFRESH_SECONDS)
def _until_begun() -> None:
    if read_models().series_info() is not None:
        st.rerun()
