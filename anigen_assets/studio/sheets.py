"""Character sheets drawn by our own renderer: a PNG with bust, full figure and expressions."""

from __future__ import annotations

import os
from pathlib import Path

from anigen_assets.errors import StudioError
from anigen_assets.story.looks import Look
from anigen_assets.studio import skia_library


def draw_sheet(look: Look, name: str, target: Path) -> None:
    """Writes the sheet to `target`, whole or not at all; the same look and name give the same bytes.

    Raises:
        MissingLibraryError: The renderer cannot draw on this machine.
        StudioError: The file cannot be written.
    """
    skia = skia_library.load()
    from anigen_assets.studio.animatic.figures import paint_sheet

    data = paint_sheet(look, name).encodeToData(skia.EncodedImageFormat.kPNG, 100)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(bytes(data))
        temporary.replace(target)
    except OSError as error:
        raise StudioError(f"The character sheet {target} cannot be written: {error.strerror}.") from error
    finally:
        temporary.unlink(missing_ok=True)
