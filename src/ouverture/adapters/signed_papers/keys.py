"""The keys that sign papers: made from a secret of the journal; the last signs, the earlier ones still check.

They go where the journal goes, and no file of its own has to be guarded. ``OUVERTURE_PAPER_KEYS`` says which are in use
("1"; after a change "1,2"): a key left out checks nothing any more, and what it signed is refused by its name.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ouverture.adapters.signed_papers.token import key_name, token_of

SETTING, FIRST = "OUVERTURE_PAPER_KEYS", "1"
FORMAT = "ouverture paper keys 1"
MOST_KEYS = 100

PublicKeys = Mapping[str, Ed25519PublicKey]


class BadKeys(ValueError):
    """The setting, or a file of keys, is not what it should be; the message says what would be right."""


def numbers_of(setting: str | None) -> tuple[int, ...]:
    """Which keys are in use, from the setting; raises BadKeys."""
    try:
        numbers = tuple(int(each) for each in (setting or FIRST).split(","))
    except ValueError:
        numbers = ()
    if not numbers or any(not 1 <= each <= MOST_KEYS for each in numbers):
        raise BadKeys(f'{SETTING} is "{setting}": write the numbers of the keys, the one that signs last, such as 1,2')
    return numbers


class PaperSigner:
    """Signs papers for one installation."""

    def __init__(self, secret: bytes, numbers: Iterable[int] = (1,)) -> None:
        """``secret`` is one of the journal's; ``numbers`` are the keys in use, the one that signs last."""
        self._keys = tuple(_made(secret, number) for number in numbers)

    @cached_property
    def public(self) -> PublicKeys:
        """The keys that check, by name."""
        return {key_name(one.public_key()): one.public_key() for one in self._keys}

    def signed(self, values: Mapping[str, str]) -> str:
        """The token of a paper."""
        return token_of(values, self._keys[-1])

    def sign(self, message: bytes) -> tuple[str, bytes]:
        """The signature of a message, after the name of its key."""
        return key_name(self._keys[-1].public_key()), self._keys[-1].sign(message)


def _made(secret: bytes, number: int) -> Ed25519PrivateKey:
    seed = hmac.digest(secret, f"ouverture: signing of papers, {number}".encode(), "sha256")
    return Ed25519PrivateKey.from_private_bytes(seed)


def keys_document(public: PublicKeys) -> str:
    """The keys as a file for whoever checks elsewhere: get it from the caisse itself, for it is what is believed."""
    told = {name: key.public_bytes_raw().hex() for name, key in public.items()}
    return json.dumps({"format": FORMAT, "keys": told}, indent=1) + "\n"


def read_keys(document: str) -> PublicKeys:
    """The keys of such a file; raises BadKeys."""
    try:
        told = json.loads(document)
        if told["format"] != FORMAT:
            raise ValueError(FORMAT)
        found = {name: Ed25519PublicKey.from_public_bytes(bytes.fromhex(each)) for name, each in told["keys"].items()}
        if any(key_name(key) != name for name, key in found.items()):
            raise ValueError(FORMAT)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadKeys(f'the file of keys must be one that says "{FORMAT}"') from None
    return found
