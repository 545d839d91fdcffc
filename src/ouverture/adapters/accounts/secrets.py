"""Secrets that open a door: made here, shown once, kept as a digest."""

from __future__ import annotations

import secrets
from hashlib import sha256

BYTES = 32
"""256 random bits: a plain digest is then enough, since nobody can try them all."""

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 5, 4
"""Twenty signs of thirty-one: 99 random bits; no sign is taken for another."""


def random_password() -> str:
    """A password that nobody chose, in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))


def new_secret() -> str:
    """A secret that fits in an address."""
    return secrets.token_urlsafe(BYTES)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
