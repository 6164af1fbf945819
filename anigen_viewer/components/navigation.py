"""Going from page to page: main registers the pages, every page can lead to another by name."""

from __future__ import annotations

from typing import Any, NoReturn

import streamlit as st

_PAGES: dict[str, Any] = {}


def register(name: str, page: Any) -> Any:
    """Makes a page known by name and returns it."""
    _PAGES[name] = page
    return page


def go(name: str, **query: str) -> NoReturn:
    """Opens a page with query parameters; the address bar shows them."""
    st.switch_page(_PAGES[name], query_params=query)


def link(name: str, label: str, icon: str = "", **query: str) -> None:
    """A link to another page; label as markdown. For a link to the page itself use a button and `go`."""
    st.page_link(_PAGES[name], label=label, icon=icon, query_params=query)
