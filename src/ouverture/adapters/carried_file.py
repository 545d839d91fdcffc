"""A file carried elsewhere, sealed under a passphrase: nobody opens it without, and a changed byte is seen."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from hashlib import scrypt
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ouverture.text import Text

MARK, OLD_MARK = b"OUVERTURE-2\n", b"OUVERTURE-1\n"
SALT, NONCE, LENGTH, TAG = 16, 12, 8, 16
LARGEST = 40_000_000
"""In bytes: a file of thousands of events, and some twenty photographs of pages at the largest size that is kept."""
SHORTEST = 12
"""Signs of a passphrase (OWASP ASVS 5, 6.2.1 asks for 8 at least and recommends 15)."""
Trouble = Literal["other", "cut", "too_large", "closed"]


class CannotOpen(Exception):
    """A carried file cannot be opened; ``says`` tells why, and what to do."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.says = SAYS[trouble]


def sealed(plain: bytes, passphrase: str) -> bytes:
    """The bytes under the passphrase."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    head = MARK + len(plain).to_bytes(LENGTH, "big") + salt + nonce
    return head + AESGCM(_key(passphrase, salt)).encrypt(nonce, plain, head)


def unsealed(written: bytes, passphrase: str) -> bytes:
    """What was sealed; raises CannotOpen."""
    if len(written) > LARGEST:
        raise CannotOpen("too_large")
    if written.startswith(OLD_MARK):
        return _of_old(written[len(OLD_MARK) :], passphrase)
    if not written.startswith(MARK):
        raise CannotOpen("other")
    end = len(MARK) + LENGTH + SALT + NONCE
    head, closed = written[:end], written[end:]
    if len(head) < end or len(closed) < int.from_bytes(head[len(MARK) :][:LENGTH], "big") + TAG:
        raise CannotOpen("cut")
    salt, nonce = head[-SALT - NONCE : -NONCE], head[-NONCE:]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, closed, head)
    except InvalidTag:
        raise CannotOpen("closed") from None


def _of_old(written: bytes, passphrase: str) -> bytes:
    """What was sealed before pages went along."""
    try:
        return Fernet(urlsafe_b64encode(_key(passphrase, written[:SALT]))).decrypt(written[SALT:])
    except InvalidToken:
        raise CannotOpen("closed") from None


def _key(passphrase: str, salt: bytes) -> bytes:
    # scrypt (RFC 7914): some 32 MB and a tenth of a second a try.
    return scrypt(passphrase.strip().encode(), salt=salt, dklen=32, n=2**15, r=8, p=1, maxmem=64 << 20)


SAYS: dict[Trouble, Text] = {
    "other": Text(
        "Ce fichier n'est pas un dossier emporté d'Ouverture, et ne s'ouvre pas. Choisissez celui dont le nom finit "
        "par .ouverture.",
        "This file is no file carried from Ouverture, and does not open. Choose the one whose name ends in .ouverture.",
    ),
    "cut": Text(
        "Ce fichier n'est pas entier : la fin manque, et il ne s'ouvre pas. Copiez-le ou téléchargez-le de nouveau.",
        "This file is not whole: its end is missing, and it does not open. Copy it or download it again.",
    ),
    "too_large": Text(
        f"Ce fichier dépasse {LARGEST // 1_000_000} Mo : un dossier emporté n'est jamais si grand. Choisissez celui "
        "dont le nom finit par .ouverture.",
        f"This file is larger than {LARGEST // 1_000_000} MB: a carried file never is. Choose the one whose name ends "
        "in .ouverture.",
    ),
    "closed": Text(
        "Ce fichier ne s'ouvre pas : la phrase secrète est une autre, ou le fichier a été changé. Rien n'est perdu, "
        "essayez encore.",
        "This file does not open: the passphrase is another one, or the file was changed. Nothing is lost, try again.",
    ),
}
