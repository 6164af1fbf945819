"""A file is there whole or not at all, whoever is killed, and whatever is on the disk."""

import os
import signal
import subprocess
import sys
import time

import pytest

from anigen_assets.errors import DiskFullError, MediaError
from anigen_assets.whole_file import move_whole, whole_file, write_whole

WRITER = """
import sys, time
from pathlib import Path
from anigen_assets.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as temporary:
    temporary.write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(60)
"""


def test_content_appears_at_the_end(tmp_path):
    target = tmp_path / "deep" / "file"
    with whole_file(target) as temporary:
        temporary.write_bytes(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_what_was_there(tmp_path):
    target = tmp_path / "file"
    write_whole(target, b"old")
    with pytest.raises(ZeroDivisionError), whole_file(target) as temporary:
        temporary.write_bytes(bytes([1 // 0]))
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_files_are_readable_by_others_as_the_umask_says(tmp_path):
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "file", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path):
    target = tmp_path / "film.mp4"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        write_whole(target, b"other")
        assert len(os.listdir(tmp_path)) == 2, "a living writer's file is left alone"
        writer.send_signal(signal.SIGKILL)
    time.sleep(0.05)
    write_whole(target, b"whole")
    assert os.listdir(tmp_path) == ["film.mp4"]


def test_a_full_disk_becomes_one_sentence(tmp_path):
    with (
        pytest.raises(DiskFullError, match=r"no room on the disk for .*file: nothing half written"),
        whole_file(tmp_path / "file"),
    ):
        raise OSError(28, "No space left on device")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_a_file_becomes_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(MediaError, match="cannot be written"):
        write_whole(tmp_path / "file" / "below", b"x")


def test_moving_replaces_the_target(tmp_path):
    write_whole(tmp_path / "new", b"new")
    write_whole(tmp_path / "place" / "file", b"old")
    move_whole(tmp_path / "new", tmp_path / "place" / "file")
    assert (tmp_path / "place" / "file").read_bytes() == b"new"
    assert not (tmp_path / "new").exists()


def test_moving_what_is_missing_becomes_one_sentence(tmp_path):
    with pytest.raises(MediaError, match="no such file"):
        move_whole(tmp_path / "nothing", tmp_path / "file")
