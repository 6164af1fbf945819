"""The animatic studio: from a scene's request to its film, drawn, scored and encoded in this process."""

from __future__ import annotations

from pathlib import Path

from anigen_assets.studio import skia_library
from anigen_assets.studio.film.writer import FilmWriter
from anigen_assets.studio.ports import SceneFilm, SceneRequest, SpokenLine
from anigen_assets.studio.sound.timing import time_lines


class AnimaticStudio:
    """Draws scenes. Equal requests give identical files, whatever was drawn before."""

    name = "animatic"

    def make_scene(self, request: SceneRequest, target: Path) -> SceneFilm:
        """Writes the scene's film to `target`, whole or not at all, and returns its facts.

        Raises:
            MissingLibraryError: skia cannot be loaded on this machine.
            StudioError: The scene cannot be drawn.
            DiskFullError: There is no room; `target` is untouched.
        """
        skia_library.load()
        from anigen_assets.studio.animatic.programme import Programme
        from anigen_assets.studio.sound.scene import compose_scene

        sound = compose_scene(request)
        writer = FilmWriter(target, request.quality.size_px, request.seconds)
        writer.write_sound(sound.pcm)
        for picture, tick in Programme(request, sound.lines, sound.mouths).pictures():
            writer.write_picture(picture, tick)
        facts = writer.close()
        return SceneFilm(target, facts, sound.lines, sound.loudness_lufs, sound.true_peak_dbtp)

    def time_lines(self, request: SceneRequest) -> tuple[SpokenLine, ...]:
        """When each line is heard, without drawing or synthesis."""
        return time_lines(request)
