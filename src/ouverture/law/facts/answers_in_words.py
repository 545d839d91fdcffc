"""Answers to a choice as people name them: by the label or its beginning, or by a word of every day."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ouverture.law.facts.countries_in_words import COUNTRIES
from ouverture.places.spelling import fold
from ouverture.rules.facts import Fact


def options_meant(fact: Fact, said: str) -> tuple[str, ...]:
    """Every answer to ``fact`` that ``said`` may stand for, whatever its accents and capitals; none where it fits none.

    A whole label or name goes before a word of every day, and that before the beginning of a label.
    """
    word = fold(said)
    if not word:
        return ()
    labels = {option: tuple(map(fold, (*label, option.replace("_", " ")))) for option, label in fact.options.items()}
    exact = tuple(option for option, names in labels.items() if word in names)
    if exact or fact.name in COUNTRIES:
        return exact[:1]
    everyday = _everyday().get(fact.name, {}).get(word, ())
    return everyday or tuple(o for o, names in labels.items() if any(name.startswith(f"{word} ") for name in names))


@cache
def _everyday() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By fact and folded word: the answers it may stand for."""
    raw = tomllib.loads(files(__package__).joinpath("answers_in_words.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, options in raw.items():
        words = found.setdefault(name, {})
        for option, said in options.items():
            for word in map(fold, said):
                words[word] = (*words.get(word, ()), option)
    return found
