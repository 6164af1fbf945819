"""The process that makes scenes ends without a word, whichever way it is told to."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import Pipe

LATE = """
import atexit, os, signal, sys
from anigen_assets.studio import worker
atexit.register(os.kill, os.getpid(), signal.SIGTERM)
worker.main(int(sys.argv[1]), os.getppid())
"""


def test_a_signal_that_comes_while_python_ends_says_nothing() -> None:
    ours, theirs = Pipe()
    ours.close()
    with theirs:
        done = subprocess.run(
            [sys.executable, "-c", LATE, str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.stderr == ""
