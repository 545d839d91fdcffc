"""Passwords and passphrases under a slow function, a few at a time: what makes guessing dear must not fill memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE = 2
"""How many are worked out at once in one process; each takes 46 MiB."""
PATIENCE = 1.0
"""Seconds that one more waits for its turn; the threads that answer everybody else are not to be used up by it."""
_turns = BoundedSemaphore(AT_ONCE)


class TooManyAtOnce(Exception):
    """More passwords are being checked than this process takes on; the same may be asked again in a moment."""


class Argon2InTurn(Argon2PasswordHasher):
    """Argon2id as OWASP's sheet on storing passwords gives it (46 MiB, one lane, once over), but twice over.

    What an older release wrote is checked with the measure it bears, and written anew at the next right password.
    """

    time_cost = 2
    memory_cost = 47_104
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """The password as it is kept. Raises TooManyAtOnce."""
        with _turn():
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        """Whether this is the password. Raises TooManyAtOnce."""
        with _turn():
            return bool(super().verify(password, encoded))


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(timeout=PATIENCE):
        raise TooManyAtOnce
    try:
        yield
    finally:
        _turns.release()
