"""The series in figures, refreshed by itself."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from anigen_viewer.components.states import look_of
from anigen_viewer.components.text import ago_words, as_text
from anigen_viewer.data import read_models

REFRESH_SECONDS = 15


def show() -> None:
    """The page."""
    st.title("Statistics", anchor=False)
    _figures()


@st.fragment(run_every=REFRESH_SECONDS)
def _figures() -> None:
    series, figures, health = read_models().series_info(), read_models().statistics(), read_models().health()
    if series is None:
        st.info("The series has not begun yet.", icon=":material/hourglass_empty:")
        return
    tiles = {
        "Episodes": f"{figures.episodes:,}",
        "Scenes": f"{figures.scenes:,}",
        "Minutes of film": f"{figures.seconds / 60:,.0f}",
        "Characters": f"{figures.characters:,}",
        "Places": f"{figures.places:,}",
        "Open threads": f"{figures.open_threads:,}",
        "Facts": f"{figures.facts:,}",
        "Spent, USD": f"{figures.spent_usd:,.2f}",
    }
    with st.grid(columns=4, min_column_width=160):
        for name, value in tiles.items():
            st.metric(name, value, border=True)
    st.subheader("Hours by state", anchor=False)
    with st.container(horizontal=True):
        for state, count in sorted(figures.by_state.items()):
            look = look_of(state)
            st.badge(f"{look.label}: {count:,}", icon=look.icon, color=look.colour)  # type: ignore[arg-type]
    last = figures.last_produced_at
    st.text(f"Last film: {ago_words(last, datetime.now(UTC)) if last else 'none yet'}")
    st.text(f"Story told up to episode {health.frontier}, newest planned {health.newest_number}")
    st.text(f"Canon head: {series.head_digest}")
    st.subheader("Log", anchor=False)
    for line in read_models().logs(limit=20):
        where = f" episode {line.number}" if line.number else ""
        st.caption(
            f"{line.at:%Y-%m-%d %H:%M:%S} · {line.level} · {line.component}{where} · {as_text(line.message, 300)}"
        )
