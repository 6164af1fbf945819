"""The whole system from outside: throughput of `anigen make`, database growth, start-up and memory of `anigen up`."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil

from anigen_assets.commands.ports import free_port
from anigen_assets.story.calendar import HOUR, key_of, parse_hour

ANIGEN = str(Path(sys.executable).with_name("anigen"))
START = "2026-01-01-00:00"
GROWTH_HOURS = 200
"""Fewer hours tell nothing of the database's growth: its tables begin with pages that are nearly empty."""


@contextlib.contextmanager
def home(**settings: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """A home folder of its own and the environment that leads there; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="anigen-bench-", ignore_cleanup_errors=True) as folder:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("ANIGEN_") and k != "DATABASE_URL"}
        yield Path(folder), clean | {"ANIGEN_HOME": folder} | settings


def throughput(hours: int, video: str, quality: str = "720p", before: int = 1) -> dict[str, float]:
    """Episodes an hour out of `anigen make`, with everything that belongs to it, and bytes of our database.

    Start-up of the command counts; so the figure is a lower bound for longer runs.

    Args:
        hours: Episodes that are measured.
        video: The studio.
        quality: The picture size.
        before: Episodes that are made beforehand and do not count.
    """
    with home(ANIGEN_VIDEO=video, ANIGEN_QUALITY=quality) as (folder, environment):
        _make(environment, 0, before)
        begun = _database_bytes(environment)
        began = time.monotonic()
        used = _make(environment, before, hours)
        wall = time.monotonic() - began
        ended = _database_bytes(environment)
        films = sum(p.stat().st_size for p in (folder / "media").rglob("*.mp4"))
    figures = {
        "hours": hours,
        "wall_seconds": wall,
        "cpu_seconds": used,
        "episodes_per_hour": hours / wall * 3600,
        "film_bytes_per_episode": films / (before + hours),
    }
    if hours < GROWTH_HOURS:
        return figures
    return figures | {
        "database_bytes": ended,
        "database_bytes_per_100_episodes": (ended - begun) / hours * 100,
    }


def up(video: str = "animatic") -> dict[str, float]:
    """Start-up of `anigen up`, cold (a new home) and warm, and its memory as PSS, at work and idle."""
    with home(ANIGEN_VIDEO=video) as (folder, environment):
        cold = _one_up(folder, environment)
        warm = _one_up(folder, environment)
    return {
        "cold_start_seconds": cold["start"],
        "first_episode_seconds": cold["episode"],
        "warm_start_seconds": warm["start"],
        "working_pss_mb": cold["peak"],
        "idle_pss_mb": warm["idle"],
    }


def _one_up(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    dagster = free_port("127.0.0.1", 23000)
    viewer = free_port("127.0.0.1", 23100)
    ports = {"ANIGEN_DAGSTER_PORT": str(dagster), "ANIGEN_VIEWER_PORT": str(viewer)}
    began = time.monotonic()
    with (folder / "up.log").open("wb") as log:
        process = subprocess.Popen(
            [ANIGEN, "up"], env=environment | ports, stdout=log, stderr=log, cwd=folder
        )
    try:
        _wait(
            lambda: (
                _answers(f"http://127.0.0.1:{dagster}/server_info")
                and _answers(f"http://127.0.0.1:{viewer}/healthz")
            )
        )
        started = time.monotonic() - began
        peak, film = 0.0, False
        while not film and time.monotonic() - began < 300:
            peak = max(peak, pss_mb(process.pid, folder))
            film = bool(list((folder / "media").rglob("*.manifest.json")))
            time.sleep(0.5)
        episode = time.monotonic() - began
        time.sleep(45)
        idle = pss_mb(process.pid, folder)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
    return {"start": started, "episode": episode, "peak": peak, "idle": idle}


def pss_mb(pid: int, folder: Path) -> float:
    """Proportional set size of a process, all its descendants, and the embedded server of a home folder, summed."""
    roots = [psutil.Process(pid)]
    with contextlib.suppress(OSError, ValueError, psutil.NoSuchProcess):
        roots.append(psutil.Process(int((folder / "postgres/data/postmaster.pid").read_text().split()[0])))
    seen: dict[int, psutil.Process] = {}
    for root in roots:
        for process in (root, *root.children(recursive=True)):
            seen[process.pid] = process
    total = 0
    for process in seen.values():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            total += process.memory_full_info().pss
    return total / 2**20


def _make(environment: dict[str, str], first: int, hours: int) -> float:
    """Makes hours from the `first` after START and returns the CPU seconds of the command and its children."""
    start = key_of(parse_hour(START) + first * HOUR)
    before = os.times()
    command = [ANIGEN, "make", "--from", start, "--hours", str(hours)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def _database_bytes(environment: dict[str, str]) -> int:
    script = (
        "from anigen_assets.commands.console import application\n"
        "from anigen_assets.store.about import size_bytes\n"
        "with application() as app: print(size_bytes(app.database))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
    )
    return int(done.stdout)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _wait(ready: Any, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError("anigen up did not answer")
        time.sleep(0.1)


def as_json(document: Any) -> str:
    """One JSON document."""
    return json.dumps(document, indent=2)
