"""Child processes of `anigen up`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from anigen_assets.commands import processes

CHILD = """
import sys, time
from pathlib import Path
print("long before", flush=True)
while not Path("go").exists():
    time.sleep(0.02)
print("after", flush=True)
"""


def test_a_long_log_is_moved_aside_and_its_child_writes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOG_BYTES", len("long before"))
    log = tmp_path / "child.log"
    child = processes.start("child", [sys.executable, "-c", CHILD], {}, log, tmp_path)
    while "long before" not in log.read_text():
        time.sleep(0.02)
    processes.trim(log)
    (tmp_path / "go").touch()
    child.process.wait(30)
    assert log.read_text() == "after\n"
    assert (tmp_path / "child.log.1").read_text() == "long before\n"


def test_a_short_log_is_left_alone(tmp_path: Path) -> None:
    log = tmp_path / "child.log"
    log.write_text("short")
    processes.trim(log)
    assert [path.name for path in tmp_path.iterdir()] == ["child.log"]
