"""Many hours in one `anigen make` with the slate studio: does anything grow but the story?

`python -m anigen_tests.benchmarks.soak [--hours 1000] [--json]`. The run is cut into ten buckets of as many hours
each: seconds an hour, CPU seconds an hour, memory, and bytes of AniGen's own database should stay as they are.
Ctrl-C ends it early and tells what was seen so far.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg

from anigen_assets.errors import AniGenError
from anigen_assets.store.embedded import EmbeddedPostgres
from anigen_tests.benchmarks.machine import machine
from anigen_tests.benchmarks.system import ANIGEN, START, as_json, home

BUCKETS = 10
LOOK_SECONDS = 2.0
MB = 2**20


@dataclass(frozen=True)
class Look:
    """One look at a run under way, of all its processes.

    Attributes:
        wall: Seconds on the clock of `time.monotonic`.
        cpu: CPU seconds so far, of processes that have ended too.
        pss_mb: Proportional set size, summed.
        rss_mb: Resident set size, summed; shared pages count for each process.
        make_mb: Resident set size of the command's own process.
        database: Bytes of AniGen's database, Dagster's not counted; 0 while it cannot be asked.
    """

    films: int
    wall: float
    cpu: float
    pss_mb: float
    rss_mb: float
    make_mb: float
    database: int


@dataclass(frozen=True)
class Bucket:
    """A tenth of the run.

    Attributes:
        films: Episodes made by its end.
        pss_mb: The median of the looks in it; the other memory figures alike.
    """

    films: int
    seconds_an_hour: float
    cpu_seconds_an_hour: float
    pss_mb: float
    rss_mb: float
    make_mb: float
    database_bytes_per_100_episodes: float


def soak(hours: int) -> dict[str, Any]:
    """Makes hours in one go and tells how the run went, bucket by bucket."""
    with home(ANIGEN_VIDEO="slate", ANIGEN_QUALITY="480p") as (folder, environment):
        log = folder.with_suffix(".log")
        command = [ANIGEN, "make", "--from", START, "--hours", str(hours)]
        with log.open("wb") as output:
            make = subprocess.Popen(command, env=environment, stdout=output, stderr=output, cwd=folder)
        looks: list[Look] = []
        try:
            for look in _looks(make, folder):
                looks.append(look)  # kept when the wait is interrupted
        except KeyboardInterrupt:
            sys.stderr.write("Stopped; this is what was seen.\n")
        finally:
            if make.poll() is None:
                make.terminate()
            code = make.wait()
        said = log.read_text(errors="replace").splitlines()[-3:]
        log.unlink()
        library = _document([ANIGEN, "library", "--json"], environment)["episodes"]
        chain = _document([ANIGEN, "canon", "verify", "--json"], environment)
    return {
        "hours": hours,
        "exit_code": code,
        "said": said,
        "complete": sum(e["state"] == "retired" and e["sha256"] is not None for e in library),
        "chain_intact": chain["intact"],
        "buckets": [asdict(b) for b in _buckets(looks, hours)],
    }


def _looks(make: subprocess.Popen[bytes], folder: Path) -> Iterator[Look]:
    server = EmbeddedPostgres(folder)
    while make.poll() is None:
        with contextlib.suppress(psutil.NoSuchProcess):
            yield _look(make.pid, folder, server)
        time.sleep(LOOK_SECONDS)


def _look(pid: int, folder: Path, server: EmbeddedPostgres) -> Look:
    roots = [psutil.Process(pid)]
    with contextlib.suppress(OSError, ValueError, psutil.NoSuchProcess):
        roots.append(psutil.Process(int((folder / "postgres/data/postmaster.pid").read_text().split()[0])))
    pss = rss = cpu = 0.0
    for process in {p.pid: p for root in roots for p in (root, *root.children(recursive=True))}.values():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            memory = process.memory_full_info()
            pss, rss, cpu = pss + memory.pss, rss + memory.rss, cpu + sum(process.cpu_times()[:4])
    own = roots[0].memory_info().rss
    films = sum(1 for _ in (folder / "media").glob("*/*/*.film.mp4"))
    return Look(films, time.monotonic(), cpu, pss / MB, rss / MB, own / MB, _database_bytes(server))


def _database_bytes(server: EmbeddedPostgres) -> int:
    with contextlib.suppress(AniGenError, psycopg.OperationalError):
        with psycopg.connect(server.url("anigen", driver=None)) as connection:
            row = connection.execute("SELECT pg_database_size('anigen')").fetchone()
        return int(row[0]) if row else 0
    return 0


def _buckets(looks: list[Look], hours: int) -> Iterator[Bucket]:
    ready = [look for look in looks if look.database]
    for number in range(BUCKETS):
        low, high = hours * number // BUCKETS, hours * (number + 1) // BUCKETS
        inside = [look for look in ready if low <= look.films <= high]
        if len(inside) < 2 or inside[-1].films == inside[0].films:
            continue
        first, last = inside[0], inside[-1]
        made = last.films - first.films
        yield Bucket(
            last.films,
            (last.wall - first.wall) / made,
            (last.cpu - first.cpu) / made,
            _median([look.pss_mb for look in inside]),
            _median([look.rss_mb for look in inside]),
            _median([look.make_mb for look in inside]),
            (last.database - first.database) / made * 100,
        )


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _document(command: list[str], environment: dict[str, str]) -> Any:
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = {"machine": machine(), **soak(options.hours)}
    if options.json:
        sys.stdout.write(as_json(result) + "\n")
        return
    buckets = result.pop("buckets")
    lines = [f"{name}: {value}" for name, value in result.items()]
    lines.append("films  s/hour  CPU s/hour  PSS MB  RSS MB  make's RSS MB  database bytes/100")
    lines += [
        f"{b['films']:>5} {b['seconds_an_hour']:>7.2f} {b['cpu_seconds_an_hour']:>11.2f} {b['pss_mb']:>7.0f} "
        f"{b['rss_mb']:>7.0f} {b['make_mb']:>14.0f} {b['database_bytes_per_100_episodes']:>19,.0f}"
        for b in buckets
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
