"""Addresses beside the pages: files by their id, with HTTP Range, our own assets, and the health of the viewer."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

from anigen_assets.errors import AniGenError
from anigen_viewer import assets
from anigen_viewer.data import MediaFile, media_file, read_models
from anigen_viewer.webvtt import cut

TYPES = {
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".json": "application/json",
}
FOR_GOOD = "public, max-age=31536000, immutable"
"""A file never changes under its id, so browsers may keep it."""
POLICY = "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'"
"""A file opened by itself shows a picture or a film, and does nothing else."""
HEADERS = {"Cache-Control": FOR_GOOD, "Content-Security-Policy": POLICY}
LARGEST_ID = 2**63 - 1
LONGEST_SECONDS = 24 * 3600


async def media(request: Request) -> Response:
    """A stored file by id; 404 for unknown ids and for files that went missing or lost a part."""
    found = await _found(request)
    if isinstance(found, Response):
        return found
    headers = HEADERS | {"ETag": f'"{found.ref.sha256}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    kind = TYPES.get(found.path.suffix, "application/octet-stream")
    return FileResponse(found.path, media_type=kind, headers=headers)


async def subtitles(request: Request) -> Response:
    """The part of a subtitle file that belongs to one scene: `?from=30&to=60`, in whole seconds of the film."""
    found = await _found(request)
    if isinstance(found, Response):
        return found
    begin, end = (_seconds(request.query_params.get(name, "")) for name in ("from", "to"))
    if begin is None or end is None or begin >= end:
        return PlainTextResponse("Ask for ?from=SECONDS&to=SECONDS.", status_code=422)
    if found.path.suffix != ".vtt":
        return _no_such_file()
    text = await run_in_threadpool(found.path.read_text, encoding="utf-8")
    return Response(cut(text, begin, end), media_type=TYPES[".vtt"], headers=HEADERS)


async def asset(request: Request) -> Response:
    """A file of ours by name."""
    path = assets.OFFERED.get(request.path_params["name"])
    if path is None:
        return _no_such_file()
    return FileResponse(path, media_type=assets.TYPES[path.suffix], headers=HEADERS)


async def nothing(_request: Request) -> Response:
    """For addresses that look like files and are none."""
    return _no_such_file()


async def health(_request: Request) -> Response:
    """200 when the database answers, 503 when it does not."""
    try:
        await run_in_threadpool(lambda: read_models().series_info())
    except AniGenError as error:
        return JSONResponse({"status": "down", "reason": str(error)}, status_code=503, headers=_NOT_KEPT)
    return JSONResponse({"status": "ok"}, headers=_NOT_KEPT)


_NOT_KEPT = {"Cache-Control": "no-store"}


def _no_such_file() -> Response:
    return PlainTextResponse("There is no such file.", status_code=404, headers=_NOT_KEPT)


async def _found(request: Request) -> MediaFile | Response:
    media_id = int(request.path_params["media_id"])
    try:
        found = await run_in_threadpool(media_file, media_id) if media_id <= LARGEST_ID else None
    except AniGenError as error:
        return PlainTextResponse(str(error), status_code=503, headers=_NOT_KEPT | {"Retry-After": "5"})
    return found or _no_such_file()


def _seconds(text: str) -> int | None:
    is_number = text.isascii() and text.isdecimal() and len(text) < 7
    return int(text) if is_number and int(text) <= LONGEST_SECONDS else None
