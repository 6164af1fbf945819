"""The viewer as one ASGI process: Streamlit's pages, films with HTTP Range, and a health address.

Run it with `python -m anigen_viewer.serve --host 127.0.0.1 --port 8501`.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.routing import Route

from anigen_viewer.http import health, media

MAIN = Path(__file__).with_name("main.py")


def build_app() -> st.App:
    """The application; its routes match before Streamlit's own."""
    return st.App(
        MAIN,
        routes=[
            Route("/app/static/media/{media_id:int}", media, methods=["GET", "HEAD"]),
            Route("/healthz", health, methods=["GET"]),
        ],
    )


def main() -> None:
    """Serves until it is told to stop."""
    parser = argparse.ArgumentParser(prog="anigen_viewer.serve", description="The place to watch.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8501)
    chosen = parser.parse_args()
    os.environ.setdefault("STREAMLIT_SERVER_ADDRESS", chosen.host)
    os.environ.setdefault("STREAMLIT_SERVER_PORT", str(chosen.port))
    uvicorn.run(build_app(), host=chosen.host, port=chosen.port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
