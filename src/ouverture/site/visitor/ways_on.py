"""From a step of the plan to what carries it on: a page of ours, or another site, marked as one. Data."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.urls import reverse

from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.interview import as_typed
from ouverture.site.page.parts import Button, Link
from ouverture.site.page.sentences import sentence
from ouverture.text import Language


def way_on(step: str, language: Language) -> Button | None:
    """The button that carries a step on, None when none is known."""
    found = _data()["way"].get(step)
    return Button(sentence(found["says"]), _address(found, language), found["icon"]) if found else None


def link_on(step: str, language: Language) -> Link | None:
    """The same as a link, marked when it leaves for another site."""
    found = _data()["way"].get(step)
    return Link(sentence(found["says"]), _address(found, language), leaves="site" in found) if found else None


def form_of(route: str, language: Language) -> Link | None:
    """Where the form of a way in is found, None when there is none or its place is not known."""
    found = _data()["form"].get(route)
    return Link(sentence(found["says"]), _address(found, language), leaves=True) if found else None


def is_beside(step: str) -> bool:
    """Whether a step advises or accompanies the act, and is not the act itself."""
    return step in _data()["beside"]


def known_on() -> date:
    """The day on which the addresses of other sites were known."""
    known: date = _data()["known"]
    return known


def can_be_done(fact: Fact, value: Value) -> bool:
    """Whether another answer is one that the person can bring about or find out."""
    return as_typed(value) in _doable().get(fact.name, ())


def _address(found: dict[str, str], language: Language) -> str:
    return found["site"] if "site" in found else reverse(found["view"], args=[language])


@cache
def _data() -> dict[str, Any]:
    return _read("ways_on.toml")


@cache
def _doable() -> dict[str, Any]:
    return _read("what_one_can_do.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))
