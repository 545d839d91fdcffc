"""How what an event says is said to the person: days, papers, caisses, amounts, closed words; sealed numbers masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ouverture.dossier.claim.decisions import mask as mask_account
from ouverture.dossier.duty import Obligation, duties
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.kernel import Event, values
from ouverture.dossier.records import masked_fields
from ouverture.dossier.remedies import contact, contest
from ouverture.dossier.words import caisse_name, in_words, sum_in_words, table
from ouverture.law.grounds import GROUNDS
from ouverture.text import Text

SHOWN_DIGITS = 3
NUMBER_OR_ACCOUNT = re.compile(r"\b(?:\d{13}(?:\d\d)?|[A-Z]{2}\d\d[A-Z0-9]{11,30})\b", re.ASCII)
"""A number of a person, or an account, that somebody typed where words were wanted."""


def said_values(happened: Event, in_full: frozenset[str] = frozenset()) -> dict[str, Text]:
    """Every field of the event as it is said, and what follows from several of them ("papers", "total"…).

    Numbers and accounts are masked, except those named in ``in_full``.
    """
    plain = values(happened)
    hidden = masked_fields(happened.kind) - in_full
    said = {name: _masked(value) if name in hidden else _said(name, value) for name, value in plain.items()}
    said = {name: words if name in in_full else without_numbers(words) for name, words in said.items()}
    together = {name: without_numbers(words) for name, tell in _TOGETHER.items() if (words := tell(plain))}
    return said | together


def without_numbers(words: Text) -> Text:
    """The words, with any number of a person or account masked."""
    return Text(*(NUMBER_OR_ACCOUNT.sub(lambda found: _ending(found[0]), each) for each in words))


def sentence_for(sentences: Mapping[str, Any], value: Any) -> Mapping[str, str] | None:
    """The sentence that a value calls for: by the value itself, or by yes / no, or by some / none."""
    if isinstance(value, bool):
        return sentences.get("yes" if value else "no")
    return sentences.get(str(value)) or sentences.get("some" if value else "none")


def said_as(name: str, value: str) -> Text:
    """A value that somebody gave for the field ``name``, as the person reads it: a code in words, else as written."""
    return without_numbers(_said(name, value))


def word(table_name: str, value: str) -> Text:
    """One of the words of ``data/told_words.toml``; raises KeyError for one that is not there."""
    return Text(**table("told_words")[table_name][value])


def _said(name: str, value: Any) -> Text:
    if isinstance(value, Text):
        words = Text(*(each.strip().rstrip(".") for each in value))
        return words if all(words) else word("letter", "not_said")
    if isinstance(value, tuple):
        value = tuple(one for one in value if one != "")
    if isinstance(value, str):
        value = value.strip().rstrip(".")  # the sentence around it ends by itself
    if value == "" or value == ():
        return word("letter", "not_said")
    if name in _FIELDS:
        return _FIELDS[name](value)
    if isinstance(value, str) and value in table("told_words").get(name, {}):
        return word(name, value)
    return _listed([in_words(one) for one in value]) if isinstance(value, tuple) else in_words(value)


def _listed(each: list[Text]) -> Text:
    """Several things one after another; the names of papers hold commas."""
    return Text(" ; ".join(one.fr for one in each), "; ".join(one.en for one in each))


def _masked(number: Any) -> Text:
    """The last digits, so that the person knows which number is meant and nobody else can use it."""
    if not number:
        return word("letter", "not_said")
    shown = _ending(number)
    return Text(shown, shown)


def _ending(number: str) -> str:
    return f"…{number[-SHOWN_DIGITS:]}"


@cache
def _grounds() -> Mapping[str, Text]:
    return {ground.name: ground.says for ground in GROUNDS}


def _ground(name: str) -> Text:
    """What a ground says, without its full stop: it stands inside a sentence."""
    says = _grounds().get(name, Text(name, name))
    return Text(says.fr.rstrip("."), says.en.rstrip("."))


def _account(shown: str) -> Text:
    return in_words(mask_account(shown))


_FIELDS: dict[str, Callable[[Any], Text]] = {
    "cents": sum_in_words,
    "to": caisse_name,
    "caisse": caisse_name,
    "service": caisse_name,
    "owner": caisse_name,
    "ground": _ground,
    "account": _account,
}


def _papers(said: Mapping[str, Any]) -> Text | None:
    """Each paper asked for, with the text that allows it."""
    if "bases" not in said:
        return None
    bases = (*said["bases"], *("" for _ in said["pieces"]))
    each = [_paper(piece, basis) for piece, basis in zip(said["pieces"], bases, strict=False)]
    return _listed(each) if each else word("letter", "not_said")


def _paper(piece: str, basis: str) -> Text:
    label = _said("piece", piece)
    why = Text(basis, basis)
    if not basis or basis.startswith("local:"):
        why = word("letter", "local_rule" if basis else "no_basis")
    return Text(f"{label.fr} ({why.fr})", f"{label.en} ({why.en})")


def _total(said: Mapping[str, Any]) -> Text | None:
    """The sum of the lines of a care sheet: the last value of each is in cents."""
    return sum_in_words(sum(line[-1] for line in said["lines"])) if "lines" in said else None


def _place(said: Mapping[str, Any]) -> Text | None:
    """Lines are counted from 0 in the record, from 1 on paper."""
    return in_words(said["line"] + 1) if "line" in said else None


def _duty(said: Mapping[str, Any]) -> Text | None:
    """What a reminder is about, in the words of the duty."""
    if "act" not in said:
        return None
    duty = duties().get(said["act"])
    return Obligation(duty, said["due"], said["about"]).says if duty else _sentence(_said("act", said["act"]))


def _sentence(words: Text) -> Text:
    """The words, ended by a full stop."""
    return Text(*(each if each.endswith(".") else f"{each}." for each in words))


def _says(said: Mapping[str, Any]) -> Text | None:
    """Why a hold stands, in the words it was placed with."""
    if "says_fr" not in said:
        return None
    given = Text(said["says_fr"], said["says_en"])
    known = reasons().get(said["reason"])
    return _sentence(given if all(given) else known.says if known else word("letter", "not_said"))


def _way_out(said: Mapping[str, Any]) -> Text | None:
    """What ends a hold; nothing is invented for a reason that is not ours."""
    if "says_fr" not in said:
        return None
    return reasons().get(said["reason"], reasons()["no_reason_was_given"]).way_out


def _contact(said: Mapping[str, Any]) -> Text | None:
    """Who follows it and how to reach them; that it is not known, when it is not."""
    return (contact(said["service"]) or _named(said["service"])) if "service" in said else None


def _named(code: str) -> Text:
    return caisse_name(code) if code else word("letter", "not_said")


def _contest(said: Mapping[str, Any]) -> Text | None:
    """How to contest, in full."""
    return (contest(said["service"]) or word("letter", "not_said")) if "service" in said else None


_TOGETHER: dict[str, Callable[[Mapping[str, Any]], Text | None]] = {
    "contact": _contact,
    "contest": _contest,
    "papers": _papers,
    "total": _total,
    "place": _place,
    "duty": _duty,
    "says": _says,
    "way_out": _way_out,
}
