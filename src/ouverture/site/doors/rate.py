"""How much one identity asks in an hour: a brake on whoever, or whatever, reads far more than a person at work."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from threading import Lock

from ouverture.services.casework.actors import Actor

HOUR = 3600.0
MOST_KNOWN = 10_000
"""Identities that are counted at once; past them all counts begin again, which lets more pass and never less."""


class AskedTooMuch(Exception):
    """One identity asked for more than an hour allows; it can ask again when the hour is over."""


class Counter:
    """Requests of this hour by opaque identity, in the memory of one process: nothing is kept of whoever it was."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._begun = clock()
        self._asked: dict[str, int] = {}

    def count(self, identity: str, most: int) -> None:
        """One more request; raises AskedTooMuch when it is past ``most``."""
        with self._lock:
            if self._clock() - self._begun > HOUR or len(self._asked) > MOST_KNOWN:
                self._begun, self._asked = self._clock(), {}
            self._asked[identity] = self._asked.get(identity, 0) + 1
            if self._asked[identity] > most:
                raise AskedTooMuch


_counter = Counter()
_tries = Counter()
MOST_TRIES = 20
"""Tries of one passphrase from one address in an hour: whoever mistypes is not stopped, whoever guesses is."""


def count_try(identity: str, address: str) -> None:
    """One more try at the passphrase of a link; raises AskedTooMuch. An owner elsewhere is not locked out by it."""
    _tries.count(f"{identity} {address}", MOST_TRIES)


def count_request(actor: Actor, is_program: bool = False) -> None:
    """One more request of whoever is at the desk; raises AskedTooMuch."""
    _counter.count(actor.id, most_of(kind_of(actor, is_program)))


def kind_of(actor: Actor, is_program: bool) -> str:
    """Which row of the data holds for them."""
    if is_program:
        return "program"
    return actor.role if actor.role in ("person", "kiosk") else "staff"


@cache
def most_of(kind: str) -> int:
    """The most requests in an hour, from the data."""
    rows = tomllib.loads(files("ouverture.site.doors").joinpath("data/requests_an_hour.toml").read_text("utf-8"))
    most: int = rows[kind]["most"]
    return most
