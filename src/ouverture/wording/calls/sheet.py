"""What one call is made of, before anything is known of the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ouverture.rules.rulebook import Certainty
from ouverture.text import Text

Kind = Literal["date", "text", "number"]
Line = Literal["caisse", "court", "doctor"]
"""Whose telephone it is."""


class Phone(NamedTuple):
    """One telephone line. ``numbers`` are grouped as they are spoken; ``known``: when and where it was read."""

    name: str
    serves: Line
    title: Text
    numbers: tuple[Text, ...]
    hours: Text
    price: Text
    known: Text
    certainty: Certainty


class Need(NamedTuple):
    """What must be known before an answer can be noted, and the question that asks for it."""

    name: str
    kind: Kind
    asks: Text


@dataclass(frozen=True)
class Answer:
    """What may be answered: what it changes, the events it would record, and what is needed for them.

    ``records`` has one table an event: its kind under ``event``, then its fields; "$name" stands for a need, or for
    what the file knows. ``promise``: what the office undertakes by saying it. ``always``: it may be heard on any call.
    """

    name: str
    says: Text
    then: Text
    records: tuple[Mapping[str, object], ...] = ()
    needs: tuple[Need, ...] = ()
    promise: Text | None = None
    always: bool = False


@dataclass(frozen=True)
class Situation:
    """One situation in which one calls. ``acts``: the duties it serves; ``when`` narrows it to stages of the file.

    ``place``: where it stands in its ``group``.
    """

    name: str
    group: str
    place: int
    title: Text
    acts: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]
    line: Line
    have: tuple[Text, ...]
    say: Text
    answers: tuple[Answer, ...]
    certainty: Certainty
    rows: tuple[str, ...]
