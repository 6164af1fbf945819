"""The empty page that Streamlit fills: ours has the dark ground, the style sheet and a content policy from the start.

Streamlit's own page looks for its server below every page's address first, which leaves two failed requests in the
console of each deep link; `shell.js` tells it where the server is.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from anigen_viewer.assets import asset_address

ADDRESSES = ("/", "/watch", "/statistics")
"""Where our pages are."""

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


async def shell(_request: Request) -> Response:
    """The page, never cached: it names the newest scripts."""
    page, policy = _built()
    return HTMLResponse(page, headers={"Cache-Control": "no-cache", "Content-Security-Policy": policy})


@lru_cache(maxsize=1)
def _built() -> tuple[str, str]:
    page = INDEX.read_text(encoding="utf-8")
    head = (
        '<meta name="color-scheme" content="dark" />\n'
        f'    <link rel="stylesheet" href=".{asset_address("style.css")}" />\n'
        f'    <script src=".{asset_address("shell.js")}"></script>\n'
    )
    page = page.replace("<title>Streamlit</title>", f"<title>AniGen</title>\n    {head}", 1)
    page = page.replace("./favicon.png", f".{asset_address('icon.svg')}", 1)
    return page, _policy(_INLINE_SCRIPT.findall(page))


def _policy(scripts: list[str]) -> str:
    """Nothing from elsewhere is loaded or run, whatever a page says. Components are modules from blobs."""
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    inline = "".join(f" 'sha256-{digest}'" for digest in digests)
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob:{inline}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' blob:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "frame-src": "'none'",
        "frame-ancestors": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
