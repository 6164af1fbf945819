"""`anigen env`: the exports with which plain tools find the database and Dagster's home."""

from __future__ import annotations

import shlex

from anigen_assets.commands.console import application, command, emit_text
from anigen_assets.commands.home import child_environment
from anigen_assets.store.server import parse_url, text_of


@command
def env() -> None:
    """Prints exports for other tools: eval "$(anigen env)", then `dagster dev` or `psql "$ANIGEN_PSQL"`.

    The embedded database is started and stays up.
    """
    with application() as app:
        exports = child_environment(app) | {"DATABASE_URL": text_of(parse_url(app.urls.anigen, None))}
        exports["ANIGEN_DAGSTER_DATABASE_URL"] = text_of(parse_url(app.urls.dagster_psycopg2, None))
    emit_text("\n".join(f"export {name}={shlex.quote(value)}" for name, value in exports.items()))
