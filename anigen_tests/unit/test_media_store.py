"""The local media store: files go in whole, keys never leave the root, changes behind our back are noticed."""

import hashlib
import os

import pytest

from anigen_assets.errors import MediaError
from anigen_assets.store.media import LocalMediaStore, MediaStore
from anigen_assets.store.media.ports import checked_key, key_name

KEY = "tidewatch/2026-01-01-00/episode.take1.film.mp4"
CONTENT = b"film " * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path) -> MediaStore:
    return LocalMediaStore(tmp_path / "media")


def put(store: MediaStore, key: str = KEY, content: bytes = CONTENT) -> None:
    path = store.staging_path(key)
    path.write_bytes(content)
    store.put_file(path, key)


def test_a_staged_file_is_moved_in_and_measured(store):
    path = store.staging_path(KEY)
    path.write_bytes(CONTENT)
    stored = store.put_file(path, KEY)
    assert (stored.key, stored.bytes, stored.sha256) == (KEY, len(CONTENT), SHA256)
    assert not path.exists()
    assert store.local_path(KEY).read_bytes() == CONTENT


def test_a_foreign_file_is_copied(store, tmp_path):
    path = tmp_path / "mine.mp4"
    path.write_bytes(CONTENT)
    store.put_file(path, KEY)
    assert path.read_bytes() == store.local_path(KEY).read_bytes() == CONTENT


def test_putting_again_replaces(store):
    put(store)
    put(store, content=b"other")
    assert store.local_path(KEY).read_bytes() == b"other"


def test_nothing_but_the_files_lies_in_the_root(store, tmp_path):
    put(store)
    files = {str(p.relative_to(tmp_path / "media")) for p in (tmp_path / "media").rglob("*") if p.is_file()}
    assert files == {KEY}


def test_a_missing_source_is_refused(store, tmp_path):
    with pytest.raises(MediaError, match=r"nothing\.mp4 cannot be read: no such file"):
        store.put_file(tmp_path / "nothing.mp4", KEY)
    assert not store.exists(KEY)


def test_what_is_not_there_has_no_size_and_no_path(store):
    assert store.size(KEY) is None
    assert not store.exists(KEY)
    with pytest.raises(MediaError, match="is missing"):
        store.local_path(KEY)


def test_size_and_existence_of_what_is_there(store):
    put(store)
    assert (store.size(KEY), store.exists(KEY)) == (len(CONTENT), True)


def test_an_untouched_file_verifies(store):
    put(store)
    store.verify(KEY, sha256=SHA256, bytes=len(CONTENT))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (CONTENT[:-1], "4999 bytes and not 5000"),
        (b"x" + CONTENT[1:], "has been changed"),
        (None, "is missing"),
    ],
)
def test_damage_behind_our_back_is_told(store, damage, message):
    put(store)
    path = store.local_path(KEY)
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with pytest.raises(MediaError, match=message):
        store.verify(KEY, sha256=SHA256, bytes=len(CONTENT))


def test_deleting_is_told_and_may_be_repeated(store):
    put(store)
    assert store.delete(KEY)
    assert not store.delete(KEY)
    assert not store.exists(KEY)


def test_path_or_url_is_absolute(store):
    assert os.path.isabs(store.path_or_url(KEY))


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/absolute/film.mp4",
        "../outside",
        "series/../../outside",
        "series/..",
        "series/./film.mp4",
        "series//film.mp4",
        "series/film.mp4/",
        ".staging/film.mp4",
        "series/.hidden",
        "series\\..\\outside",
        "series/film\x00.mp4",
        "series/film\n.mp4",
        "séries/film.mp4",
        "~/film.mp4",
        "a/" * 300 + "film.mp4",
        "x" * 200,
    ],
)
@pytest.mark.parametrize("method", ["staging_path", "local_path", "path_or_url", "exists", "size", "delete"])
def test_keys_that_are_none_are_refused_everywhere(store, method, key):
    with pytest.raises(MediaError, match="is not a media key"):
        getattr(store, method)(key)


def test_putting_outside_the_root_is_refused(store, tmp_path):
    path = tmp_path / "mine.mp4"
    path.write_bytes(CONTENT)
    with pytest.raises(MediaError, match="is not a media key"):
        store.put_file(path, "../mine2.mp4")
    assert sorted(os.listdir(tmp_path)) == ["mine.mp4"]


@pytest.mark.parametrize(
    "text", ["潮守り", "../../x", "A title: with / everything?", "", ".hidden", "x" * 500]
)
def test_any_text_becomes_a_name_that_a_key_takes(text):
    assert checked_key(key_name(text)) == key_name(text)


def test_two_keys_never_share_a_staging_path(store):
    keys = ["a/b_c", "a_b/c", "a/b/c", "a.b/c", "a:b/c"]
    assert len({store.staging_path(key) for key in keys}) == len(keys)


def test_a_staging_folder_is_empty_and_goes_away(store):
    with store.staging_folder(KEY) as folder:
        (folder / "film.mp4").write_bytes(CONTENT)
        store.put_file(folder / "film.mp4", KEY)
        (folder / "rest").touch()
    assert not folder.exists()
    assert store.exists(KEY)


def test_a_staging_folder_of_a_killed_process_is_cleared(store):
    left = store.staging_path(KEY)
    left.mkdir()
    (left / "half").touch()
    with store.staging_folder(KEY) as folder:
        assert list(folder.iterdir()) == []
