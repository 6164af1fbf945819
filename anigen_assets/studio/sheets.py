"""Character sheets drawn by our own renderer: a PNG with bust, full figure and expressions."""

from __future__ import annotations

from pathlib import Path

from anigen_assets.story.looks import Look
from anigen_assets.studio import skia_library
from anigen_assets.whole_file import write_whole


def draw_sheet(look: Look, name: str, target: Path) -> None:
    """Writes the sheet to `target`, whole or not at all; the same look and name give the same bytes.

    Raises:
        MissingLibraryError: The renderer cannot draw on this machine.
        MediaError: The file cannot be written.
        DiskFullError: No room for it.
    """
    skia = skia_library.load()
    from anigen_assets.studio.animatic.figures import forget_layers, forget_standing, paint_sheet

    data = paint_sheet(look, name).encodeToData(skia.EncodedImageFormat.kPNG, 100)
    # A sheet is drawn once, in a process that runs for days: its layers, a quarter of a megabyte, are not kept.
    forget_layers()
    forget_standing()
    write_whole(target, bytes(data))
