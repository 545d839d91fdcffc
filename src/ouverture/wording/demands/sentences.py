"""The sentences of ``data/demands.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

from ouverture.text import Text


@cache
def _sentences() -> dict[str, Text]:
    data = tomllib.loads(files("ouverture.wording").joinpath("data/demands.toml").read_text(encoding="utf-8"))
    return {name: Text(**row) for name, row in data["sentences"].items()}


def sentence(name: str, **filling: str | Text) -> Text:
    """The sentence ``name`` in both languages, with each {word} filled; raises KeyError for a missing filling."""
    return _sentences()[name].filled(**filling)
