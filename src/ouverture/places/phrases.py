"""The English phrases of the reference data, with the words we show for each in both languages."""

from functools import cache

from ouverture.places.shelf import rows_of
from ouverture.text import Text


def phrase(source: str) -> Text:
    """What is shown for the data phrase ``source``; a phrase nobody translated yet is shown as it stands."""
    return _phrases().get(source) or Text(fr=source, en=source)


def known(source: str) -> bool:
    """Whether ``source`` has its French and English wording in ``data/phrases.csv``."""
    return source in _phrases()


@cache
def _phrases() -> dict[str, Text]:
    return {row["phrase"]: Text(fr=row["fr"], en=row["en"]) for row in rows_of("phrases.csv")}
