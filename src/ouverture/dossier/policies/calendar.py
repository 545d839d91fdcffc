"""What the passing of days does: the terms of the law that end, the reminders and escalations we promise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ouverture.dossier.account.decisions import InviteToAccount
from ouverture.dossier.application.decisions import LetSilenceDecide, ResumeClock
from ouverture.dossier.application.pieces import named
from ouverture.dossier.application.silence import resumes_on, silence_on, silence_runs
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.messages.decisions import EscalateMessage
from ouverture.dossier.messages.duties import act_for, is_last
from ouverture.dossier.number.decisions import (
    AskCivilStatusAgain,
    RestoreBySilence,
    SendFormalNotice,
    SuspendPayments,
)
from ouverture.dossier.number.extension import extension_end, silence_after_suspension_on
from ouverture.dossier.number.terms import first_term_end, second_term_end
from ouverture.dossier.obligations import obligations
from ouverture.dossier.policies.registry import on_its_day
from ouverture.dossier.rights.closing import answer_term_end, earliest_closing
from ouverture.dossier.rights.decisions import CloseRights, SendSecondNotice
from ouverture.dossier.watch.decisions import Escalate, Remind, Review
from ouverture.dossier.watch.steps import next_step

Plans = Iterator[tuple[date, Command]]
_NEXT_DAY = timedelta(days=1)


@on_its_day(by_law=True)
def resume_the_clock(file: File, _: date) -> Plans:
    """The time given for the papers is over, or two months have passed: the caisse's clock runs again (D161-1-3)."""
    state = file.application
    if state.stage in ("open", "forwarded") and state.stopped:
        yield resumes_on(state), ResumeClock()


@on_its_day(by_law=True)
def silence_decides(file: File, _: date) -> Plans:
    """The legal time to decide is over (R2)."""
    if silence_runs(file):
        yield silence_on(file) + _NEXT_DAY, LetSilenceDecide()


def _paper_to_judge(file: File) -> bool:
    """Whether one is on the office's desk, in the file or in its envelope: no term of the person runs out then."""
    here = {*named(file.application.pieces, "received"), *unsorted_sheets(file)}
    return not CIVIL_STATUS_PAPERS.isdisjoint(here)


@on_its_day(connected_only=True)
def notice_on_silence(file: File, _: date) -> Plans:
    """The first three months passed without the paper: formal notice (R114-7 IV)."""
    if file.number.stage == "act_asked" and not _paper_to_judge(file) and (last := first_term_end(file)):
        yield last + _NEXT_DAY, SendFormalNotice()


@on_its_day(connected_only=True)
def suspend_on_silence(file: File, _: date) -> Plans:
    """The second three months passed without the paper: provisional suspension (R114-7 IV al. 2)."""
    if file.number.stage == "notice" and not _paper_to_judge(file) and (last := second_term_end(file)):
        yield last + _NEXT_DAY, SuspendPayments()


@on_its_day(connected_only=True, by_law=True)
def restore_on_silence(file: File, _: date) -> Plans:
    """The caisse did not decide in its three months: payments are restored (R114-7 V)."""
    if last := silence_after_suspension_on(file):
        yield last + _NEXT_DAY, RestoreBySilence()


@on_its_day(connected_only=True)
def ask_again_during_extension(file: File, day: date) -> Plans:
    """During the extension the caisse asks regularly (R114-7 V 3°)."""
    end, asked = extension_end(file), file.number.asked_again_on
    if end and asked:
        again = owed("ask_again", asked).due
        if again < end and day <= end:
            yield again, AskCivilStatusAgain()


@on_its_day(connected_only=True)
def second_notice_on_silence(file: File, _: date) -> Plans:
    """A control without an answer: the second month (R114-10-1 I)."""
    if file.rights.stage == "questioned" and (last := answer_term_end(file)):
        yield last + _NEXT_DAY, SendSecondNotice()


@on_its_day(connected_only=True)
def close_when_notified(file: File, _: date) -> Plans:
    """The closing day that the decision named has come."""
    state = file.rights
    if state.stage == "closing" and state.lost and state.lost_on and state.closing_notice_on:
        first = earliest_closing(file, state.lost, state.lost_on, state.closing_notice_on)
        yield max(first, state.closing_notice_on), CloseRights(state.lost, first)


@on_its_day(connected_only=True)
def renew_the_invitation(file: File, _: date) -> Plans:
    """An activation code that was not used in time is sent again: the invitation itself dies only with the number."""
    if file.account.stage == "invited" and file.account.invited_on and file.number.stage == "permanent":
        yield owed("activate_account", file.account.invited_on).due + _NEXT_DAY, InviteToAccount()


@on_its_day(after_closing=True)
def carry_by_another_channel(file: File, _: date) -> Plans:
    """A message that did not arrive in time goes by the next channel (I1)."""
    for one in file.messages.on_their_way:
        if not is_last(file, one):
            yield owed(act_for(one), one.since).due + _NEXT_DAY, EscalateMessage(one.message)


@on_its_day(after_closing=True)
def remind_the_person(file: File, day: date) -> Plans:
    """Remind before the day, then after it: no silence of the person is held against them without a reminder."""
    for each in obligations(file, day):
        if each.holder == "person" and (on := next_step(file.watch, each)):
            yield on, Remind(each.act, each.about, each.due)


@on_its_day(after_closing=True)
def escalate_an_office(file: File, day: date) -> Plans:
    """An office that is late is escalated, and the person is told (I5)."""
    for each in obligations(file, day):
        if _is_escalated(file, each) and (on := next_step(file.watch, each)):
            yield on, Escalate(each.act, each.about, each.due)


def _is_escalated(file: File, each: Obligation) -> bool:
    if each.holder == "person" or each.act == "review_file":
        return False
    if not each.act.startswith("deliver_"):
        return True
    carried = file.messages.carrying(int(each.about))
    return carried is not None and is_last(file, carried)


@on_its_day()
def review_a_quiet_file(file: File, day: date) -> Plans:
    """A file in which nothing is pending is looked at all the same."""
    for each in obligations(file, day):
        if each.act == "review_file":
            yield each.due, Review()
