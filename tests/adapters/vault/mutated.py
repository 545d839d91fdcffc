"""Sound files with something changed in them: bytes flipped, cut, doubled, put elsewhere, numbers made huge."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Literal

import pikepdf

from ouverture.adapters.vault.limits import LONGEST_SIDE, MOST_BYTES, MOST_PAGES
from ouverture.adapters.vault.workroom import Workroom
from ouverture.services.papers.vault_ports import CannotTake
from tests.adapters.vault.files import document, drawn, hostile, photograph, picture, saved

SMALL = (200, 280)
GATHERED = pikepdf.ObjectStreamMode.generate
HUGE = (b"0", b"-1", b"4294967296", b"99999999999999999999", b"1e400", b"/Type", b"<<<<", b"[[[[", b"null")


def sound() -> tuple[bytes, ...]:
    """What is changed: small, so that each change is likelier to matter."""
    small = drawn(260, 300)
    return (
        picture(small, "JPEG"), picture(small, "PNG"), picture(small, "WEBP"), photograph(size=(260, 300)),
        hostile(SMALL), saved(document(2, SMALL), object_stream_mode=GATHERED), saved(document(1, SMALL), qdf=True),
    )  # fmt: skip


def files_mutated(chance: Random, most: int) -> Iterator[bytes]:
    """So many changed files, the same for the same chance."""
    files = sound()
    for _ in range(most):
        content = bytearray(chance.choice(files))
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            _change(content, chance)
        yield bytes(content)


def _change(content: bytearray, chance: Random) -> None:
    at = chance.randrange(len(content) + 1)
    end = min(len(content), at + chance.choice((1, 2, 4, 16, 300)))
    how = chance.randrange(6)
    if how == 0:
        content[at:end] = chance.randbytes(end - at)
    elif how == 1:
        content[at:end] = b""
    elif how == 2:
        content[at:at] = content[at:end] * chance.choice((1, 2, 50))
    elif how == 3:
        content[at:end] = chance.choice(HUGE)
    elif how == 4:
        del content[max(1, at) :]
    else:
        numbers = [place for place, byte in enumerate(content[:4000]) if 48 <= byte <= 57]
        if numbers:
            place = chance.choice(numbers)
            content[place : place + 1] = chance.choice(HUGE)


Fate = Literal["taken", "refused", "beyond"]


def outcome_of(room: Workroom, content: bytes) -> Fate:
    """What became of a file. "beyond": its pages are more, or larger, than may come out."""
    try:
        found = room.clean(content)
    except CannotTake:
        return "refused"
    within = 0 < len(found.pages) <= MOST_PAGES and len(found.document) <= 4 * MOST_BYTES
    small = all(max(page.width, page.height) <= LONGEST_SIDE for page in found.pages)
    return "taken" if within and small else "beyond"
