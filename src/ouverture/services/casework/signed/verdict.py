"""Whether a signed paper stands on a day: what its signature, its own days and a list of withdrawals say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.words import caisse_name
from ouverture.services.casework.person_seen import born_in_words
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.said import SHORT, PaperSaid
from ouverture.services.casework.signed.withdrawing import OUT_OF_DATE, Withdrawals
from ouverture.text import Language, Text

State = Literal[
    "good", "withdrawn", "stale", "expired", "to_come", "not_known", "altered", "other_key", "unreadable", "cut"
]
GENUINE: frozenset[State] = frozenset({"good", "withdrawn", "stale", "expired", "to_come", "not_known"})
"""States of a paper whose signature holds: what it says may be shown."""


class Verdict(NamedTuple):
    """What is found of a paper; ``paper`` None when the signature does not hold: nothing of it is then repeated."""

    state: State
    says: Text
    paper: PaperSaid | None = None
    list_of: date | None = None

    def to_json(self) -> dict[str, Any]:
        """The verdict as plain values."""
        paper = self.paper
        told = {name: _plain(value) for name, value in paper._asdict().items()} if paper else None
        return {
            "state": self.state,
            "genuine": self.state in GENUINE,
            "says": self.says._asdict(),
            "paper": told,
            "list_made_on": _plain(self.list_of),
        }


def judged(paper: PaperSaid, known: Withdrawals | None, day: date, wrong_list: bool = False) -> Verdict:
    """The verdict on a paper whose signature holds. ``wrong_list``: a list was given that cannot be believed."""
    if paper.on > day + timedelta(days=1):
        return Verdict("to_come", said("to_come", on=paper.on), paper)
    if known and (found := known.rows.get(paper.serial)):
        state: State = "stale" if found.why in OUT_OF_DATE else "withdrawn"
        why = Text(**data_of("signed_papers")["why"][found.why])
        return Verdict(state, said(state, on=found.on, why=why), paper, known.made_on)
    if paper.last and day > paper.last:
        return Verdict("expired", said("expired", last=paper.last), paper, known.made_on if known else None)
    if doubt := _doubt(paper, known, day, wrong_list):
        return Verdict("not_known", said("not_known", why=doubt), paper, known.made_on if known else None)
    return Verdict("good", said("good"), paper, known.made_on if known else None)


def _doubt(paper: PaperSaid, known: Withdrawals | None, day: date, wrong_list: bool) -> Text | None:
    """Why nothing can be said of its withdrawal; None when the list settles it."""
    if known is None:
        return said("bad_list" if wrong_list else "no_list")
    if known.made_on < paper.on:
        return said("older_list", made=known.made_on)
    if known.made_on + timedelta(days=data_of("signed_papers")["list_lasts"]) < day:
        return said("old_list", made=known.made_on)
    return None


def said(name: str, **values: date | Text | str) -> Text:
    """One sentence of a verdict, filled."""
    shown = {each: day_in_words(value) if isinstance(value, date) else value for each, value in values.items()}
    return Text(**data_of("signed_papers")["verdict"][name]).filled(**shown)


def words_for_checking(language: Language) -> dict[str, Any]:
    """What a checker that stands elsewhere says, in one language; the rows by the short names of a token."""
    table = data_of("signed_papers")
    verdict, why = ({name: row[language] for name, row in table[part].items()} for part in ("verdict", "why"))
    rows = {SHORT[name]: table["rows"][name][language] for name in ROWS}
    titles = {kind: row["title"][language] for kind, row in table["kinds"].items()}
    shown = {"verdict": verdict, "why": why, "rows": rows, "titles": titles}
    return {**shown, "lasts": table["list_lasts"], "out_of_date": sorted(OUT_OF_DATE)}


ROWS = ("kind", "name", "born_on", "number", "first", "last", "caisse", "on", "serial")
"""What a paper says, in the order in which it is read."""


def rows_of(paper: PaperSaid) -> tuple[tuple[Text, Text], ...]:
    """What the paper says, one row a thing, in the order in which it is read."""
    words: Mapping[str, Any] = data_of("signed_papers")["rows"]
    shown: dict[str, Text] = {"kind": paper.title, "caisse": caisse_name(paper.caisse)}
    if paper.born_on:
        shown["born_on"] = born_in_words(paper.born_on)
    for name in ("name", "number", "serial"):
        if value := getattr(paper, name):
            shown[name] = Text(value, value)
    for name in ("first", "last", "on"):
        if day := getattr(paper, name):
            shown[name] = day_in_words(day)
    return tuple((Text(**words[name]), shown[name]) for name in ROWS if name in shown)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
