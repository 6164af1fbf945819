"""A page that cannot be shown says one sentence, and looks again by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from anigen_assets.errors import AniGenError
from anigen_viewer.components.text import as_text

LOOK_AGAIN_SECONDS = 5


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """Shows AniGen's own errors as a sentence; others are left to Streamlit, which hides their details."""

    @wraps(page)
    def show() -> None:
        try:
            page()
        except AniGenError as error:
            _trouble(error)
            _look_again()

    # Pages are told apart by the name of their function.
    show.__name__ = page.__module__.rsplit(".", 1)[-1]
    return show


def refreshed(every_seconds: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A part of a page that is drawn again by itself; what is around it, such as a film, is left alone."""

    def decorate(part: Callable[..., None]) -> Callable[..., None]:
        @wraps(part)
        def show(*args: object, **kwargs: object) -> None:
            try:
                part(*args, **kwargs)
            except AniGenError as error:
                _trouble(error)

        return st.fragment(show, run_every=every_seconds)

    return decorate


def _trouble(error: AniGenError) -> None:
    st.error(as_text(str(error)), icon=":material/cloud_off:")


def _look_again() -> None:
    shown = False

    @st.fragment(run_every=LOOK_AGAIN_SECONDS)
    def again() -> None:
        nonlocal shown
        if shown:
            st.rerun()
        shown = True
        st.caption("This page looks again every few seconds.")

    again()
