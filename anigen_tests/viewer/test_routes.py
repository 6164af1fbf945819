"""The addresses beside the pages, asked of a real server process."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from anigen_assets.store.database import Database
from anigen_assets.store.read_models import EpisodePage, ReadModels
from anigen_tests.viewer.library import Shelf, clean_environment, outage, served

CHUNK = 100
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request, sent just as it is written; names of headers with _ for -."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request(method, path, headers={n.replace("_", "-"): v for n, v in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


@pytest.fixture(scope="session")
def page(shelf: Shelf) -> EpisodePage:
    """What is on record about the first episode."""
    database = Database.connect(shelf.url, read_only=True)
    found = ReadModels(database, "tidewatch").episode(1)
    database.dispose()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def film_path(page: EpisodePage) -> str:
    """Address of its film."""
    return f"/app/static/media/{page.film.media_id}"


@pytest.fixture(scope="session")
def film_bytes(shelf: Shelf, page: EpisodePage) -> bytes:
    """The same from the disk."""
    return (shelf.home / "media" / page.film.key).read_bytes()


def test_a_film_comes_whole(viewer: str, film_path: str, film_bytes: bytes) -> None:
    answer = ask(viewer, film_path)
    assert (answer.status, answer.headers["content-type"]) == (200, "video/mp4")
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.body == film_bytes


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=5000-5099", 5000, 5099), ("bytes=-100", -100, -1)],
)
def test_a_part_of_a_film_comes_by_range(
    viewer: str, film_path: str, film_bytes: bytes, wanted: str, first: int, last: int
) -> None:
    size = len(film_bytes)
    answer = ask(viewer, film_path, Range=wanted)
    assert answer.status == 206
    assert answer.headers["content-range"] == f"bytes {first % size}-{last % size}/{size}"
    assert answer.body == film_bytes[first % size : last % size + 1]


def test_a_range_beyond_the_end_is_refused(viewer: str, film_path: str, film_bytes: bytes) -> None:
    answer = ask(viewer, film_path, Range=f"bytes={len(film_bytes)}-")
    assert answer.status == 416
    assert answer.headers["content-range"] == f"bytes */{len(film_bytes)}"


@pytest.mark.parametrize(("same", "status"), [(True, 206), (False, 200)])
def test_a_range_is_for_the_film_that_was_begun(
    viewer: str, film_path: str, page: EpisodePage, same: bool, status: int
) -> None:
    tag = f'"{page.film.sha256}"' if same else '"another"'
    assert ask(viewer, film_path, Range="bytes=0-99", If_Range=tag).status == status


def test_a_film_that_a_browser_has_is_not_sent_again(viewer: str, film_path: str) -> None:
    tag = ask(viewer, film_path, "HEAD").headers["etag"]
    answer = ask(viewer, film_path, If_None_Match=tag)
    assert (answer.status, answer.body) == (304, b"")


def test_head_tells_the_length_and_sends_nothing(viewer: str, film_path: str, film_bytes: bytes) -> None:
    answer = ask(viewer, film_path, "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(film_bytes))


@pytest.mark.parametrize(
    "path",
    [
        "/app/static/media/1",
        "/app/static/media/99999999999999999999999999",
        "/app/static/media/-1",
        "/app/static/media/film.mp4",
        "/app/static/media/",
        "/app/static/media/%2e%2e%2f%2e%2e%2f.env",
        "/app/static/media/..%5c..%5c.env",
        "/app/static/media/../../../../etc/passwd",
        "/app/static/assets/player.js",
        "/app/static/assets/..%2fdata.py",
        "/app/static/subtitles/1?from=0&to=30",
        "/app/static/anything",
        "/app/data.py",
        "//etc/passwd",
    ],
)
def test_only_what_is_on_record_is_sent(viewer: str, path: str) -> None:
    answer = ask(viewer, path)
    assert answer.status in (400, 404)
    assert len(answer.body) < CHUNK


def test_a_film_that_lost_a_part_is_not_sent(viewer: str, shelf: Shelf, page: EpisodePage) -> None:
    scene = page.scenes[0].film
    file = shelf.home / "media" / scene.key
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    try:
        answer = ask(viewer, f"/app/static/media/{scene.media_id}")
    finally:
        file.write_bytes(whole)
    assert answer.status == 404


def test_subtitles_of_a_scene_begin_with_the_scene(viewer: str, page: EpisodePage) -> None:
    path = f"/app/static/subtitles/{page.vtt.media_id}"
    third = ask(viewer, f"{path}?from=60&to=90")
    assert third.headers["content-type"] == "text/vtt; charset=utf-8"
    lines = [line.text for line in page.plan.scenes[2].dialogue]
    assert third.body.startswith(b"WEBVTT\n\n00:00:")
    assert third.body.count(b"-->") == len(lines)


@pytest.mark.parametrize("part", ["", "?from=0", "?from=a&to=b", "?from=30&to=30", "?from=0&to=9999999"])
def test_a_part_that_makes_no_sense_is_refused(viewer: str, page: EpisodePage, part: str) -> None:
    assert ask(viewer, f"/app/static/subtitles/{page.vtt.media_id}{part}").status == 422


def test_a_film_has_no_subtitles_to_cut(viewer: str, page: EpisodePage) -> None:
    assert ask(viewer, f"/app/static/subtitles/{page.film.media_id}?from=0&to=30").status == 404


@pytest.mark.parametrize("path", ["/", "/watch", "/statistics"])
def test_a_page_loads_nothing_from_elsewhere_and_sits_in_no_foreign_frame(viewer: str, path: str) -> None:
    headers = ask(viewer, path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/_stcore/upload_file/a/b"],
)
def test_what_nobody_needs_is_closed(viewer: str, path: str) -> None:
    assert ask(viewer, path).status == 404


@pytest.mark.parametrize("host", ["e.vil", "e.vil:8501", "[::", ""])
def test_on_the_loopback_address_only_this_machines_names_are_known(viewer: str, host: str) -> None:
    assert ask(viewer, "/", Host=host).status == 421


def test_health_follows_the_database(shelf: Shelf, viewer: str) -> None:
    assert ask(viewer, "/healthz").status == 200
    with outage(shelf):
        answer = ask(viewer, "/healthz")
        assert answer.status == 503
        assert json.loads(answer.body)["status"] == "down"
        assert ask(viewer, "/app/static/media/1").status == 503
    assert ask(viewer, "/healthz").status == 200


def test_a_viewer_that_comes_before_its_database_finds_it_later(shelf: Shelf) -> None:
    with ExitStack() as stack:
        with outage(shelf):
            early = stack.enter_context(served(shelf.settings))
            assert ask(early, "/healthz").status == 503
        deadline = time.monotonic() + PATIENCE_SECONDS
        while ask(early, "/healthz").status != 200 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert ask(early, "/healthz").status == 200


def test_a_wrong_setting_ends_it_with_one_sentence(tmp_path: Path) -> None:
    settings = {**clean_environment(), "ANIGEN_HOME": str(tmp_path), "ANIGEN_QUALITY": "9p"}
    ended = subprocess.run(
        [sys.executable, "-m", "anigen_viewer.serve", "--port", "1"],
        env=settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("ANIGEN_QUALITY: '9p' is not allowed")
    assert len(ended.stderr.splitlines()) == 1
