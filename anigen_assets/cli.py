"""The command line: puts the commands together; each lives in `commands/`."""

from __future__ import annotations

import typer

from anigen_assets.commands.canon_history import canon_app, retcon
from anigen_assets.commands.context import context_app
from anigen_assets.commands.doctor import doctor
from anigen_assets.commands.env import env
from anigen_assets.commands.library import library
from anigen_assets.commands.make import make
from anigen_assets.commands.operator import skip, withdraw
from anigen_assets.commands.plan import plan_app
from anigen_assets.commands.quote import quote
from anigen_assets.commands.schema import schema
from anigen_assets.commands.up import up
from anigen_assets.commands.version import version

app = typer.Typer(
    name="anigen",
    help="An anime series that never ends, made by machines and run like a data platform.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

for function in (up, make, doctor, quote, library, skip, withdraw, retcon, env, schema, version):
    app.command()(function)
app.add_typer(canon_app, name="canon")
app.add_typer(context_app, name="context")
app.add_typer(plan_app, name="plan")


def main() -> None:
    """Entry point of `anigen`."""
    app()


if __name__ == "__main__":
    main()
