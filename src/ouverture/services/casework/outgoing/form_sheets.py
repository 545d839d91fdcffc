"""What an official form asks, in its own order, with what the file knows: to be copied by hand on the form itself.

Which fields a form has, and who saw them, is ``data/form_sheets.toml``; nothing is said of a form nobody has read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.told_values import without_numbers
from ouverture.law.facts import FACTS
from ouverture.services.casework.look import FileView
from ouverture.services.casework.outgoing.paper import Paper, Paragraph, Rows
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.situation import asked, kept_answers
from ouverture.text import Text

TO_WRITE = Text("", "")


def form_sheets(view: FileView, own: bool) -> Iterator[Paper]:
    """A sheet for each form that this file may call for. ``own``: whoever reads it may see the numbers in full."""
    table = data_of("form_sheets")
    for name, row in table["forms"].items():
        if _WANTED[row.get("when", "always")](view):
            yield _sheet(view, name, row, table["says"], own)


def _sheet(view: FileView, name: str, row: Mapping[str, Any], says: Mapping[str, Any], own: bool) -> Paper:
    rows = tuple(
        (Text(field["ref"], field["ref"]), Text(**field["label"]), _value(view, field, own)) for field in row["fields"]
    )
    head = tuple(Text(**says[each]) for each in ("place", "field", "to_copy"))
    how = Text(**says[row["read"]]).filled(source=Text.in_two(row["source"]))
    about = tuple(Paragraph(Text(**each)) for each in row.get("about", ()))
    return Paper(
        name, Text(**row["title"]), (Paragraph(Text(**says["lead"])), *about, Rows(head, rows), Paragraph(how, True)),
        "sheets",
    )  # fmt: skip


def _value(view: FileView, field: Mapping[str, Any], own: bool) -> Text:
    if words := field.get("words"):
        return Text(**words)
    said = _KNOWN[field["value"]](view) if "value" in field else TO_WRITE
    return said if own else without_numbers(said)


def _same(said: str) -> Text:
    return Text(said, said)


def _birth_day(view: FileView) -> Text:
    """Eight digits as the form has boxes for; as it was told where the day is not known."""
    told = view.file.person.birth.on
    try:
        return _same(date.fromisoformat(told).strftime("%d %m %Y"))
    except ValueError:
        return _same(told)


def _country(code: str) -> Text:
    return FACTS["nationality"].options.get(code, _same(code))


def _birth_place(view: FileView) -> Text:
    birth = view.file.person.birth
    country = _country(birth.country)
    return Text(*(", ".join(part for part in (birth.place, each) if part) for each in country))


def _nationalities(view: FileView) -> Text:
    each = [_country(code) for code in view.file.person.nationalities]
    return Text(", ".join(one.fr for one in each), ", ".join(one.en for one in each))


def _work(view: FileView) -> Text:
    """What the person answered about what they do, in the words of the questions."""
    answers = kept_answers(view)
    told = [asked(name, answers) for name in ("activity", "work_kind") if name in answers]
    return Text(*(" – ".join(getattr(one.says, lang) for one in told if one) for lang in ("fr", "en")))


def _names(view: FileView) -> Text:
    names = view.file.person.names
    return _same(" ".join(part for part in (names.birth, names.usage if names.usage != names.birth else "") if part))


def _children(view: FileView) -> Text:
    return _same(
        "\n".join(
            f"{one.member}, {one.born_on:%d %m %Y}" for one in view.file.household.members if one.stage == "asked"
        )
    )


_KNOWN: Mapping[str, Callable[[FileView], Text]] = {
    "names": _names,
    "birth_name": lambda view: _same(view.file.person.names.birth),
    "usage_name": lambda view: _same(view.file.person.names.usage),
    "given_names": lambda view: _same(" ".join(view.file.person.names.given)),
    "born_on": _birth_day,
    "born_in": _birth_place,
    "address": lambda view: _same(str(view.file.person.address)),
    "nationalities": _nationalities,
    "telephone": lambda view: _same(view.file.person.way("telephone")),
    "number": lambda view: _same(view.file.number.number),
    "work": _work,
    "caisse": lambda view: view.caisse,
    "children": _children,
    "doctor": lambda view: _same(view.file.doctor.asked),
}
"""What the file knows, by the name that the data gives it."""

_WANTED: Mapping[str, Callable[[FileView], bool]] = {
    "always": lambda _: True,
    "claim": lambda view: view.file.application.stage in ("none", "open", "forwarded", "withdrawn", "refused"),
    "children": lambda view: any(one.stage == "asked" for one in view.file.household.members),
    "doctor": lambda view: view.file.rights.stage in OPEN and view.file.doctor.stage not in ("accepted", "recorded"),
    "moving": lambda view: bool(view.file.attachment.moving_to),
}
