"""Numbers inside a longer text: found by their shape, so that a pasted sentence is read too."""

import re
from collections.abc import Iterator

from ouverture.numbers.cleaning import clean

MOST_NUMBERS = 10

_GAP = r"[\s.\-/]{0,2}"
_PATTERNS = [
    re.compile(pattern.replace("~", _GAP), re.ASCII)
    for pattern in (
        r"(?<![A-Z0-9])[A-Z]{2}~\d(?:~\d){8}~[A-Z]{2}(?![A-Z0-9])",
        r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){2,7}(?:[ \u00a0\u202f]?[A-Z0-9]{1,4})?(?![A-Z0-9])",
        r"(?<![A-Z0-9])\d~[A-Z](?:~\d){11}(?![A-Z0-9])",
        r"(?<![A-Z0-9])\d(?:~\d){4}~2~[AB](?:~\d){6}(?:~\d~\d)?(?![A-Z0-9])",
        r"(?<![A-Z0-9])\d(?:~\d){8,23}(?![A-Z0-9])",
    )
]


def embedded_numbers(text: str) -> Iterator[str]:
    """Compact numbers found in ``text``, each once, at most ``MOST_NUMBERS``; their validity is not looked at."""
    rest, seen = text.upper(), dict[str, None]()

    def take(hit: re.Match[str]) -> str:
        seen.setdefault(clean(hit[0]).compact)
        return "|" * len(hit[0])

    for pattern in _PATTERNS:
        # What was taken is struck out, so that an account is not found again inside its IBAN.
        rest = pattern.sub(take, rest)
    yield from list(seen)[:MOST_NUMBERS]
