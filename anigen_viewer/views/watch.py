"""An episode's page: the film with subtitles, its scenes, where it comes from."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodePage
from anigen_viewer.components.guard import refreshed
from anigen_viewer.components.navigation import go
from anigen_viewer.components.player import Film, SceneMark, player
from anigen_viewer.components.states import FILLER, look_of
from anigen_viewer.components.text import as_text, hour_words, length_words, named, vocabulary_words
from anigen_viewer.data import media_file, media_url, newest_film, read_models
from anigen_viewer.views.missing import film_missing, not_filmed, until_the_first
from anigen_viewer.views.provenance import provenance
from anigen_viewer.views.scenes import begins, place_words, scene_list, when_words

REFRESH_SECONDS = 15
LARGEST_NUMBER = 10_000_000


def show() -> None:
    """The page; `?episode=12&t=45` opens an episode at a second, without parameters the newest."""
    number = _asked()
    if number is None:
        return
    page = read_models().episode(number)
    if page is None:
        st.warning(f"Episode {number} is not on record.", icon=":material/search_off:")
        _all_episodes()
        return
    st.set_page_config(page_title=f"{number} · {page.card.title or look_of(page.card.state).label} · AniGen")
    if page.film is None:
        not_filmed(page)
    elif media_file(page.film.media_id) is None:
        film_missing(page)
    else:
        _film(page)
    _headline(number)
    if page.synopsis:
        st.text(page.synopsis)
    _corrections(page)
    scene_list(page)
    provenance(page)


def _asked() -> int | None:
    wanted = st.query_params.get("episode", "")
    number = _whole_number(wanted)
    if number:
        return number
    if wanted:
        st.warning(f"'{as_text(wanted, 40)}' is not the number of an episode.", icon=":material/search_off:")
        _all_episodes()
        return None
    newest = newest_film()
    if newest is None:
        until_the_first()
    return newest


def _whole_number(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) < 12
    return min(int(text), LARGEST_NUMBER) if is_number else 0


def _film(page: EpisodePage) -> None:
    card = page.card
    scenes = page.plan.scenes if page.plan is not None else ()
    player(
        Film(
            film=media_url(page.film) or "",
            label=f"Episode {card.number}: {card.title}",
            poster=media_url(card.poster) or "",
            subtitles=media_url(page.vtt) or "",
            start=_whole_number(st.query_params.get("t", "")),
            play=True,
            scenes=tuple(
                SceneMark(begin, place_words(page, scene), when_words(scene))
                for begin, scene in zip(begins(page), scenes, strict=True)
            ),
        ),
        key="film",
    )


@refreshed(REFRESH_SECONDS)
def _headline(number: int) -> None:
    page = read_models().episode(number)
    if page is None:
        return
    card, look = page.card, look_of(page.card.state)
    with st.container(key="watch-headline", horizontal=True, vertical_alignment="center", gap="small"):
        st.title(f":gray[{number}] {as_text(card.title, 80) or look.label}", anchor=False)
        with st.container(key="neighbours", horizontal=True, width="content", gap="xsmall"):
            if st.button("Previous", icon=":material/skip_previous:", disabled=page.previous_number is None):
                go("watch", episode=str(page.previous_number))
            if st.button("Next", icon=":material/skip_next:", disabled=page.next_number is None):
                go("watch", episode=str(page.next_number))
    with st.container(key="watch-facts", horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(look.label, icon=look.icon, color=look.colour)
        if card.filler:
            st.badge(FILLER.label, icon=FILLER.icon, color=FILLER.colour)
        st.caption(" · ".join(filter(None, (hour_words(card.hour), length_words(card.seconds)))))
    if card.reason and page.film is not None:
        st.warning(as_text(card.reason), icon=look.icon)


def _corrections(page: EpisodePage) -> None:
    """What the episode tells and is not so any more."""
    for retcon in page.corrections:
        whose = as_text(named(retcon.subject, page.names))
        what = as_text(vocabulary_words(retcon.attribute.removeprefix("look.")))
        said = f"**{whose}** · {what}: {as_text(retcon.value)}"
        was = f", not {as_text(retcon.previous)}" if retcon.previous else ""
        st.info(f"Corrected since: {said}{was}. {as_text(retcon.reason)}", icon=":material/edit_note:")


def _all_episodes() -> None:
    if st.button("All episodes", icon=":material/grid_view:"):
        go("episodes")
