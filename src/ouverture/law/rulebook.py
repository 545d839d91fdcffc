"""The registry a reader starts from: every fact, every rule, every ground, and the law in force on a day."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import ouverture.law as package
from ouverture.law.facts import FACTS
from ouverture.law.grounds import GROUNDS
from ouverture.rules.rulebook import Rule, Rulebook

ROOMS = ("arretes", "casf", "ceseda", "css", "practice")


def modules() -> Iterator[ModuleType]:
    """Every module of the law that holds rules, in alphabetical order."""
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if found.name.removeprefix(f"{package.__name__}.").split(".")[0] in ROOMS and not found.ispkg:
            yield import_module(found.name)


def rules() -> tuple[Rule, ...]:
    """Every version of every rule."""
    found = (value for module in modules() for value in vars(module).values() if isinstance(value, Rule))
    return tuple(dict.fromkeys(found))


@cache
def rulebook() -> Rulebook:
    """The whole law of admission, ready to be asked for a day."""
    return Rulebook(FACTS.values(), rules(), GROUNDS)
