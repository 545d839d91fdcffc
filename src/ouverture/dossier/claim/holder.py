"""Whether the name on an account is the person's: a question to ask, never a reason to refuse."""

from __future__ import annotations

import re
import unicodedata


def words_of(name: str) -> frozenset[str]:
    """The words of a name, without case, accents or order."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return frozenset(re.findall(r"[^\W\d_]+", bare.casefold()))


def holder_differs(holder: str, person: str) -> bool:
    """Whether to ask: neither name holds every word of the other. A joint account, or one name less, is no question."""
    one, other = words_of(holder), words_of(person)
    return bool(one and other) and not (one <= other or other <= one)
