"""`anigen env`: the exports with which plain tools find the database and Dagster's home."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from anigen_assets.commands.console import application, command, emit_text, settings_from_environment
from anigen_assets.commands.home import child_environment
from anigen_assets.store.embedded import EmbeddedPostgres
from anigen_assets.store.server import parse_url, text_of


@command
def env(
    stop: Annotated[
        bool, typer.Option("--stop", help="Ends that: the embedded database stops when nobody uses it.")
    ] = False,
) -> None:
    """Prints exports for other tools: eval "$(anigen env)", then `dagster dev` or `psql "$DATABASE_URL"`.

    The embedded database is started and stays up, until eval "$(anigen env --stop)"; its own psql, pg_dump and
    pg_restore come first in PATH.
    """
    if stop:
        EmbeddedPostgres(settings_from_environment().home_path).let_go()
        emit_text("unset DATABASE_URL DAGSTER_HOME")
        return
    with application() as app:
        exports = child_environment(app) | {"DATABASE_URL": text_of(parse_url(app.urls.anigen, None))}
        lines = [f"export {name}={shlex.quote(value)}" for name, value in exports.items()]
        if app.urls.embedded:
            server = EmbeddedPostgres(app.settings.home_path)
            server.keep()
            lines.append(f'export PATH={shlex.quote(str(server.programs))}:"$PATH"')
    emit_text("\n".join(lines))
