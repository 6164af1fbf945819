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
    from anigen_assets.studio.animatic.figures import paint_sheet

    data = paint_sheet(look, name).encodeToData(skia.EncodedImageFormat.kPNG, 100)
    write_whole(target, bytes(data))
