"""What every answer passes: known host names, closed addresses, headers that keep a page to itself."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file", "/_stcore/script-health-check")
"""Parts of Streamlit that nobody needs from outside."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def known_hosts(bind: str, public_url: str | None) -> frozenset[str] | None:
    """Host names to answer to, or None for any.

    A page elsewhere that lets its own name point to this machine (DNS rebinding) must not read what is served on
    the loopback address alone. On other addresses we cannot know by which names people come.
    """
    if not _is_loopback(bind):
        return None
    public = urlsplit(public_url).hostname if public_url else None
    return LOOPBACK_HOSTS | {bind.lower()} | ({public} if public else set())


class Gate:
    """ASGI middleware around everything, web sockets too."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what is not known, and adds our headers to the rest."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if not self._is_known(Headers(scope=scope).get("host", "")):
            words = "This viewer answers on this machine only. Name its address in ANIGEN_PUBLIC_VIEWER_URL."
            await PlainTextResponse(words, status_code=421)(scope, receive, send)
            return
        if scope["path"].startswith(CLOSED):
            await PlainTextResponse("There is nothing here.", status_code=404)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _is_known(self, host: str) -> bool:
        try:
            return self._hosts is None or urlsplit(f"//{host}").hostname in self._hosts
        except ValueError:  # not a host at all
            return False


def _is_loopback(bind: str) -> bool:
    try:
        return ipaddress.ip_address(bind).is_loopback
    except ValueError:
        return bind.lower() == "localhost"
