"""A decision letter, read. Start here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ouverture.clock.counting import Counting
from ouverture.clock.day_words import day_in_words, period_in_words
from ouverture.clock.deadlines import DeadlineError, count, rule_named
from ouverture.clock.period import Period
from ouverture.text import Text
from ouverture.wording.filling import joined
from ouverture.wording.refusals import reading
from ouverture.wording.refusals.found import (
    Clock,
    LooksLike,
    NextLetter,
    NotARefusal,
    Reason,
    ReasonGiven,
    RefusalRead,
    RemediesTold,
)
from ouverture.wording.refusals.signs import DecisionKind, data, sentence

__all__ = ["NextLetter", "NotARefusal", "Reason", "RefusalRead", "read_refusal"]

LONGEST_LETTER = 20_000
"""Characters read: some six pages; a longer paste is no letter."""


def read_refusal(text: str, notified_on: date | None) -> RefusalRead | NotARefusal:
    """What the decision ``text`` says and leaves out, and until when it can be contested.

    ``notified_on``: the day the person received it; None when not known. Raises nothing: a text that refuses nothing
    comes back as NotARefusal, a day that no text we hold governs as a clock not held (CSS R142-1-A, R142-1, R142-8).
    """
    said = reading.sentences_of(text[:LONGEST_LETTER])
    if not said:
        return _not("nothing")
    decided = reading.refusing(said)
    if decided is None:
        return _not(reading.looks_like(said))
    if reading.is_about_a_photo(decided):
        return _not("photo")
    if reading.is_another_matter(text):
        return _not("another_matter")
    return _read(text[:LONGEST_LETTER], said, decided, notified_on)


@dataclass(frozen=True)
class _Time:
    clock: Clock
    counting: Counting | None
    live_by: date | None
    said: Text | None = None


def _not(kind: LooksLike) -> NotARefusal:
    return NotARefusal(kind, Text(**data()["not"][kind]))


def _read(text: str, said: tuple[str, ...], decided: str, day: date | None) -> RefusalRead:
    kind = reading.decision_of(decided, " ".join(said))
    reasons = tuple(reading.reasons_of(said, decided))
    other = None if reasons else reading.reason_in_other_words(said, decided)
    given: ReasonGiven = "given" if reasons else "given_but_not_recognised" if other else "not_given"
    remedies, signed = reading.remedies_of(said, kind.way), reading.signed(text)
    articles, months = reading.articles_of(said), reading.months_told(said)
    time = _shorter(_time(kind, remedies, day), day, months)
    explained = (
        *_about_the_reason(given, reasons, other),
        sentence("article", articles=", ".join(articles)) if articles else sentence("no_article"),
        *_about_the_time(kind, remedies, time, months),
        *(() if signed else (sentence("not_signed"),)),
    )
    letters = tuple(_letters(kind, given, reasons, day, time))
    return RefusalRead(
        kind.name, kind.label, decided, given, reasons, other, articles, remedies, signed, day,
        time.clock, time.counting, time.live_by, explained, letters,
    )  # fmt: skip


def _time(kind: DecisionKind, remedies: RemediesTold, day: date | None) -> _Time:
    if kind.rule is None:
        return _Time("not_held", None, None, kind.not_held)
    if remedies in ("absent", "incomplete") and day is None:
        return _Time("does_not_run", None, None)
    if day is None:
        return _Time("day_unknown", None, None, sentence("day_unknown"))
    try:
        runs = remedies in ("told", "another_way", "elsewhere")
        counting, safe = count(kind.rule, day, notified_with_remedies=runs), count(kind.rule, day).due
    except DeadlineError as error:
        return _Time("not_held", None, None, error.text)
    return _Time("runs", counting, None) if runs else _Time("does_not_run", counting, safe)


def _shorter(time: _Time, day: date | None, months: int | None) -> _Time:
    """With the shorter time that a letter gives, wrongly or not, as the day to live by."""
    last = time.counting.due if time.counting else None
    if day is None or last is None or not months:
        return time
    written = Period(months=months).after(day)
    return replace(time, live_by=written) if written < last else time


def _about_the_reason(given: ReasonGiven, reasons: tuple[Reason, ...], other: str | None) -> Iterator[Text]:
    yield from (sentence("reason", label=reason.label) for reason in reasons)
    if given != "given":
        yield sentence(given, **({"written": other} if other else {}))


def _about_the_time(kind: DecisionKind, remedies: RemediesTold, time: _Time, months: int | None) -> Iterator[Text]:
    yield sentence(remedies if kind.rule else "remedies_not_held")
    law = rule_named(kind.rule).versions[-1].period if kind.rule else None
    if law and months and remedies != "incomplete" and Period(months=months) != law:
        yield sentence("other_time", written=period_in_words(Period(months=months)), law=period_in_words(law))
    if time.said:
        yield time.said
    if time.counting and time.counting.due:
        yield time.counting.headline
    if time.live_by:
        yield sentence("live_by", day=day_in_words(time.live_by))
    if time.counting:
        yield from time.counting.notes


def _letters(
    kind: DecisionKind, given: ReasonGiven, reasons: tuple[Reason, ...], day: date | None, time: _Time
) -> Iterator[NextLetter]:
    decided = sentence("decided_on", day=day_in_words(day)) if day else sentence("day_not_given")
    if given != "given":
        yield _letter("ask_reason", {"decided": decided, "until": Text("", "")})
    if kind.way:
        grounds = joined((_ground(reason) for reason in reasons), "\n") if reasons else sentence("no_grounds")
        last = time.counting.due if time.counting else None
        until = Text(**data()["until"]["text"]).filled(day=day_in_words(last)) if last else Text("", "")
        yield _letter(kind.way, {"decided": decided, "grounds": grounds, "until": until})


def _letter(name: str, filling: dict[str, str | Text]) -> NextLetter:
    row = data()["letters"][name]
    return NextLetter(name, Text(**row["title"]).filled(**filling), Text(**row["text"]).filled(**filling))


def _ground(reason: Reason) -> Text:
    basis = f" ({', '.join(reason.articles)})" if reason.articles else ""
    return Text(f"{reason.answer.fr}{basis}", f"{reason.answer.en}{basis}")
