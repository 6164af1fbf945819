"""SlateStudio: one card, held for the whole scene, with silence."""

from __future__ import annotations

from pathlib import Path

from anigen_assets.studio import skia_library
from anigen_assets.studio.film.writer import FilmWriter
from anigen_assets.studio.ports import SceneFilm, SceneRequest, SpokenLine
from anigen_assets.studio.slate.timing import time_lines

_QUANTIZER = 34
"""Text stays sharp, and a thousand hours take a third less room than at the usual quality."""


class SlateStudio:
    """Shows the plan of a scene as text."""

    name = "slate"

    def time_lines(self, request: SceneRequest) -> tuple[SpokenLine, ...]:
        """When each line is shown as a subtitle, without making the film."""
        return time_lines(request)

    def make_scene(self, request: SceneRequest, target: Path) -> SceneFilm:
        """Writes the film to `target`, whole or not at all; see Studio.

        Raises:
            MissingLibraryError: The renderer cannot draw on this machine.
            StudioError: It cannot be made.
            DiskFullError: No room; `target` is untouched.
        """
        skia_library.load()
        from anigen_assets.studio.slate.card import paint_card

        lines = time_lines(request)
        writer = FilmWriter(target, request.quality.size_px, request.seconds, quantizer=_QUANTIZER)
        writer.write_picture(paint_card(request), 0)
        return SceneFilm(target, writer.close(), lines, loudness_lufs=None, true_peak_dbtp=None)
