"""Who must act next on what is contested, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.appeal.contestable import Contestable, answer_due, answered, contestable, safe_day
from ouverture.dossier.appeal.events import PENDING, REFUSALS, WON, Against, Appeal, Where
from ouverture.dossier.card.in_hand import has_a_card
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File
from ouverture.dossier.rights.events import OPEN

_ANSWERS = {"cra": "answer_appeal", "cmra": "answer_medical_appeal"}
_NO_TERM = {"mediator": "mediator_answers", "court": "follow_court"}


def duties(file: File, day: date) -> Iterator[Obligation]:
    """The obligations of appeals: to lodge one in time, to answer it, to decide again."""
    for decision in contestable(file):
        # While rights are closing, the duty of the closing itself names the board; once open again, they still may.
        closing = decision.against == "rights_closing" and file.rights.stage in OPEN
        # Whoever is covered, or holds the card, has no refusal of the claim left to contest; they still may.
        granted = file.rights.stage in OPEN or file.application.stage == "accepted" or has_a_card(file)
        settled = decision.against in REFUSALS and granted
        if not (closing or settled):
            yield from _to_lodge(file, decision, "cra", day)
        if answer := answered(file, decision.against):
            yield from _to_lodge(file, answer, "court", day)
    for one in file.appeal.items:
        yield from _of(one)


def _to_lodge(file: File, decision: Contestable, to: Where, day: date) -> Iterator[Obligation]:
    """The person may contest, until the last day; nothing is owed after it, nor once it is done."""
    last = None if _lodged(file, decision.against, to, decision.taken) else safe_day(file, decision, to)
    if last and day <= last:
        yield Obligation(duty_table()["go_to_court" if to == "court" else "lodge_appeal"], last, decision.against)


def _lodged(file: File, against: Against, to: Where, since: date) -> bool:
    return any((one.against, one.to) == (against, to) and one.lodged_on >= since for one in file.appeal.items)


_ACTS_ON_CLAIM = ("grant_application", "carry_out_appeals")
_ACTS_AGAINST: dict[Against, tuple[str, ...]] = {
    "application_refused": _ACTS_ON_CLAIM,
    "implied_refusal": _ACTS_ON_CLAIM,
    "rights_closing": ("accept_residence_proof", "carry_out_appeals"),
    "number_suspension": ("decide_after_suspension", "reactivate_number", "carry_out_appeals"),
    "medical_decision": ("carry_out_appeals",),
}
"""What carries out a granted appeal depends on what it was against: no other act is offered for it."""


def _decided_again(due: Obligation, against: Against) -> Obligation:
    settled_by = tuple(kind for kind in due.duty.settled_by if kind in _ACTS_AGAINST[against])
    return due._replace(duty=due.duty._replace(settled_by=settled_by))


def _of(one: Appeal) -> Iterator[Obligation]:
    if one.stage in WON and one.decided_on:
        yield _decided_again(owed("decide_again", one.decided_on, one.appeal), one.against)
    if one.stage not in PENDING:
        return
    if one.stage == "lodged" and one.to != "court":
        yield owed("acknowledge_appeal", one.lodged_on, one.appeal)
    last = answer_due(one)
    if last is None:
        yield owed(_NO_TERM[one.to], one.lodged_on, one.appeal)
    else:
        yield Obligation(duty_table()[_ANSWERS[one.to]], last, one.appeal)
