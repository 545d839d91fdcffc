"""Files opened in a process apart, each in a child of its own with its limits: what they cost is never the site's."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Lock

import ouverture
from ouverture.adapters.vault.limits import MOST_BYTES, SECONDS
from ouverture.adapters.vault.parcels import read_all, unwrapped
from ouverture.adapters.vault.scanner import scan
from ouverture.services.papers.vault_ports import CannotTake, Clean

PROGRAM = "from ouverture.adapters.vault.workroom_process import main; main()"
AT_ONCE = 2
"""Files opened at the same moment: one more waits."""
GRACE = 10.0
"""Seconds beyond a file's own, in which the process may start."""


class Workroom:
    """The cleaner of files (``services.papers.vault_ports.Cleaner``). The process is started by the first file.

    ``scanner``: the socket of a virus scanner, which is asked first.
    """

    def __init__(self, scanner: Path | None = None) -> None:
        self._scanner = scanner
        self._turn = Lock()
        self._places = BoundedSemaphore(AT_ONCE)
        self._process: subprocess.Popen[bytes] | None = None
        self._door: socket.socket | None = None

    def clean(self, content: bytes) -> Clean:
        """The pages of a file; raises CannotTake."""
        if len(content) > MOST_BYTES:
            raise CannotTake("too_big", MOST_BYTES // 1_000_000)
        if self._scanner:
            scan(self._scanner, content)
        with self._places:
            return unwrapped(self._answer(content))

    def _answer(self, content: bytes) -> bytes:
        """What the process answers; nothing when the file's child did not live to say it."""
        with self._asked() as pipe, suppress(OSError):
            pipe.settimeout(SECONDS + GRACE)
            pipe.sendall(content)
            pipe.shutdown(socket.SHUT_WR)
            return read_all(pipe)
        return b""

    def _asked(self) -> socket.socket:
        """Our end of a pipe to a new child; a process that ended is started again."""
        ours, theirs = socket.socketpair()
        with theirs, self._turn:
            for door in (self._door, None):
                try:
                    socket.send_fds(door or self._started(), [b"1"], [theirs.fileno()])
                    return ours
                except OSError:
                    continue
        ours.close()
        raise CannotTake("closed")

    def _started(self) -> socket.socket:
        self._ended()
        ours, theirs = socket.socketpair()
        root = str(Path(ouverture.__file__).parent.parent)
        # Of our surroundings only what a Python needs: no key, no setting.
        surroundings = {"PYTHONPATH": root, "PATH": os.environ.get("PATH", "")}
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(theirs.fileno())],
                pass_fds=[theirs.fileno()], env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        self._door = ours
        return ours

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._ended()

    def _ended(self) -> None:
        if self._door is not None:
            self._door.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._door = self._process = None
