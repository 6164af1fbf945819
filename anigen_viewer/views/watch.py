"""An episode's page: the film with subtitles, its scenes, what it changed, where it comes from."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodePage
from anigen_viewer.components.navigation import go
from anigen_viewer.components.states import look_of
from anigen_viewer.components.text import as_text, hour_words, length_words
from anigen_viewer.data import media_file, media_url, read_models
from anigen_viewer.views.scenes import scene_list

REFRESH_SECONDS = 10


def show() -> None:
    """The page; `?episode=12&t=45` opens an episode at a second, without parameters the newest."""
    number = _asked()
    if number is None:
        return
    page = read_models().episode(number)
    if page is None:
        st.warning(f"Episode {number} was never recorded.", icon=":material/search_off:")
        _back()
        return
    _header(page)
    if page.film is None:
        _waiting(number, page.card.state)
    else:
        _film(page)
    scene_list(page)
    _provenance(page)


def _asked() -> int | None:
    wanted = st.query_params.get("episode", "")
    if wanted.isdecimal() and 0 < int(wanted) < 10_000_000:
        return int(wanted)
    if wanted:
        st.warning(f"'{as_text(wanted, 40)}' is not an episode number.", icon=":material/search_off:")
        _back()
        return None
    newest = next((c for c in read_models().episodes_page(limit=24) if c.thumbnail is not None), None)
    if newest is None:
        st.info("No episode is ready yet; the first takes about a minute.", icon=":material/movie:")
        _waiting(0, "")
        return None
    return newest.number


def _header(page: EpisodePage) -> None:
    look = look_of(page.card.state)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if st.button("Previous", icon=":material/skip_previous:", disabled=page.previous_number is None):
            _go(page.previous_number)
        st.badge(look.label, icon=look.icon, color=look.colour)  # type: ignore[arg-type]
        if st.button("Next", icon=":material/skip_next:", disabled=page.next_number is None):
            _go(page.next_number)
    st.title(f"{page.card.number} · {as_text(page.card.title, 80) or 'not told'}", anchor=False)
    words = [
        hour_words(page.card.hour),
        length_words(page.card.seconds),
        "filler" if page.card.filler else "",
    ]
    st.caption(" · ".join(w for w in words if w))
    if page.card.reason:
        st.warning(as_text(page.card.reason, 400), icon=look.icon)


def _film(page: EpisodePage) -> None:
    assert page.film is not None
    file = media_file(page.film.media_id)
    if file is None:
        st.error(
            f"The film of episode {page.card.number} is missing from the media folder. "
            "Materialize its scenes and episode again in Dagster: the same film is made.",
            icon=":material/broken_image:",
        )
        return
    subtitles = media_file(page.vtt.media_id) if page.vtt is not None else None
    start = st.query_params.get("t", "0")
    st.video(
        media_url(page.film) or "",
        subtitles=None if subtitles is None else {"English": str(subtitles.path)},
        start_time=int(start) if start.isdecimal() and int(start) < 100_000 else 0,
    )
    st.write(as_text(page.synopsis))


@st.fragment(run_every=REFRESH_SECONDS)
def _waiting(number: int, state: str) -> None:
    """Looks again by itself until something has changed."""
    page = read_models().episode(number) if number else None
    ready = page.film is not None if page is not None else False
    newest = number or next((c.number for c in read_models().episodes_page(limit=1) if c.thumbnail), 0)
    if ready or (not number and newest):
        st.rerun()
    if number:
        st.info(look_of(state).advice or "The film is not there yet.", icon=":material/hourglass_top:")


def _provenance(page: EpisodePage) -> None:
    with st.expander("Where it comes from", icon=":material/account_tree:"):
        rows = {
            "Director": f"{page.director} ({page.model}), take {page.take}",
            "Canon digest": page.digest or "not canon yet",
            "Film sha256": page.film.sha256 if page.film is not None else "none",
            "Cost": f"{page.cost_usd:.6f} USD",
            "Planned": f"{page.planned_at:%Y-%m-%d %H:%M:%S} UTC" if page.planned_at else "",
            "Produced": f"{page.produced_at:%Y-%m-%d %H:%M:%S} UTC" if page.produced_at else "",
            "Canon since": f"{page.retired_at:%Y-%m-%d %H:%M:%S} UTC" if page.retired_at else "",
        }
        for name, value in rows.items():
            if value:
                st.text(f"{name}: {value}")


def _go(number: int | None) -> None:
    go("watch", episode=str(number))


def _back() -> None:
    if st.button("All episodes", icon=":material/grid_view:"):
        go("episodes")
