"""The viewer as one ASGI process: Streamlit's pages, films with HTTP Range, and a health address.

Run it with `python -m anigen_viewer.serve --host 127.0.0.1 --port 8501`.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.routing import Route

from anigen_assets.errors import AniGenError
from anigen_viewer.data import library, settings
from anigen_viewer.gate import Gate, known_hosts
from anigen_viewer.http import asset, health, media, nothing, subtitles
from anigen_viewer.shell import ADDRESSES, shell

MAIN = Path(__file__).with_name("main.py")
GRACE_SECONDS = 3
"""A film that is being sent when we are told to stop gets this long."""


def build_app(hosts: frozenset[str] | None = None) -> st.App:
    """The application; its routes match before Streamlit's own.

    Args:
        hosts: Host names it answers to; None: any.
    """
    return st.App(
        MAIN,
        routes=[
            *(Route(address, shell, methods=["GET"]) for address in ADDRESSES),
            Route("/app/static/media/{media_id:int}", media, methods=["GET"]),
            Route("/app/static/subtitles/{media_id:int}", subtitles, methods=["GET"]),
            Route("/app/static/assets/{name}", asset, methods=["GET"]),
            Route("/app/{rest:path}", nothing, methods=["GET"]),  # else Streamlit answers with its page
            Route("/healthz", health, methods=["GET"]),
        ],
        middleware=[Middleware(Gate, hosts=hosts)],
    )


def main() -> None:
    """Serves until it is told to stop."""
    parser = argparse.ArgumentParser(prog="anigen_viewer.serve", description="The place to watch.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8501)
    chosen = parser.parse_args()
    try:
        hosts = known_hosts(chosen.host, settings().public_viewer_url)
    except AniGenError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)
    os.environ["STREAMLIT_SERVER_ADDRESS"] = chosen.host
    os.environ["STREAMLIT_SERVER_PORT"] = str(chosen.port)
    try:
        uvicorn.run(
            build_app(hosts),
            host=chosen.host,
            port=chosen.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    finally:
        library.close()


if __name__ == "__main__":
    main()
