"""Addresses beside the pages: files by their id, with HTTP Range, and the health of the viewer."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

from anigen_assets.errors import AniGenError
from anigen_viewer.data import media_file, read_models

TYPES = {
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".json": "application/json",
}
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}
"""A file never changes under its id, so browsers may keep it."""


async def media(request: Request) -> Response:
    """A stored file by id; 404 for unknown ids and for files that went missing."""
    found = await run_in_threadpool(media_file, int(request.path_params["media_id"]))
    if found is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    return FileResponse(
        found.path, media_type=TYPES.get(found.path.suffix, "application/octet-stream"), headers=HEADERS
    )


async def health(_request: Request) -> Response:
    """200 when the database answers, 503 when it does not."""
    try:
        await run_in_threadpool(lambda: read_models().series_info())
    except AniGenError as error:
        return JSONResponse({"status": "down", "reason": str(error)}, status_code=503)
    return JSONResponse({"status": "ok"})
