"""The interface sentences, in both languages: each slice of the site has its own ``sentences.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouverture.text import Language, Text


@cache
def sentences() -> Mapping[str, Text]:
    """Every sentence by its name ("question.back")."""
    found: dict[str, Text] = {}
    for catalogue in _catalogues():
        for name, text in _flat(tomllib.loads(catalogue.read_text(encoding="utf-8")), ""):
            if name in found:
                raise ValueError(f"{catalogue}: the sentence {name} is written twice")
            found[name] = text
    return found


def _catalogues() -> Iterator[Traversable]:
    """The ``sentences.toml`` of every slice, in the order of their names."""
    for slice_of_the_site in sorted(files("ouverture.site").iterdir(), key=lambda each: each.name):
        catalogue = slice_of_the_site.joinpath("sentences.toml")
        if catalogue.is_file():
            yield catalogue


def say(name: str, language: Language, **blanks: object) -> str:
    """The sentence ``name`` with its blanks filled in; a count ``n`` of one takes "name.one" where it exists.

    Raises KeyError for a sentence that is not in the catalogue.
    """
    return pattern(name, language, blanks.get("n")).format(**blanks)


def pattern(name: str, language: Language, n: object = None) -> str:
    """The sentence ``name`` with its blanks as they are written, for a count of ``n``; raises KeyError."""
    known = sentences()
    singular = f"{name}.one"
    return (known[singular] if n == 1 and singular in known else known[name]).to(language)


def sentence(name: str, **blanks: object) -> Text:
    """The sentence ``name`` in both languages."""
    return Text(say(name, "fr", **blanks), say(name, "en", **blanks))


def _flat(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for name, value in table.items():
        if set(value) == {"fr", "en"}:
            yield f"{above}{name}", Text(value["fr"], value["en"])
        else:
            if "fr" in value:
                yield f"{above}{name}", Text(value["fr"], value["en"])
            yield from _flat({key: rest for key, rest in value.items() if key not in ("fr", "en")}, f"{above}{name}.")
