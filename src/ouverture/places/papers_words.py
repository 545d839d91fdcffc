"""The sentences about civil-status papers, from ``data/papers.toml``."""

from functools import cache
from typing import Any

from ouverture.places.shelf import table_of
from ouverture.text import Text


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return table_of("papers.toml")


def words(*path: str, **blanks: Text) -> Text:
    """The sentence at ``path`` ("regime", "apostille"), each {blank} filled with the words given for it."""
    said: Any = table()
    for name in path:
        said = said[name]
    return Text(said["fr"], said["en"]).filled(**blanks)
