"""Every remedy after a refusal or a silence, in order. Start here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.clock.refusal import DeadlineError
from ouverture.clock.suspension import Spans
from ouverture.text import Text
from ouverture.wording.filling import joined
from ouverture.wording.remedies.rung import CalendarEntry, Kind, Ladder, Rung, RungName, State, StepTaken
from ouverture.wording.remedies.standing import Case, Standing, standings
from ouverture.wording.remedies.words import data, entry, said

__all__ = ["CalendarEntry", "Kind", "Ladder", "Rung", "RungName", "State", "StepTaken", "ladder"]

_Filling = dict[str, str | Text]


def ladder(
    kind: Kind,
    happened_on: date,
    on: date,
    *,
    remedies_told: bool,
    steps_taken: Iterable[StepTaken] = (),
    pieces_asked: Spans = (),
) -> Ladder:
    """The remedies as they stand ``on`` a day.

    ``happened_on``: the day the refusal was notified; for a silence, the day the caisse received the claim.
    ``remedies_told``: whether the letter (for a silence, the receipt) said how and until when to appeal: if not, the
    clock does not run (CSS R142-1-A III). ``pieces_asked``: when a request for papers stopped the caisse's clock.

    Raises DeadlineError for a day looked at, or a step, before what happened, or a day that no text we hold governs.
    """
    case = Case(kind, happened_on, on, remedies_told, tuple(steps_taken), pieces_asked)
    _check(case)
    stands = tuple(standings(case))
    rungs = tuple(_rung(case, one) for one in stands)
    return Ladder(kind, happened_on, on, rungs, tuple(dict.fromkeys(_notes(case, stands))))


def _check(case: Case) -> None:
    day = day_in_words(case.happened_on)
    if case.on < case.happened_on:
        raise DeadlineError(said("errors", "too_early", {"on": day_in_words(case.on), "day": day}))
    for step in case.taken:
        if step.on < case.happened_on:
            raise DeadlineError(said("errors", "step_too_early", {"step": day_in_words(step.on), "day": day}))


def _notes(case: Case, stands: Iterable[Standing]) -> Iterator[Text]:
    if case.kind == "silence":
        yield said("sentences", "silence_disputed", {})
    if case.kind == "refusal":
        yield said("sentences", "other_ways", {})
    unread = data()["unread"]
    if case.on >= unread["from"]:
        yield Text(**unread["says"])
    for counting in (counting for one in stands for counting in one.countings):
        yield from counting.notes


def _rung(case: Case, one: Standing) -> Rung:
    row, filling = data()[one.name], _filling(case, one)
    why = said("sentences" if one.why in ("done", "done_late") else one.name, one.why, filling)
    return Rung(
        name=one.name,
        label=Text(**row["label"]),
        state=one.state,
        opens_on=one.opens_on,
        closes_on=one.closes_on,
        live_by=one.live_by,
        done_on=one.done_on,
        why=why,
        effect=Text(**row["effect"]),
        basis=tuple(row["basis"]),
        certainty=min((row["certainty"], *(each.certainty for each in one.countings)), key="LMH".index),
        letter=_letter(one, filling),
        calendar=_calendar(case, one, filling),
        counting=one.countings[-1] if one.countings else None,
    )


def _filling(case: Case, one: Standing) -> _Filling:
    day = day_in_words(case.happened_on)
    board = case.step(case.board)
    possible = "still_medical" if case.kind == "medical_refusal" else "new_claim"
    days = {
        "first": one.opens_on, "last": one.closes_on, "safe": one.live_by, "answer": one.answer,
        "done": one.done_on, "board": board.on if board else None,
    }  # fmt: skip
    known: _Filling = {name: day_in_words(each) for name, each in days.items() if each}
    what = said("sentences", case.kind, {"day": day})
    return {**known, "day": day, "what": what, "possible": said("sentences", possible, {})}


def _letter(one: Standing, filling: _Filling) -> Text | None:
    """The letter to write; after the last day only one that says itself that the time is over."""
    if one.state == "closed" and "late" in data()[one.name]:
        return said(one.name, "late", filling)
    return said(one.name, "letter", filling) if one.state == "open" else None


def _calendar(case: Case, one: Standing, filling: _Filling) -> CalendarEntry | None:
    """The day to come that matters; none when it has passed or nothing is to be done."""
    opening = one.state == "not_yet"
    day = one.opens_on if opening or one.name == "nudge" else one.live_by or one.closes_on
    if day is None or day < case.on or one.state not in ("open", "not_yet"):
        return None
    found = entry(one.name, "opening" if opening and one.name != "nudge" else "calendar", filling)
    return CalendarEntry(found[0], day, joined((found[1],), "")) if found else None
