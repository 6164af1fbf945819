"""An episode in a grid: poster, title, hour, state, one click anywhere to watch."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodeCard
from anigen_viewer.components.navigation import link
from anigen_viewer.components.states import FILLER, look_of
from anigen_viewer.components.text import as_text, length_words, short_hour_words
from anigen_viewer.data import media_url

WATCHABLE = ("produced", "retired")


def episode_card(card: EpisodeCard) -> None:
    """One cell of the grid; `style.css` lays the link over the whole card."""
    look = look_of(card.state)
    with st.container(key=f"card-{card.number}", gap="xsmall"):
        _poster(card)
        link("watch", f"**{as_text(card.title, 80) or f'Episode {card.number}'}**", episode=str(card.number))
        st.caption(f"Episode {card.number} · {short_hour_words(card.hour)}")
        looks = [FILLER] if card.filler else []
        if card.state not in WATCHABLE:
            looks.insert(0, look)
        if looks:
            with st.container(horizontal=True, gap="xsmall"):
                for shown in looks:
                    st.badge(shown.label, icon=shown.icon, color=shown.colour)
        words = card.reason if card.reason and card.state not in WATCHABLE else card.logline
        if words:
            st.caption(as_text(words, 160))


def _poster(card: EpisodeCard) -> None:
    poster, look = media_url(card.thumbnail or card.poster), look_of(card.state)
    with st.container(key=f"poster-{card.number}"):
        if poster is not None:
            # Not st.image, which loads numpy and Pillow to show an address.
            st.markdown(f"![{as_text(f'Poster of episode {card.number}: {card.title}')}]({poster})")
            st.caption(length_words(card.seconds))
        else:
            st.markdown(f":{look.colour}[{look.icon}]")


def skipped_card(newest: EpisodeCard, oldest: EpisodeCard) -> None:
    """One cell for a row of hours that are not told."""
    look = look_of("skipped")
    with st.container(key=f"skipped-{newest.number}", gap="xsmall"):
        with st.container(key=f"poster-{newest.number}"):
            st.markdown(f":{look.colour}[{look.icon}]")
        st.markdown(f"**Episodes {oldest.number} to {newest.number}**")
        st.badge(look.label, icon=look.icon, color=look.colour)
        st.caption(f"{short_hour_words(oldest.hour)} to {short_hour_words(newest.hour)}")
        if newest.reason:
            st.caption(as_text(newest.reason, 160))
