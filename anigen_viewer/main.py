"""Configures the application and lists its pages; pages live in `views/`."""

from __future__ import annotations

import streamlit as st

from anigen_viewer.components.guard import guarded
from anigen_viewer.components.navigation import register
from anigen_viewer.views import episodes, statistics, watch

# An icon that Streamlit need not fetch from a font server; a picture would load numpy and Pillow.
st.set_page_config(page_title="AniGen", page_icon="🎬", layout="wide")

PAGES = {
    "episodes": st.Page(
        guarded(episodes.show),
        title="Episodes",
        icon=":material/grid_view:",
        url_path="episodes",
        default=True,
    ),
    "watch": st.Page(guarded(watch.show), title="Watch", icon=":material/play_circle:", url_path="watch"),
    "statistics": st.Page(
        guarded(statistics.show), title="Statistics", icon=":material/monitoring:", url_path="statistics"
    ),
}

st.navigation([register(name, page) for name, page in PAGES.items()], position="top").run()
