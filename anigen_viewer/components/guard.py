"""A page that fails says one sentence, and the rest of the application goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from anigen_assets.errors import AniGenError


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """Shows AniGen's own errors as a sentence; others are left to Streamlit, which hides their details."""

    @wraps(page)
    def show() -> None:
        try:
            page()
        except AniGenError as error:
            st.error(str(error), icon=":material/cloud_off:")

    # Pages are told apart by the name of their function.
    show.__name__ = page.__module__.rsplit(".", 1)[-1]
    return show
