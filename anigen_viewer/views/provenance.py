"""Where an episode comes from: who planned it, what it is made of, when, and what it cost."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from anigen_assets.store.read_models import EpisodePage
from anigen_viewer.data import media_url


def provenance(page: EpisodePage) -> None:
    """A closed list of facts."""
    rows = {
        "Director": f"{page.director} ({page.model}), take {page.take}" if page.director else "",
        "Canon digest": page.digest or "not canon yet",
        "Film, sha256": page.film.sha256 if page.film is not None else "",
        "Cost": f"{page.cost_usd:.6f} USD",
        "Planned": _moment(page.planned_at),
        "Produced": _moment(page.produced_at),
        "Canon since": _moment(page.retired_at),
    }
    with st.expander("Where it comes from", icon=":material/account_tree:"):
        for name, value in rows.items():
            if value:
                st.text(f"{name}: {value}")
        if page.film is not None:
            st.markdown(f"[The film as a file]({media_url(page.film)}), {page.film.bytes / 1e6:,.1f} MB")


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC" if at is not None else ""
