"""The code location. Loading it finds the database, brings it up to date and begins the series if need be."""

from __future__ import annotations

import dagster as dg


@dg.definitions
def defs() -> dg.Definitions:
    """Definitions of the show that the settings name."""
    from anigen_assets.assets.build import build_definitions
    from anigen_assets.logs import configure_logging
    from anigen_assets.services.application import open_application
    from anigen_assets.settings import load_settings

    settings = load_settings()
    configure_logging(settings.log_level)
    return build_definitions(open_application(settings))
