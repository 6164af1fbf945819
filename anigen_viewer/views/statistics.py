"""The series in figures, drawn again by itself."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from anigen_assets.store.read_models import HealthView, LogView, SeriesInfo, Statistics
from anigen_viewer.components.guard import refreshed
from anigen_viewer.components.states import Colour, look_of
from anigen_viewer.components.text import ago_words, as_text
from anigen_viewer.data import read_models

REFRESH_SECONDS = 15
LOG_LINES = 20
LEVELS: dict[str, Colour] = {"ERROR": "red", "CRITICAL": "red", "WARNING": "orange"}


def show() -> None:
    """The page."""
    st.title("Statistics", anchor=False)
    _figures()


@refreshed(REFRESH_SECONDS)
def _figures() -> None:
    series, figures, health = read_models().series_info(), read_models().statistics(), read_models().health()
    if series is None:
        st.info(
            "The series has not begun yet. Run `anigen up` or `anigen make`.",
            icon=":material/hourglass_empty:",
        )
        return
    _tiles(figures)
    _states(figures)
    facts, log = st.columns([2, 3], gap="large")
    with facts:
        _facts(series, figures, health)
    with log:
        _log(read_models().logs(limit=LOG_LINES))


def _tiles(figures: Statistics) -> None:
    told = figures.by_state.get("retired", 0) + figures.by_state.get("produced", 0)
    tiles = {
        "Episodes made": f"{told:,}",
        "Scenes made": f"{figures.scenes:,}",
        "Minutes of film": f"{figures.seconds / 60:,.0f}",
        "Characters": f"{figures.characters:,}",
        "Places": f"{figures.places:,}",
        "Open threads": f"{figures.open_threads:,}",
        "Facts of canon": f"{figures.facts:,}",
        "Spent, USD": f"{figures.spent_usd:,.2f}",
    }
    with st.grid(columns=4, min_column_width=150, gap="small"):
        for name, value in tiles.items():
            st.metric(name, value, border=True)


def _states(figures: Statistics) -> None:
    with st.container(key="states", horizontal=True, gap="small"):
        for state, count in sorted(figures.by_state.items()):
            look = look_of(state)
            st.badge(f"{look.label} {count:,}", icon=look.icon, color=look.colour)


def _facts(series: SeriesInfo, figures: Statistics, health: HealthView) -> None:
    last, now = figures.last_produced_at, datetime.now(UTC)
    st.subheader("Where the story stands", anchor=False)
    rows = {
        "Last film": ago_words(last, now) if last else "none yet",
        "Told": f"up to episode {health.frontier}" if health.frontier else "nothing yet",
        "Newest hour on record": f"episode {health.newest_number}" if health.newest_number else "none yet",
        "Not finished yet": f"{health.unfinished:,}",
        "First hour": f"{series.first_hour:%Y-%m-%d %H:00} UTC",
        "Canon head": f"`{series.head_digest[:16]}`",
        "Database": f"PostgreSQL {as_text(health.database_version)}",
    }
    with st.container(key="facts", gap="xsmall"):
        for name, value in rows.items():
            st.markdown(f":gray[{name}]  {value}")


def _log(lines: list[LogView]) -> None:
    st.subheader("Log", anchor=False)
    with st.container(key="log", gap=None):
        for line in lines:
            colour = LEVELS.get(line.level, "gray")
            where = f"episode {line.number}" if line.number else "series"
            st.markdown(
                f":gray[{line.at:%Y-%m-%d %H:%M:%S}]  :{colour}[{as_text(line.level)}]  "
                f"{as_text(line.component)} · {where}{f' · scene {line.slot}' if line.slot else ''} · "
                f"{as_text(line.message, 300)}"
            )
    if not lines:
        st.caption("Nothing has been logged yet.")
