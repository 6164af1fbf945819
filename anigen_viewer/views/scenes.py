"""The scenes of an episode: each with its own film, place, summary and dialogue."""

from __future__ import annotations

import streamlit as st

from anigen_assets.store.read_models import EpisodePage, SceneView
from anigen_assets.story.plan import ScenePlan
from anigen_viewer.components.text import as_text, length_words
from anigen_viewer.data import media_file, media_url


def scene_list(page: EpisodePage) -> None:
    """Six cells; the film of a scene is loaded when it is opened."""
    if page.plan is None:
        return
    st.subheader("Scenes", anchor=False)
    made = {scene.slot: scene for scene in page.scenes}
    for scene in page.plan.scenes:
        view = made.get(scene.slot)
        length = length_words(view.seconds) if view is not None and view.film is not None else "not made yet"
        label = (
            f"{scene.slot} · {as_text(_named(scene.place))} · {scene.time_of_day}, {scene.weather} · {length}"
        )
        opened = st.expander(
            label, icon=":material/movie:", key=f"scene-{page.card.number}-{scene.slot}", on_change="rerun"
        )
        with opened:
            _scene(scene, view, play=bool(opened.open))


def _scene(scene: ScenePlan, view: SceneView | None, *, play: bool) -> None:
    if play and view is not None and view.film is not None:
        if media_file(view.film.media_id) is not None:
            st.video(media_url(view.film) or "", width=640)
        else:
            st.error(
                "The film of this scene is missing from the media folder.", icon=":material/broken_image:"
            )
    st.write(as_text(scene.summary))
    for line in scene.dialogue:
        st.markdown(f"**{as_text(_named(line.speaker))}** :small[*{line.emotion}*] {as_text(line.text)}")


def _named(entity_id: str) -> str:
    """An id as a person reads it."""
    return entity_id.replace("_", " ").title()
