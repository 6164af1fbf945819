"""An episode in a grid: poster, title, hour, state, one click to watch."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodeCard
from anigen_viewer.components.navigation import go
from anigen_viewer.components.states import look_of
from anigen_viewer.components.text import as_text, hour_words, length_words
from anigen_viewer.data import media_url


def episode_card(card: EpisodeCard) -> None:
    """One cell of the grid."""
    look = look_of(card.state)
    poster = media_url(card.thumbnail or card.poster)
    with st.container(border=True):
        if poster is not None:
            st.image(poster, width="stretch", alt=f"Poster of episode {card.number}: {card.title}")
        else:
            st.markdown(f"### {look.icon}\n:{look.colour}[{look.label}]")
        title = as_text(card.title, 80) or f"Episode {card.number}"
        if st.button(
            f"**{card.number} · {title}**",
            key=f"watch-{card.number}",
            type="tertiary",
            icon=":material/play_arrow:" if poster is not None else look.icon,
        ):
            go("watch", episode=str(card.number))
        st.caption(
            f"{hour_words(card.hour)} · {length_words(card.seconds) or look.label}{' · filler' if card.filler else ''}"
        )
        if card.logline:
            st.caption(as_text(card.logline, 160))
        if card.state in ("failed", "stale", "skipped", "withdrawn") and card.reason:
            st.badge(look.label, icon=look.icon, color=look.colour)  # type: ignore[arg-type]
            st.caption(as_text(card.reason, 200))
