"""A browser for tests, and a visitor who notes errors, refused requests and requests to other places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect, sync_playwright

OWN_SCHEMES = ("data:", "blob:", "about:")
TIMEOUT_MS = 90_000


@dataclass
class Visit:
    """One visitor with one tab."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Goes to a path of the viewer."""
        self.page.goto(self.address + path)
        return self.page

    @property
    def film(self) -> Locator:
        """The player of the whole episode."""
        return self.page.locator("video").first

    def film_is(self, condition: str) -> None:
        """Waits until a JavaScript condition on the film `v` holds."""
        self.film.wait_for()
        self.page.wait_for_function(f"v => {condition}", arg=self.film.element_handle())

    def film_value(self, expression: str) -> Any:
        """The value of a JavaScript expression on the film `v`."""
        return self.film.evaluate(f"v => ({expression})")

    def finish(self) -> None:
        """Nothing may have gone wrong, and nothing may have come from elsewhere."""
        assert self.troubles == []

    def watch(self) -> None:
        """Begins to take notes."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, self.address.replace("http", "ws", 1), *OWN_SCHEMES)):
            self.troubles.append(f"asked elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")


class Browser:
    """A running Chromium."""

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium

    @classmethod
    @contextmanager
    def started(cls, path: str) -> Iterator[Browser]:
        """Starts it without a sandbox, which containers do not allow."""
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            try:
                yield cls(chromium)
            finally:
                chromium.close()

    @contextmanager
    def visit(self, address: str, width: int = 1280, height: int = 900) -> Iterator[Visit]:
        """A fresh visitor with a window of a size in CSS pixels."""
        context = self._chromium.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(TIMEOUT_MS)
        try:
            expect.set_options(timeout=TIMEOUT_MS)
            visitor = Visit(context.new_page(), address)
            visitor.watch()
            yield visitor
        finally:
            context.close()
