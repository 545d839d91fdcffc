"""The registry of deadlines: ``data/deadlines.toml`` as typed rules."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from unicodedata import normalize

from ouverture.clock.period import Period
from ouverture.clock.refusal import DeadlineError
from ouverture.text import Text

Sense = Literal["act_by", "silence", "until", "from"]
Certainty = Literal["H", "M", "L"]
Receipt = Literal["first", "competent"]


@dataclass(frozen=True, slots=True)
class Version:
    """The terms of a rule between ``since`` (first day in force) and ``until`` (first day no longer in force)."""

    since: date | None
    until: date | None
    counting: str
    period: Period
    working_days: int
    month: int
    rival: Period | None
    rival_source: Text | None
    articles: tuple[str, ...]
    certainty: Certainty
    note: Text | None

    def in_force_on(self, day: date) -> bool:
        """True when this version governs what happens on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt or a warning, for every start or only for starts on or after ``since``."""

    text: Text
    since: date | None


@dataclass(frozen=True, slots=True)
class Move:
    """What happens to a last day that is not worked, and on which basis."""

    code: str
    moves: bool
    basis: Text
    articles: tuple[str, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Suspension:
    """A text that can stop a clock, for ``at_most`` so long each time."""

    reason: Text
    articles: tuple[str, ...]
    at_most: Period | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One named deadline. The head of ``data/deadlines.toml`` explains each field."""

    name: str
    title: Text
    event: Text
    actor: str
    sense: Sense
    dated_by_due: bool
    move: Move
    suspension: Suspension | None
    needs_remedies: bool
    receipt: Receipt | None
    effect: Text | None
    notes: tuple[Note, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    versions: tuple[Version, ...]


def _text(row: Mapping[str, Any], key: str) -> Text | None:
    return Text(**row[key]) if key in row else None


def _period(row: Mapping[str, Any], key: str) -> Period | None:
    return Period(**row[key]) if key in row else None


def _version(row: Mapping[str, Any], rule: Mapping[str, Any]) -> Version:
    return Version(
        since=row.get("since"),
        until=row.get("until"),
        counting=row.get("counting", rule.get("counting", "day_after")),
        period=_period(row, "period") or Period(),
        working_days=row.get("working_days", 0),
        month=row.get("month", 0),
        rival=_period(row, "rival"),
        rival_source=_text(row, "rival_source"),
        articles=tuple(row["articles"]),
        certainty=row.get("certainty", rule["certainty"]),
        note=_text(row, "note"),
    )


def _move(code: str, row: Mapping[str, Any]) -> Move:
    return Move(code, row["moves"], Text(**row["basis"]), tuple(row["articles"]), row["certainty"])


def _suspension(row: Mapping[str, Any]) -> Suspension:
    return Suspension(Text(**row["reason"]), tuple(row["articles"]), _period(row, "at_most"))


def _note(row: Mapping[str, Any]) -> Note:
    return Note(Text(row["fr"], row["en"]), row.get("from"))


def _rule(name: str, row: Mapping[str, Any], moves: Mapping[str, Move], suspensions: Mapping[str, Suspension]) -> Rule:
    return Rule(
        name=name,
        title=Text(**row["title"]),
        event=Text(**row["event"]),
        actor=row["actor"],
        sense=row["sense"],
        dated_by_due=row.get("dated_by") == "due",
        move=moves[row["move"]],
        suspension=suspensions[row["suspension"]] if "suspension" in row else None,
        needs_remedies=row.get("needs_remedies", False),
        receipt=row.get("receipt"),
        effect=_text(row, "effect"),
        notes=tuple(map(_note, row.get("notes", ()))),
        facts=tuple(row["facts"]),
        sources=tuple(row.get("sources", ())),
        versions=tuple(_version(version, row) for version in row["versions"]),
    )


@cache
def _file() -> Mapping[str, Any]:
    raw = files("ouverture.clock").joinpath("data", "deadlines.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def rules() -> Mapping[str, Rule]:
    """Every deadline by its name, in the order of the file."""
    moves = {code: _move(code, row) for code, row in _file()["moves"].items()}
    suspensions = {code: _suspension(row) for code, row in _file()["suspensions"].items()}
    return {name: _rule(name, row, moves, suspensions) for name, row in _file()["rules"].items()}


@cache
def law_read_until() -> date:
    """The last day whose law our files hold."""
    day: date = _file()["law_read_until"]
    return day


def rule_named(name: str) -> Rule:
    """The rule with this name, however it is spaced; raises DeadlineError, which suggests the nearest name."""
    found = rules().get(_folded(name))
    if found is None:
        raise DeadlineError(_unknown(name))
    return found


def _folded(name: str) -> str:
    """A name without accents or capitals, its words joined as in the file."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "_".join(re.findall("[a-z0-9]+", plain))


def _nearness(asked: str, words: str) -> tuple[int, float]:
    """How many words two names share, then how alike they are spelled."""
    shared = set(asked.split("_")) & set(words.split("_"))
    return len(shared), SequenceMatcher(None, asked, words).ratio()


def _unknown(name: str) -> Text:
    called = {_folded(words): one for one, rule in rules().items() for words in (*rule.title, one)}
    near = called[max(called, key=lambda words: _nearness(_folded(name), words))]
    return Text(
        f"Aucun délai ne s'appelle « {name} » ; le nom le plus proche est « {near} ».",
        f"No deadline is called “{name}”; the nearest name is “{near}”.",
    )
