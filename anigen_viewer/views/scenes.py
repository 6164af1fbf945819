"""The scenes of an episode: each with its own film and subtitles, place, summary and dialogue."""

from __future__ import annotations

from itertools import accumulate

import streamlit as st

from anigen_assets.store.read_models import EpisodePage, SceneView
from anigen_assets.story.plan import ScenePlan
from anigen_viewer.components.player import Film, player
from anigen_viewer.components.text import as_text, length_words, named, vocabulary_words
from anigen_viewer.data import media_file, media_url


@st.fragment
def scene_list(page: EpisodePage) -> None:
    """A cell for each scene. A fragment: opening one leaves the episode's film alone."""
    if page.plan is None:
        return
    st.subheader("Scenes", anchor=False)
    made = {scene.slot: scene for scene in page.scenes}
    with st.grid(columns=3, min_column_width=300, gap="small", key="scenes"):
        for begin, scene in zip(begins(page), page.plan.scenes, strict=True):
            with st.container(key=f"scene-{scene.slot}", border=True, gap="xsmall"):
                _scene(page, scene, made.get(scene.slot), begin)


def begins(page: EpisodePage) -> tuple[float, ...]:
    """Second of the film at which each scene of the plan begins."""
    made = {scene.slot: scene.seconds for scene in page.scenes}
    lengths = [made.get(s.slot) or s.seconds for s in page.plan.scenes] if page.plan is not None else []
    return tuple(accumulate(lengths, initial=0.0))[: len(lengths)]


def place_words(page: EpisodePage, scene: ScenePlan) -> str:
    """Name of the place; plain text."""
    return named(scene.place, page.names)


def when_words(scene: ScenePlan) -> str:
    """Time of day and weather."""
    return f"{vocabulary_words(scene.time_of_day)}, {vocabulary_words(scene.weather)}"


def _scene(page: EpisodePage, scene: ScenePlan, view: SceneView | None, begin: float) -> None:
    st.markdown(f":gray[{scene.slot}] **{as_text(place_words(page, scene))}**")
    is_made = view is not None and view.film is not None
    length = length_words(view.seconds) if view is not None and is_made else "not made yet"
    st.caption(f"{when_words(scene)} · {vocabulary_words(scene.mood)} · {length}")
    st.text(scene.summary)
    label = "Watch and read" if is_made else "Read"
    opened = st.expander(label, key=f"open-{page.card.number}-{scene.slot}", on_change="rerun")
    with opened:
        if opened.open and view is not None:
            _play(page, scene, view, begin)
        for line in scene.dialogue:
            speaker = as_text(named(line.speaker, page.names))
            st.markdown(
                f"**{speaker}** :gray[{vocabulary_words(line.emotion)}]  \n{as_text(line.text)}",
            )


def _play(page: EpisodePage, scene: ScenePlan, view: SceneView, begin: float) -> None:
    if view.film is None:
        return
    if media_file(view.film.media_id) is None:
        st.error("The film of this scene is missing from the media folder.", icon=":material/broken_image:")
        return
    end = begin + (view.seconds or scene.seconds)
    track = f"/app/static/subtitles/{page.vtt.media_id}?from={begin:.0f}&to={end:.0f}" if page.vtt else ""
    label = f"Scene {scene.slot} of episode {page.card.number}"
    player(Film(media_url(view.film) or "", label, subtitles=track), key=f"scene-film-{scene.slot}")
