"""I11 and I12: no decision later than the law allows, and no cover that overlaps or ends without its notices."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from ouverture.dossier.application.silence import resumes_on, silence_on, silence_runs
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.invariants.registry import Told, of_event, of_state
from ouverture.dossier.kernel import Event
from ouverture.dossier.number.extension import silence_after_suspension_on
from ouverture.dossier.number.terms import first_term_end, second_term_end
from ouverture.dossier.rights.closing import answer_term_end, earliest_closing
from ouverture.dossier.rights.events import OPEN, RightsClosed, RightsOpened
from ouverture.dossier.rights.new_rules import next_change

_ONE_DAY = timedelta(days=1)


@of_state("I11", "always")
def the_claim_is_decided_in_time(file: File, day: date) -> Told:
    """A claim is decided, in words or by silence, at its legal date plus suspensions."""
    if silence_runs(file) and (last := silence_on(file)) + _ONE_DAY < day:
        yield f"the claim had to be decided by {last}"


@of_state("I11", "always")
def a_stopped_clock_runs_again(file: File, day: date) -> Told:
    """The clock of a claim does not stand longer than the law lets it (D161-1-3)."""
    state = file.application
    if state.stage in ("open", "forwarded") and state.stopped and (again := resumes_on(state)) < day:
        yield f"the clock of the claim had to run again on {again}"


@of_state("I11")
def a_clock_stands_only_while_something_is_awaited(file: File, day: date) -> Told:
    """Once all that was asked for has reached the office, its time runs, opened or not (CRPA L114-5)."""
    state, here = file.application, unsorted_sheets(file)
    if state.stage == "open" and state.stopped and here and here.issuperset(state.missing):
        yield "the clock of the claim stands and all that was asked for is on the desk"


@of_state("I11")
def the_terms_of_the_number_are_kept(file: File, day: date) -> Told:
    """After each term of R114-7 the next step comes: notice, suspension, decision or restoration."""
    state = file.number
    waits = any(piece.status == "received" for piece in file.application.pieces) or bool(unsorted_sheets(file))
    last: date | None = None
    if state.stage == "act_asked" and not waits:
        last = first_term_end(file)
    elif state.stage == "notice" and not waits:
        last = second_term_end(file)
    elif state.stage in ("suspended", "extended"):
        last = silence_after_suspension_on(file)
    if last and last + _ONE_DAY < day:
        yield f"the number is {state.stage} and its term ended on {last}"


@of_state("I11")
def the_terms_of_a_control_are_kept(file: File, day: date) -> Told:
    """A control without an answer goes on to its second month (R114-10-1 I)."""
    if file.rights.stage == "questioned" and (last := answer_term_end(file)) and last + _ONE_DAY < day:
        yield f"the control had to go on after {last}"


@of_state("I11")
def a_granted_claim_opens_rights(file: File, day: date) -> Told:
    """A granted claim and a live number: cover is open, in the same step."""
    state = file.application
    given = state.stage == "accepted" and state.rights_from is not None
    if given and file.number.stage in ("waiting", "permanent") and file.rights.stage == "none":
        yield "the claim is granted, the number is there, and cover is not open"


@of_state("I12", "always")
def cover_never_overlaps(file: File, day: date) -> Told:
    """Periods follow each other."""
    periods = file.rights.periods
    for before, after in pairwise(periods):
        if before.last is None or after.first <= before.last:
            yield f"two periods of cover overlap: {before.first} to {before.last}, then {after.first}"


@of_state("I12")
def a_notified_closing_is_kept(file: File, day: date) -> Told:
    """Cover ends on the day the notice named: not before, and not in silence after."""
    state = file.rights
    if state.stage == "closing" and state.closing_notice_on and state.lost and state.lost_on:
        closes = max(
            earliest_closing(file, state.lost, state.lost_on, state.closing_notice_on), state.closing_notice_on
        )
        if closes + _ONE_DAY < day:
            yield f"cover had to end on {closes}"


@of_event("I12", RightsClosed)
def cover_ends_after_its_notices(before: File, after: File, happened: Event) -> Told:
    """A control closes cover only after two letters and a reasoned decision, and not before the floors."""
    assert isinstance(happened, RightsClosed)
    state = before.rights
    if happened.cause not in ("stability", "stay"):
        return
    if state.stage != "closing" or not (state.lost and state.lost_on and state.closing_notice_on):
        yield f"cover closed for {happened.cause} in the stage {state.stage}"
    elif happened.on < earliest_closing(file=before, lost=state.lost, lost_on=state.lost_on,
                                        notified=state.closing_notice_on):  # fmt: skip
        yield "cover closed before the floor of the law"


@of_event("I12", RightsOpened)
def cover_opens_once(before: File, after: File, happened: Event) -> Told:
    """Cover does not open twice."""
    if before.rights.stage in OPEN:
        yield "cover opened while it was open"


@of_state("I11")
def cover_is_read_under_the_rules_in_force(file: File, day: date) -> Told:
    """When the rules a cover rests on change, it is read again under the new ones on that day (G5)."""
    state = file.rights
    if state.stage in OPEN and state.rules_day and state.periods:
        changed = next_change(state.periods[-1].ground, state.rules_day)
        if changed and changed + _ONE_DAY < day:
            yield f"the rules of {state.periods[-1].ground} changed on {changed} and the cover was not read again"
