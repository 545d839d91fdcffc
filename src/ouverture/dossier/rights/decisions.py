"""What can be asked of the rights. Closing takes the path of the law: question, second notice, decision, floors."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, OfClock, OfPerson, Personal, command
from ouverture.dossier.law_of_a_day import law_on, opens_nothing
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.remedies import contact_known
from ouverture.dossier.rights import events
from ouverture.dossier.rights.closing import answer_term_end, earliest_closing
from ouverture.text import Text


@command
class OpenRights(OfCaisse):
    """Open cover from a day, on the ground of the decision."""

    first: date
    ground: str
    rules_day: date


@command
class RecordStayTitle(OfPerson):
    """A title of stay and the day it expires."""

    title: Personal
    expires: date


@command
class RecordRemovalOrder(OfCaisse):
    """A final administrative removal order."""


@command
class AskResidenceProof(OfCaisse):
    """A control of residence: ask for proof (one month)."""

    what: events.Lost


@command
class SendSecondNotice(OfCaisse):
    """The proof is missing or not enough: a second month."""


@command
class AcceptResidenceProof(OfCaisse):
    """The proof is good. ``kept_until``: the day the new title expires, if one was shown."""

    kept_until: date | None = None


@command
class NotifyClosing(OfCaisse):
    """The reasoned decision to close. ``lost_on``: since when the control establishes that the condition fails."""

    lost: events.Lost
    lost_on: date
    remedies: bool = True


@command
class CloseRights(OfClock):
    """End cover after ``last``."""

    cause: events.Cause
    last: date


@command
class ReEvaluateRights(OfCaisse):
    """Read the same facts under the rules of another day."""

    ground: str
    rules_day: date
    law: tuple[str, ...] = ()
    amounts_fr: str = ""
    amounts_en: str = ""


@decides(OpenRights)
def _open(file: File, c: OpenRights, at: Moment) -> Decision:
    periods = file.rights.periods
    if file.rights.stage in events.OPEN:
        return refuse("already_covered")
    last = periods[-1].last if periods else None
    if last is not None and c.first <= last:
        return refuse("rights_would_overlap", by=last)
    if file.connected and file.application.stage != "accepted":
        return refuse("decide_first")
    return (events.RightsOpened(at, c.first, c.ground, c.rules_day),)


def _term_runs(file: File, at: Moment) -> Refusal | None:
    if not file.connected:
        return None
    last = answer_term_end(file)
    if last is None:
        return refuse("person_not_told_yet")
    return refuse("control_term_still_runs", by=last) if at.on <= last else None


@decides(SendSecondNotice)
def _second(file: File, _: SendSecondNotice, at: Moment) -> Decision:
    return (file.rights.stage == "questioned" and _term_runs(file, at)) or (events.SecondNoticeSent(at),)


@decides(NotifyClosing)
def _notify(file: File, c: NotifyClosing, at: Moment) -> Decision:
    if file.connected and file.rights.stage in ("open", "questioned"):
        return refuse("notices_first")
    if file.rights.stage == "second_notice" and (refusal := _term_runs(file, at)):
        return refusal
    if file.connected and not c.remedies:
        return refuse("decision_without_remedies")
    closes_on = earliest_closing(file, c.lost, c.lost_on, at.on)
    caisse = file.attachment.caisse
    told = c.remedies and (contact_known(caisse) or not file.connected)
    return (events.ClosingNotified(at, c.lost, c.lost_on, closes_on, told, caisse),)


@decides(CloseRights)
def _close(file: File, c: CloseRights, at: Moment) -> Decision:
    if c.cause in ("stability", "stay") and file.connected:
        return _after_control(file, c, at)
    return (events.RightsClosed(at, c.cause, c.last),)


def _after_control(file: File, c: CloseRights, at: Moment) -> Decision:
    state = file.rights
    if state.stage != "closing" or state.closing_notice_on is None or state.lost_on is None or state.lost is None:
        return refuse("notices_first")
    first = earliest_closing(file, state.lost, state.lost_on, state.closing_notice_on)
    if at.on < first or c.last < first:
        return refuse("closing_too_early", by=first)
    return (events.RightsClosed(at, c.cause, c.last),)


@decides(RecordStayTitle)
def _record_stay_title(_: File, c: RecordStayTitle, at: Moment) -> Decision:
    return (events.StayTitleRecorded(at, c.title, c.expires),)


@decides(RecordRemovalOrder)
def _record_removal_order(_: File, __: RecordRemovalOrder, at: Moment) -> Decision:
    return (events.RemovalOrderRecorded(at),)


@decides(AskResidenceProof)
def _ask_residence_proof(_: File, c: AskResidenceProof, at: Moment) -> Decision:
    return (events.ResidenceProofAsked(at, c.what),)


@decides(AcceptResidenceProof)
def _accept_residence_proof(_: File, c: AcceptResidenceProof, at: Moment) -> Decision:
    return (events.ResidenceProved(at, c.kept_until),)


@decides(ReEvaluateRights)
def _re_evaluate_rights(file: File, c: ReEvaluateRights, at: Moment) -> Decision:
    if file.connected and (refusal := opens_nothing(law_on(c.rules_day), c.ground)):
        return refusal
    french, english = c.amounts_fr or c.amounts_en, c.amounts_en or c.amounts_fr
    amounts = Text(french, english) if french else None
    return (events.RightsReEvaluated(at, c.ground, c.rules_day, c.law, amounts),)
