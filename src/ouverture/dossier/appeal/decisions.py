"""What can be asked of an appeal: lodging, acknowledging, deciding, letting silence answer, carrying out."""

from __future__ import annotations

from ouverture.dossier.appeal import events
from ouverture.dossier.appeal.contestable import answer_due, answered, decision_against, last_day
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import (
    SEEN_FROM_OUTSIDE,
    Decision,
    Moment,
    OfCaisse,
    OfClock,
    OfPerson,
    Personal,
    command,
)
from ouverture.dossier.refusals import Refusal, refuse


@command
class LodgeAppeal(OfPerson):
    """Contest a decision, before a board, the mediator or the court, on written grounds."""

    appeal: str
    against: events.Against
    grounds: Personal
    to: events.Where = "cra"


@command
class AcknowledgeAppeal(OfCaisse):
    """Say that the appeal was received and when silence answers; for the mediator: that it is admissible."""

    appeal: str
    remedies: bool = True


@command
class DecideAppeal(OfCaisse):
    """Answer the appeal, with a reason; ``remedies``: the answer says how to go further."""

    appeal: str
    outcome: events.AppealResult
    reason: Personal
    remedies: bool = True


@command
class LetSilenceAnswerAppeal(OfClock):
    """The board's time is over: silence rejects."""

    appeal: str


@command
class WithdrawAppeal(OfPerson):
    """The person gives the appeal up."""

    appeal: str


@command
class CarryOutAppeals(OfClock):
    """The caisse has decided again, as these granted appeals want."""

    appeals: tuple[str, ...]


@decides(LodgeAppeal)
def _lodge(file: File, c: LodgeAppeal, at: Moment) -> Decision:
    refusal = _malformed(file, c)
    if refusal is None and (file.connected or at.by not in SEEN_FROM_OUTSIDE):
        refusal = _wrong_place(file, c) or _nothing_to_contest(file, c) or _too_late(file, c, at)
    return refusal or (events.AppealLodged(at, c.appeal, c.against, c.to, c.grounds),)


def _malformed(file: File, c: LodgeAppeal) -> Refusal | None:
    if file.appeal.named(c.appeal):
        return refuse("appeal_already_recorded", appeal=c.appeal)
    return None if c.grounds else refuse("appeal_without_grounds")


def _wrong_place(file: File, c: LodgeAppeal) -> Refusal | None:
    medical = c.against == "medical_decision"
    if c.to in ("cra", "cmra") and medical is not (c.to == "cmra"):
        return refuse("medical_to_the_medical_board" if medical else "not_a_medical_decision")
    if c.to == "court" and answered(file, c.against) is None:
        return refuse("board_first")
    if c.to == "mediator":
        return _not_for_the_mediator(file, c)
    return None


def _not_for_the_mediator(file: File, c: LodgeAppeal) -> Refusal | None:
    if any(one.to == "court" and one.against == c.against for one in file.appeal.items):
        return refuse("already_in_court")
    return None if file.exchange.items or file.appeal.items else refuse("complain_first")


def _nothing_to_contest(file: File, c: LodgeAppeal) -> Refusal | None:
    decision = decision_against(file, c.against)
    if decision is None and c.against != "medical_decision":
        return refuse("nothing_to_appeal")
    for one in file.appeal.items:
        again = decision is not None and one.lodged_on < decision.taken
        if (one.against, one.to) == (c.against, c.to) and one.stage != "withdrawn" and not again:
            return refuse("already_appealed", by=one.lodged_on)
    return None


def _too_late(file: File, c: LodgeAppeal, at: Moment) -> Refusal | None:
    last = last_day(file, c.against, c.to)
    return refuse("appeal_too_late", by=last) if last and at.on > last else None


def _known(file: File, appeal: str) -> Refusal | None:
    return None if file.appeal.named(appeal) else refuse("unknown_appeal", appeal=appeal)


@decides(AcknowledgeAppeal)
def _acknowledge(file: File, c: AcknowledgeAppeal, at: Moment) -> Decision:
    one = file.appeal.named(c.appeal)
    if one is None:
        return refuse("unknown_appeal", appeal=c.appeal)
    return (events.AppealAcknowledged(at, c.appeal, answer_due(one), c.remedies),)


@decides(DecideAppeal)
def _decide(file: File, c: DecideAppeal, at: Moment) -> Decision:
    if refusal := _known(file, c.appeal):
        return refusal
    if file.connected and not c.reason:
        return refuse("appeal_answer_without_reason")
    if file.connected and not c.remedies and c.outcome != "granted":
        return refuse("appeal_answer_without_remedies")
    return (events.AppealDecided(at, c.appeal, c.outcome, c.reason, c.remedies),)


@decides(LetSilenceAnswerAppeal)
def _silence(file: File, c: LetSilenceAnswerAppeal, at: Moment) -> Decision:
    one = file.appeal.named(c.appeal)
    if one is None:
        return refuse("unknown_appeal", appeal=c.appeal)
    last = answer_due(one)
    if last is None:
        return refuse("silence_says_nothing")
    return refuse("appeal_answer_still_runs", by=last) if at.on <= last else (events.AppealImplied(at, c.appeal),)


@decides(WithdrawAppeal)
def _withdraw(file: File, c: WithdrawAppeal, at: Moment) -> Decision:
    return _known(file, c.appeal) or (events.AppealWithdrawn(at, c.appeal),)


@decides(CarryOutAppeals)
def _carry_out(file: File, c: CarryOutAppeals, at: Moment) -> Decision:
    unknown = next((one for one in c.appeals if not file.appeal.named(one)), None)
    if unknown is not None:
        return refuse("unknown_appeal", appeal=unknown)
    return tuple(events.AppealCarriedOut(at, one) for one in c.appeals)
