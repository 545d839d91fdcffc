"""The site begins anew after a file was erased: what this process remembers of it goes with the memory of the process.

Memory that Python gave back is not written over, so nothing less would do. The sockets stay open: who comes while the
process begins anew waits a few seconds and is answered.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from socket import socket
from threading import Thread
from typing import NoReturn

from ouverture.site.listening import Door
from ouverture.site.page.house import has_met_what_was_erased, leave

LOOK_EVERY = 60.0
"""Seconds: also the least time between two new beginnings."""
HANDED = "OUVERTURE_HANDED_SOCKETS"


def renew_when_erased(door: Door) -> None:
    """From now on, have the site begin anew at a quiet moment after somebody erased a file, here or elsewhere."""

    def look() -> None:
        while not has_met_what_was_erased():
            time.sleep(LOOK_EVERY)
        door.renew()

    Thread(target=look, name="renewing", daemon=True).start()


def begin_anew(sockets: Sequence[int]) -> NoReturn:
    """The same command in the same process, on the same sockets, with nothing of its memory left."""
    leave()
    for one in sockets:
        os.set_inheritable(one, True)
    os.environ[HANDED] = ",".join(map(str, sockets))
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def handed_sockets() -> list[socket]:
    """The sockets of the process that this one was before it began anew; none at a first beginning."""
    return [socket(fileno=int(one)) for one in os.environ.pop(HANDED, "").split(",") if one]
