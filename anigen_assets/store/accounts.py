"""Which system account the embedded server runs as: our own, or an unprivileged one when we are root.

PostgreSQL refuses to run as root. The account must reach the data folder and the server's programs, so root opens
the folders above them for passing through (`o+x`), and nothing more.
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog

ACCOUNT = "anigen"
FALLBACK = "nobody"

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Account:
    """A user of this machine."""

    uid: int
    gid: int

    def options(self) -> dict[str, Any]:
        """What `subprocess.run` needs to run as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_account(data: Path) -> Account | None:
    """The account to run as; None when that is simply ourselves.

    An existing data folder keeps its owner.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        owner = data.stat()
        return Account(owner.st_uid, owner.st_gid)
    entry = _entry(ACCOUNT) or _made(ACCOUNT) or pwd.getpwnam(FALLBACK)
    return Account(entry.pw_uid, entry.pw_gid)


def give(path: Path, account: Account | None) -> None:
    """Makes the account the owner of one folder or file."""
    if account is not None:
        os.chown(path, account.uid, account.gid)


def let_pass(path: Path) -> None:
    """Lets every account walk down to a path; only folders that forbid it are changed."""
    for folder in path.resolve().parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            _log.info("folder_opened_for_database_account", folder=str(folder))
            folder.chmod(stat.S_IMODE(mode) | stat.S_IXOTH)


def let_read(tree: Path) -> None:
    """Lets every account read and run what lies under a folder of programs."""
    for path in (tree, *tree.rglob("*")):
        if path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        run = stat.S_IXOTH if mode & stat.S_IXUSR else 0
        if mode | stat.S_IROTH | run != mode:
            path.chmod(mode | stat.S_IROTH | run)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _made(name: str) -> pwd.struct_passwd | None:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program is None:
        return None
    command = [program, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
    subprocess.run(command, capture_output=True, check=False)
    return _entry(name)
