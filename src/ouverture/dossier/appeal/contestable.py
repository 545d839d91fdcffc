"""Which decisions of a file can be contested, and until when. No time runs without a complete notice (R142-1-A III)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ouverture.dossier.appeal.events import Against, Appeal, Where
from ouverture.dossier.application.silence import silence_on
from ouverture.dossier.deadline import Span, due
from ouverture.dossier.file import File
from ouverture.dossier.number.terms import told_on

RULES: dict[Where, str] = {"cra": "cra_appeal", "cmra": "cmra_appeal", "court": "court_appeal"}
SILENCES: dict[Where, str] = {"cra": "cra_silence", "cmra": "cmra_silence"}
"""The deadline after which silence rejects; the mediator and the court have none."""


class Contestable(NamedTuple):
    """A decision against the person: ``taken`` on a day, ``known`` to the person from a day (None: not shown)."""

    against: Against
    taken: date
    known: date | None
    remedies: bool


def contestable(file: File) -> Iterator[Contestable]:
    """The decisions of the file that stand against the person now; of two of one kind, the later one."""
    rights, number = file.rights, file.number
    yield from _refusals(file)
    if rights.stage in ("closing", "closed") and rights.closing_notice_on:
        yield _notified(file, "rights_closing", "closing_notified", rights.closing_notice_on, rights.remedies_told)
    elif rights.closed_before:
        yield _notified(file, "rights_closing", "closing_notified", *rights.closed_before)
    if number.stage == "deactivated" and number.confirmed_on:
        yield _notified(file, "number_suspension", "suspension_confirmed", number.confirmed_on, number.remedies_told)


def _refusals(file: File) -> Iterator[Contestable]:
    """The refusal of the claim, and those of earlier claims: a new claim does not replace contesting the old one."""
    seen: set[Against] = set()
    for claim in (file.application, *file.application.refused_before):
        against: Against = "implied_refusal" if claim.implied else "application_refused"
        if claim.stage != "refused" or claim.decided_on is None or against in seen:
            continue
        seen.add(against)
        if claim.implied:
            known = silence_on(file._replace(application=claim))
            yield Contestable(against, claim.decided_on, known, claim.remedies_told)
        else:
            yield _notified(file, against, "application_refused", claim.decided_on, claim.remedies_told)


def _notified(file: File, against: Against, kind: str, taken: date, remedies: bool) -> Contestable:
    return Contestable(against, taken, told_on(file, kind, taken), remedies)


def decision_against(file: File, against: Against) -> Contestable | None:
    """The decision of this kind that stands now, or None."""
    return next((one for one in contestable(file) if one.against == against), None)


def answered(file: File, against: Against) -> Contestable | None:
    """The answer of the board (explicit or by silence) that a court may be asked to look at, or None."""
    for one in reversed(file.appeal.items):
        if one.against == against and one.to in SILENCES and one.decided_on:
            if one.stage == "implied":
                return Contestable(against, one.decided_on, answer_due(one), one.remedies_told)
            if one.stage in ("rejected", "partly"):
                return _notified(file, against, "appeal_decided", one.decided_on, one.remedies_told)
    return None


def answer_due(one: Appeal) -> date | None:
    """The last day to answer an appeal, after which silence rejects it; None where silence says nothing."""
    return due(SILENCES[one.to], one.lodged_on) if one.to in SILENCES else None


def last_day(file: File, against: Against | None = None, to: Where = "cra") -> date | None:
    """The last day to contest a decision (the first that stands, when none is named); None while no time runs.

    No time runs when the notice did not say how to appeal, when nothing shows that the person has it, or while the
    mediator looks at an admissible complaint (CSS R142-1, R142-1-A III, L217-7-1).
    """
    one = _looked_at(file, against, to)
    if one is None or one.known is None or not one.remedies or to not in RULES:
        return None
    return _counted(file, one, to, one.known)


def safe_day(file: File, one: Contestable, to: Where) -> date | None:
    """The day to show the person: counted even if nothing shows that the time runs, so never too late."""
    return _counted(file, one, to, one.known or one.taken)


def _looked_at(file: File, against: Against | None, to: Where) -> Contestable | None:
    kind = against or next((one.against for one in contestable(file)), None)
    if kind is None:
        return None
    return answered(file, kind) if to == "court" else decision_against(file, kind)


def _counted(file: File, one: Contestable, to: Where, start: date) -> date | None:
    stops = _mediation(file, one.against, start)
    return None if any(end is None for _, end in stops) else due(RULES[to], start, stops)


def _mediation(file: File, against: Against, start: date) -> tuple[Span, ...]:
    """When the mediator's look at an admissible complaint stopped the clock; one that ends before it began did not."""
    stops = (
        (one.acknowledged_on, max(one.decided_on, one.acknowledged_on) if one.decided_on else None)
        for one in file.appeal.items
        if one.to == "mediator" and one.against == against and one.acknowledged_on and one.acknowledged_on >= start
    )
    return tuple((first, end) for first, end in stops if end is None or end >= first)
