"""Files that browsers fetch from us: style sheet, scripts, icon, and a Japanese font for machines without one."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from noto_cjk_sans_jp_regular import FONT_PATH

FOLDER = Path(__file__).parent
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".otf": "font/otf",
}
OFFERED = {name: FOLDER / name for name in ("style.css", "shell.js", "icon.svg")} | {
    "cjk.otf": Path(str(FONT_PATH))
}
"""What may be fetched, by name; everything else in the folder is ours."""


def asset_text(name: str) -> str:
    """The text of a file of ours."""
    return (FOLDER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def asset_address(name: str) -> str:
    """Address with the content's digest, so that browsers may keep it for good."""
    return f"/app/static/assets/{name}?v={hashlib.sha256(OFFERED[name].read_bytes()).hexdigest()[:12]}"
