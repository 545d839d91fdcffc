"""The sentences of this package, kept in ``data/sentences.toml``, and what each kind opens, in ``data/kinds.toml``."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ouverture.text import Text


class Finding(NamedTuple):
    """Something worth telling: a stable ``code`` for programs, a sentence for people."""

    code: str
    says: Text


class KindFacts(NamedTuple):
    """What a kind of number is called, opens, and does not open yet, with the source of those statements."""

    label: Text
    opens: Text
    not_yet: Text
    groups: tuple[int, ...]
    source: str
    dates: str
    certainty: str


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("ouverture.numbers") / "data" / name).read_text(encoding="utf-8"))


@cache
def sentence(code: str) -> Text:
    """The sentence filed under ``code``, with its {places} still empty. Raises KeyError for an unknown code."""
    return Text(**_toml("sentences.toml")[code])


def say(code: str, /, **values: object) -> Text:
    """The sentence filed under ``code``, with ``values`` put in; a Text value is put in by language."""
    return sentence(code).filled(**values) if values else sentence(code)


def finding(code: str, /, **values: object) -> Finding:
    """The same as ``say``, with the code kept beside the sentence."""
    return Finding(code, say(code, **values))


def either(choices: list[Text]) -> Text:
    """The choices joined by "or", in each language."""
    return Text(" ou ".join(choice.fr for choice in choices), " or ".join(choice.en for choice in choices))


@cache
def kind_facts(kind: str) -> KindFacts:
    """What is known of ``kind``, with source, dates and certainty. Raises KeyError for an unknown kind."""
    row = _toml("kinds.toml")["kind"][kind]
    return KindFacts(
        Text(**row["label"]),
        Text(**row["opens"]),
        Text(**row["not_yet"]),
        tuple(row["groups"]),
        row["source"],
        row["dates"],
        row["certainty"],
    )


@cache
def health_identity_codes() -> dict[str, dict[str, str]]:
    """The OIDs of the INS: OID -> what it stands for (source: FR Core FHIR guide, EVC OID page)."""
    return dict(_toml("kinds.toml")["oid"])


@cache
def month_name(month: int) -> Text:
    """The name of a month, 1 to 12."""
    return Text(*(_toml("sentences.toml")["months"][language][month - 1] for language in ("fr", "en")))


@cache
def foreign_numbers() -> dict[str, dict[str, str]]:
    """The numbers of other countries: what each is called, and whether its control is computed."""
    return dict(_toml("foreign_numbers.toml"))


def day_name(day: date) -> Text:
    """A day in words: "15 juillet 2007"."""
    month = month_name(day.month)
    return Text(f"{'1er' if day.day == 1 else day.day} {month.fr} {day.year}", f"{day.day} {month.en} {day.year}")


@cache
def tables_date() -> date:
    """The day the reference tables were compiled; it stands for today when the caller gives no date."""
    compiled = _toml("kinds.toml")["tables"]["as_of"]
    assert isinstance(compiled, date)
    return compiled
