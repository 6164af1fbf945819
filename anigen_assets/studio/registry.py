"""Studios by name, imported only when asked for: what a studio needs (skia, av) is heavy."""

from __future__ import annotations

import importlib

from anigen_assets.errors import UsageError
from anigen_assets.studio.ports import Studio

_STUDIOS = {
    "animatic": ("anigen_assets.studio.animatic.studio", "AnimaticStudio"),
    "slate": ("anigen_assets.studio.slate.studio", "SlateStudio"),
}

STUDIO_NAMES = tuple(_STUDIOS)
"""Every name `studio_by_name` knows."""


def studio_by_name(name: str) -> Studio:
    """Returns a studio.

    Raises:
        UsageError: There is no studio of that name.
        MissingLibraryError: A system library the studio needs is not installed.
    """
    if name not in _STUDIOS:
        raise UsageError(f"There is no studio named '{name}': use one of {', '.join(STUDIO_NAMES)}.")
    module, made_by = _STUDIOS[name]
    studio: Studio = getattr(importlib.import_module(module), made_by)()
    return studio
