"""The file in which a visitor keeps their answers: TOML, one fact a line, as `ouverture assess` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from ouverture.law.answers import AnswerError, read, read_one
from ouverture.law.facts import FACTS
from ouverture.places.place_error import PlaceError
from ouverture.places.postcode_reading import read_postcode
from ouverture.rules.facts import Value
from ouverture.services.answer.interview import Given, contradiction, declined, known_values
from ouverture.services.answer.written_person import is_household, parse, write
from ouverture.site.page.sentences import sentence
from ouverture.site.visitor.fields import LONGEST, NOT_KNOWN
from ouverture.text import Text

LARGEST = 100_000
"""In bytes: a person's answers take about three thousand."""


class UnreadableFile(Exception):
    """The file cannot be used; ``text`` says in one sentence what is wrong, and names the field."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def written(given: Given, on: date) -> str:
    """The answers as a file; "I don't know" is kept too, so that it is not asked again."""
    lines = [f'{name} = "{NOT_KNOWN}"' for name in given if name in declined(given)]
    return write(known_values(given), on) + "".join(f"{line}\n" for line in lines)


def read_file(file: UploadedFile[bytes] | None, on: date) -> dict[str, Value | None]:
    """The answers in an uploaded file; raises UnreadableFile."""
    table = _table(file)
    try:
        read(table, FACTS)
        given = {name: _value(name, raw) for name, raw in table.items()}
    except AnswerError as problem:
        raise UnreadableFile(problem.text) from None
    clash = contradiction(given, on)
    if clash is not None:
        raise UnreadableFile(clash.text)
    return given


def _table(file: UploadedFile[bytes] | None) -> Mapping[str, Any]:
    if file is None:
        raise UnreadableFile(sentence("error.file_none"))
    if (file.size or 0) > LARGEST:
        raise UnreadableFile(sentence("error.file_large", kilobytes=LARGEST // 1000))
    try:
        table = parse(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(sentence("error.file_not_text")) from None
    except AnswerError as problem:
        raise UnreadableFile(problem.text) from None
    if is_household(table):
        raise UnreadableFile(sentence("error.file_household"))
    return table


def _value(name: str, raw: object) -> Value | None:
    value = read_one(FACTS[name], raw)
    if not isinstance(value, str) or FACTS[name].kind != "text":
        return value
    if len(value) > LONGEST:
        raise AnswerError(name, _named(name, sentence("error.too_long", longest=LONGEST)))
    return _postcode(value) if name == "postcode" else value


def _postcode(written_by_hand: str) -> str:
    try:
        return read_postcode(written_by_hand).postcode
    except PlaceError as problem:
        raise AnswerError("postcode", _named("postcode", problem.text)) from None


def _named(name: str, text: Text) -> Text:
    return Text(f"{name} : {text.fr}", f"{name}: {text.en}")
