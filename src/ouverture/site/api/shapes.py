"""What the API takes and gives. Forms of acts are not here: they are read from the data, as every desk reads them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from ouverture.text import Text as Words


class Text(Schema):
    """A sentence in both languages."""

    fr: str
    en: str


class Me(Schema):
    """Who the token stands for."""

    identity: str
    role: str
    office: str
    files: list[str]


class Owed(Schema):
    """An act somebody owes."""

    act: str
    holder: str
    says: Text
    otherwise: Text
    due: date
    late: bool
    basis: str
    source: str
    about: str


class Row(Schema):
    """One thing held."""

    label: Text
    state: Text
    since: date | None
    note: Text | None


class Part(Schema):
    """One part of a file."""

    name: str
    rows: list[Row]


class FileShown(Schema):
    """A file on one day."""

    stream: str
    version: int
    day: date
    caisse: Text
    connected: bool
    closed: bool
    headline: Owed | None
    also: list[Owed]
    parts: list[Part]


class Act(Schema):
    """An act open to the token, or why not now."""

    kind: str
    label: Text
    possible: bool
    settles: list[str]
    refusal: Text | None


class Question(Schema):
    """One question of an act."""

    name: str
    label: Text
    help: Text
    ask: str
    many: bool
    required: bool
    choices: list[str]
    value: list[str]


class Form(Schema):
    """The questions of an act in one file."""

    kind: str
    label: Text
    fields: list[Question]


class Order(Schema):
    """An act to be done. ``key``: the same for the same order sent twice. ``seen``: the version looked at.

    ``happened_on``: in a record of a caisse outside, the day on which it was; today when none is given.
    """

    answers: dict[str, Any] = Field(default_factory=dict)
    key: str = Field(min_length=8, max_length=80, pattern=r"^[A-Za-z0-9_.:/-]+$")
    seen: int | None = Field(default=None, ge=0)
    seen_by: str = Field(default="", max_length=10)
    happened_on: str = Field(default="", max_length=60)
    preview: bool = False


class Done(Schema):
    """What was done: the file's version now; ``repeated`` when it had been done under the same key."""

    stream: str
    version: int
    repeated: bool


class Would(Schema):
    """What an act would do."""

    events: list[Text]
    messages: list[Text]


class Passage(Schema):
    """One event of the story."""

    version: int
    day: date
    said_by: str
    says: Text


class Letter(Schema):
    """A message as it was told."""

    message: int
    channel: str
    due: date
    words: Text
    sent_at: str | None


class Looked(Schema):
    """One look at a file."""

    at: datetime
    actor: str
    purpose: str
    what: str


class Item(Schema):
    """One row of a queue."""

    due: date
    stream: str
    act: str
    about: str
    holder: str
    says: Text
    late: bool
    assigned_to: str


def text(words: Words) -> dict[str, str]:
    """A sentence as the API gives it."""
    return {"fr": words.fr, "en": words.en}
