"""Secrets that open a door: made here, shown once, kept as a digest."""

from __future__ import annotations

import secrets
from hashlib import sha256

BYTES = 32
"""256 random bits: a plain digest is then enough, since nobody can try them all."""


def new_secret() -> str:
    """A secret that fits in an address."""
    return secrets.token_urlsafe(BYTES)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
