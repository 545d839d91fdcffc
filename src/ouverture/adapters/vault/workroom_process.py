"""The process in which files are opened: it has no key, and does one thing for each: fork, and be limited.

Started by ``workroom``, over the socket whose number it is given.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from ouverture.adapters.vault.cleaning import clean
from ouverture.adapters.vault.limits import CPU_SECONDS, MEMORY, SECONDS
from ouverture.adapters.vault.parcels import read_all, wrapped
from ouverture.services.papers.vault_ports import CannotTake, Clean

LIMITS = (
    (resource.RLIMIT_AS, MEMORY),
    (resource.RLIMIT_CPU, CPU_SECONDS),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_NOFILE, 16),
)


def main() -> None:
    """Take a file after the other until nobody asks any more."""
    with socket.socket(fileno=int(sys.argv[1])) as asked:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries complain of what they read: it may be somebody's
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the site ends this process, not the key that ends the site
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while True:
            said, pipes, _, _ = socket.recv_fds(asked, 1, 1)
            if not said:
                return
            if os.fork() == 0:
                asked.close()
                _one(socket.socket(fileno=pipes[0]))
            os.close(pipes[0])


def _one(pipe: socket.socket) -> None:
    """Open one file within its limits, and end; a limit that is passed ends it without a word."""
    with suppress(OSError):  # a machine without memory ends this process first, and not the site
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    for which, most in LIMITS:
        resource.setrlimit(which, (most, most))
    try:
        pipe.sendall(wrapped(_done(read_all(pipe))))
    except OSError:
        os._exit(1)  # nobody waits for the answer any more
    os._exit(0)


def _done(content: bytes) -> Clean | CannotTake:
    try:
        return clean(content)
    except CannotTake as problem:
        return problem
    except MemoryError:
        return CannotTake("too_heavy")
