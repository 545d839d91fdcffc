"""A file carried elsewhere, sealed under a passphrase: nobody opens it without, and a changed byte is seen."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from hashlib import scrypt

from cryptography.fernet import Fernet, InvalidToken

MARK = b"OUVERTURE-1\n"
SALT = 16
LARGEST = 20 << 20
"""In bytes: a file of thousands of events fits many times."""
SHORTEST = 12
"""Signs of a passphrase (OWASP ASVS 5, 6.2.1 asks for 8 at least and recommends 15)."""


def sealed(plain: bytes, passphrase: str) -> bytes:
    """The bytes under the passphrase."""
    salt = os.urandom(SALT)
    return MARK + salt + _lock(passphrase, salt).encrypt(plain)


def unsealed(written: bytes, passphrase: str) -> bytes | None:
    """What was sealed; None when the passphrase is another, or the bytes are not what was written."""
    if not written.startswith(MARK) or len(written) > LARGEST:
        return None
    salt, token = written[len(MARK) : len(MARK) + SALT], written[len(MARK) + SALT :]
    try:
        return _lock(passphrase, salt).decrypt(token)
    except InvalidToken:
        return None


def _lock(passphrase: str, salt: bytes) -> Fernet:
    # scrypt (RFC 7914): some 32 MB and a tenth of a second a try.
    key = scrypt(passphrase.strip().encode(), salt=salt, dklen=32, n=2**15, r=8, p=1, maxmem=64 << 20)
    return Fernet(urlsafe_b64encode(key))
