"""Numbers printed as examples: on specimen cards, in manuals. They belong to nobody, whatever their control says."""

from functools import cache

from ouverture.numbers.tables import rows
from ouverture.numbers.wording import Finding, finding
from ouverture.text import Text


def specimen(compact: str) -> Finding | None:
    """What example ``compact`` is, or None; 13 characters are compared with the start of a specimen of 15."""
    where = _specimens().get(compact)
    return finding("specimen", where=where) if where else None


@cache
def _specimens() -> dict[str, Text]:
    found = {row["number"]: Text(row["fr"], row["en"]) for row in rows("specimens.csv")}
    without_key = {number[:13]: where for number, where in found.items() if len(number) == 15 and number[0] in "12"}
    return without_key | found
