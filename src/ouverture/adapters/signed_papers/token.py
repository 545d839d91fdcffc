"""The token: what a paper says, compressed, with the name of the key and its signature, in letters and digits alone."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b32decode, b32encode
from collections.abc import Mapping
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

BEGINS, ENDS = "OUVERTURE1:", "."
"""What every token begins with, the version of its shape included, and how it ends: other words may stand behind it.

All its signs are ones a QR code packs tightly.
"""
FOR_PAPERS, FOR_LISTS = b"ouverture: a signed paper, 1\0", b"ouverture: a list of withdrawals, 1\0"
"""What a signature is for: one made for a list is none for a paper."""
KEY_ID_BYTES, SIGNATURE_BYTES = 6, 64
MOST_BYTES = 4000
"""Of what a paper says, compressed or not: ours have a tenth."""
SHAPE = re.compile(rf"{BEGINS}([A-Z2-7\s]{{1,{4 * MOST_BYTES}}})", re.ASCII | re.IGNORECASE)

Why = Literal["altered", "other_key", "unreadable", "cut"]


class NotGenuine(Exception):
    """The token cannot be believed, and why; ``key`` is the name of the key it gives."""

    def __init__(self, why: Why, key: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.key = key


def key_name(public: Ed25519PublicKey) -> str:
    """The short name of a key: the first digits of what it is."""
    return public.public_bytes_raw()[:KEY_ID_BYTES].hex()


def token_of(values: Mapping[str, str], key: Ed25519PrivateKey) -> str:
    """The token of these values."""
    packed = zlib.compress(json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(), 9)
    held = bytes.fromhex(key_name(key.public_key())) + packed
    return BEGINS + b32encode(held + key.sign(FOR_PAPERS + held)).decode().rstrip("=") + ENDS


def token_in(text: str) -> str:
    """The token that stands in a text or in the bytes of a PDF read as text; raises NotGenuine when there is none.

    Letters in small and spaces between them are no fault: it may have been copied by hand.
    """
    found = SHAPE.search(text)
    if found is None:
        raise NotGenuine("unreadable")
    return BEGINS + "".join(found[1].upper().split()) + ENDS


def opened(token: str, keys: Mapping[str, Ed25519PublicKey]) -> dict[str, Any]:
    """The values that the token says, its signature checked before anything of it is read; raises NotGenuine."""
    held, signature = _parts(token)
    name = held[:KEY_ID_BYTES].hex()
    if name not in keys:
        raise NotGenuine("other_key", name)
    try:
        keys[name].verify(signature, FOR_PAPERS + held)
    except InvalidSignature:
        raise NotGenuine("altered", name) from None
    values: dict[str, Any] = json.loads(_unpacked(held[KEY_ID_BYTES:]))
    return values


def _parts(token: str) -> tuple[bytes, bytes]:
    letters = token.removeprefix(BEGINS).removesuffix(ENDS)
    try:
        whole = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raise NotGenuine("cut") from None
    if b32encode(whole).decode().rstrip("=") != letters:
        raise NotGenuine("altered")  # the spare bits of the last letter carry nothing, and are not free to change
    if not KEY_ID_BYTES + SIGNATURE_BYTES < len(whole) <= MOST_BYTES:
        raise NotGenuine("cut")
    return whole[:-SIGNATURE_BYTES], whole[-SIGNATURE_BYTES:]


def _unpacked(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, MOST_BYTES)
