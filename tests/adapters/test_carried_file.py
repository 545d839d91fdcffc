"""A carried file opens with its passphrase alone, and says why when it does not."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode
from hashlib import scrypt

import pytest
from cryptography.fernet import Fernet

from ouverture.adapters import carried_file
from ouverture.adapters.carried_file import MARK, OLD_MARK, SAYS, CannotOpen, Trouble, sealed, unsealed

WORDS = "four words of mine"


def refused(written: bytes, passphrase: str = WORDS) -> Trouble:
    with pytest.raises(CannotOpen) as told:
        unsealed(written, passphrase)
    return next(trouble for trouble, says in SAYS.items() if says == told.value.says)


def test_a_sealed_copy_opens_with_its_passphrase_alone_and_a_changed_byte_is_seen() -> None:
    written = sealed(b"hers", WORDS)
    assert unsealed(written, WORDS) == b"hers"
    assert b"hers" not in written
    assert refused(written, "other words of mine") == "closed"
    for place in (len(MARK) + 9, -1):
        changed = bytearray(written)
        changed[place] ^= 1
        assert refused(bytes(changed)) == "closed"


def test_what_is_cut_too_large_or_something_else_is_each_said_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    written = sealed(b"hers" * 50, WORDS)
    for end in (len(MARK), len(MARK) + 20, len(written) // 2):
        assert refused(written[:end]) == "cut", end
    assert refused(b"a letter") == refused(b"") == "other"
    monkeypatch.setattr(carried_file, "LARGEST", 100)
    assert refused(written) == "too_large"


def test_a_copy_of_an_earlier_version_opens_still() -> None:
    salt = os.urandom(16)
    key = scrypt(WORDS.encode(), salt=salt, dklen=32, n=2**15, r=8, p=1, maxmem=64 << 20)
    written = OLD_MARK + salt + Fernet(urlsafe_b64encode(key)).encrypt(b"hers")
    assert unsealed(written, WORDS) == b"hers"
    assert refused(written[:-3] + b"abc") == "closed"
