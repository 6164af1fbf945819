"""`anigen make` of six hours, killed twenty times at random moments and repeated: is anything different afterwards?

`python -m anigen_tests.faults.twenty_kills [--video slate|animatic] [--kills 20] [--hours 6] [--seed 1]`. Every fourth
kill or so takes the embedded database along, as a power cut would. A home is killed at until its hours are made; then
it is compared, and the kills go on in a new one. Exit code 1 when the canon's digest, a film or any
other file differs from those of an undisturbed run, or when something half written stayed behind. It takes a few
minutes with cards and a quarter of an hour with pictures, so it is no part of the tests; `test_kill.py` is its short
version.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from anigen_tests.e2e.processes import cut_the_power, traces_of, wait_until
from anigen_tests.faults.home import SECONDS, Home, Made, fresh_home

PATIENCE_SECONDS = 1800.0
POWER_CUTS = 0.25
"""Share of the kills that end every process of the home and not `anigen make` alone."""


def main() -> int:
    """Makes hours in peace, then under fire, compares, and tells what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--video", choices=("slate", "animatic"), default="slate")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--hours", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anigen-kills-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # the account of the embedded database has to pass
        with fresh_home(Path(folder) / "peace", ANIGEN_VIDEO=options.video) as home:
            first = _timed(home, options.hours)
            wanted = home.made()
        _say(f"undisturbed: {first:.1f} s; digest {wanted.digest}")
        chance, kills, fine, homes = random.Random(options.seed), 0, True, 0
        while kills < options.kills:
            homes += 1
            with fresh_home(Path(folder) / f"fire{homes}", ANIGEN_VIDEO=options.video) as home:
                while kills < options.kills:
                    ended, seen = _kill(home, options.hours, chance, first)
                    kills += ended is None
                    _say(f"home {homes}, {'' if ended is None else 'no '}kill {kills}: {seen}")
                    fine = fine and not ended
                    if ended == 0:
                        break
                fine = _judge(home, options.hours, wanted) and fine
        return 0 if fine else 1


def patient(home: Home) -> Home:
    """The same home, for whoever waits for hours of real pictures on a busy machine."""
    return replace(home, patience_seconds=PATIENCE_SECONDS)


def _timed(home: Home, hours: int) -> float:
    began = time.monotonic()
    done = patient(home).make(hours)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - began


def _kill(home: Home, hours: int, chance: random.Random, latest: float) -> tuple[int | None, str]:
    """Starts the command and kills it after a random while.

    Returns:
        Its exit code when it had ended by itself, and in what state the home was left.
    """
    after, everything = chance.uniform(0, latest), chance.random() < POWER_CUTS
    with home.under_way(hours) as make:
        began = time.monotonic()
        while make.process.poll() is None and time.monotonic() - began < after:
            time.sleep(0.01)
        if everything:
            cut_the_power(home.folder)
        make.process.kill()
        code = make.process.wait()
        halves = len(home.half_written())
        wait_until(lambda: not home.drawing(), "end of the processes that draw", SECONDS)
    if code not in (0, -signal.SIGKILL):
        return code, f"exit code {code} after {after:.1f} s:\n{make.said()}"
    what = "all was made" if code == 0 else "everything killed" if everything else "killed"
    found = f"{len(home.films())} films, {len(home.scenes())} scenes, {halves} half written"
    return code if code == 0 else None, f"after {after:5.1f} s {what}; {found}"


def _judge(home: Home, hours: int, wanted: Made) -> bool:
    done = patient(home).make(hours)
    made = home.made()
    names = sorted(wanted.files.keys() | made.files.keys())
    differing = [name for name in names if wanted.files.get(name) != made.files.get(name)]
    verdicts = {
        "the last run ends well": done.returncode == 0,
        f"the same {len(wanted.episodes)} episodes": made.episodes == wanted.episodes,
        "the same digest of canon": made.digest == wanted.digest,
        f"the same {len(wanted.files)} files, byte for byte": not differing,
        "nothing half written": not home.half_written(),
        "no process left": not traces_of(home.folder),
        "no open run, no held lock": home.unfinished_business() == {"runs": 0, "locks": 0},
    }
    for what, holds in verdicts.items():
        _say(f"{'yes' if holds else 'NO '}  {what}")
    for name in differing:
        _say(f"differs: {name}")
    return all(verdicts.values())


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
