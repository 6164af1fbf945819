"""Film files: writing, probing, joining, subtitles, posters and manifests. No drawing, no sound design."""

from anigen_assets.studio.film.joining import join_scenes
from anigen_assets.studio.film.probing import probe
from anigen_assets.studio.film.writer import FilmWriter

__all__ = ["FilmWriter", "join_scenes", "probe"]
