"""Call sheets joined with files: the article's three calls, every duty, every state that the rehearsal reaches."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.duty import Obligation, duties
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File
from ouverture.dossier.hold.events import HoldPlaced
from ouverture.dossier.kernel import EVENTS, Moment
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.obligations import obligations
from ouverture.dossier.records import from_record
from ouverture.dossier.seen import SEEN, RecordSeen, as_seen
from ouverture.dossier.words import stage_words
from ouverture.rehearsal.history import rehearse
from ouverture.rehearsal.office import Answer, InMemory
from ouverture.services.casework.ports import Order
from ouverture.services.heard.call_noted import NOTHING_WRITTEN, Heard, Note, NoteError, noted
from ouverture.services.heard.call_sheet import (
    NOTHING_OWED,
    Caller,
    CallSheet,
    sheet,
    sheet_for,
    sheets_for,
    situation_named,
    situation_of,
)
from ouverture.wording.calls.aloud import MOST_WORDS, NO_BREAK, NotANumber, words_aloud
from ouverture.wording.calls.shelf import answers, situations
from tests.dossier.acting import after, opened

NUMBER = "291079940412337"
POSTED, ACTIVE, CALL_1 = date(2026, 3, 2), date(2026, 3, 16), date(2026, 4, 27)
CALL_2, CALL_3, FORM_BY = date(2026, 5, 4), date(2026, 5, 11), date(2026, 5, 25)
WORKS = date(2026, 5, 18)
ANY_NEED: Mapping[str, Any] = {
    "on": ACTIVE, "number": NUMBER, "first": ACTIVE, "last": CALL_3, "paper": "birth_certificate",
    "answer_by": CALL_3, "reason": "unreadable", "instead": "a sharper copy",
}  # fmt: skip


def deposited(mode: str = "recorded") -> File:
    return after(opened(mode, POSTED), Deposit(("identity_document",), ground="joins_insured_family"), POSTED)


def told(file: File, call: CallSheet, *heard: Heard, note: Note = NOTHING_WRITTEN) -> File:
    """The file once the call is noted."""
    for command in noted(file, call, heard, note):
        outcome = run(file, command, call.day, "call")
        assert isinstance(outcome, Appended), outcome
        file = outcome.file
    return file


def sheet_about(file: File, day: date, situation: str) -> CallSheet:
    """The sheet for a situation, among those for what the file owes that day."""
    return next(one for one in sheets_for(file, day) if one.situation.name == situation)


def after_call_1() -> File:
    """The number had been active for six weeks and nobody said; the attestation comes by e-mail when asked."""
    file = deposited()
    call = sheet_for(file, CALL_1, Caller(posted_on=POSTED))
    heard = Heard("number_active", {"on": ACTIVE, "number": NUMBER}), Heard("rights_open", {"first": ACTIVE})
    return told(file, call, *heard, Heard("attestation_by_email"), note=Note("Claire", promised_by=CALL_1))


def after_call_2() -> File:
    """A temporary code by text message; the account opens; then the card order says that the data are being checked."""
    file = told(after_call_1(), sheet_about(after_call_1(), CALL_2, "account_code"), Heard("code_by_sms"))
    file = after(file, ActivateAccount(), CALL_2)
    return told(file, sheet_about(file, CALL_2, "card_order"), Heard("data_being_checked"))


def after_call_3() -> File:
    """The account is blocked, the agent does not know why, and promises a green paper form in two weeks."""
    file = after_call_2()
    call = sheet_about(file, CALL_3, "file_on_hold")
    heard = Heard("blocked_no_reason"), Heard("card_form_promised")
    return told(file, call, *heard, note=Note("Marc", promised_by=FORM_BY))


def test_call_1_the_silence_after_posting_is_what_the_call_is_about() -> None:
    call = sheet_for(deposited(), CALL_1, Caller(posted_on=POSTED))
    assert call.situation.name == "receipt_awaited"
    assert "lundi 2 mars 2026" in call.speech.fr
    assert "e-mail me the certificate of rights" in call.speech.en


def test_call_1_the_number_is_permanent_since_six_weeks_and_the_rights_are_open() -> None:
    file = after_call_1()
    assert (file.number.stage, file.number.certified_on) == ("permanent", ACTIVE)
    assert timedelta(weeks=6) == CALL_1 - ACTIVE
    assert file.rights.stage == "open"
    assert file.rights.periods[-1].first == ACTIVE


def test_call_1_the_attestation_is_a_promise_with_a_day() -> None:
    (one,) = after_call_1().exchange.items
    assert (one.stage, one.promised_by) == ("promised", CALL_1)


def test_call_2_the_code_opens_the_account_and_the_card_order_meets_the_check() -> None:
    file = after_call_2()
    assert file.account.stage == "active"
    assert [one.reason for one in file.hold.live] == ["data_being_checked"]
    assert "file_on_hold" in {one.situation.name for one in sheets_for(file, CALL_2)}


def test_call_3_the_block_has_no_reason_and_the_form_is_promised_in_two_weeks() -> None:
    file = after_call_3()
    assert file.account.stage == "locked"
    assert {one.reason for one in file.hold.live} == {"data_being_checked", "no_reason_was_given"}
    assert file.card.form_sent_on == CALL_3
    assert file.exchange.items[-1].promised_by == FORM_BY
    assert timedelta(weeks=2) == FORM_BY - CALL_3


def test_call_3_then_it_worked() -> None:
    file = after_call_3()
    call = sheet_about(file, WORKS, "account_locked")
    file = told(file, call, Heard("hold_over"))
    assert file.account.stage == "active"
    assert [one.reason for one in file.hold.live] == ["data_being_checked"]
    file = told(file, sheet_about(file, WORKS, "file_on_hold"), Heard("hold_over"))
    assert file.hold.live == ()


def test_when_the_promise_breaks_the_next_sheet_is_about_it() -> None:
    file = after_call_3()
    still = RecordExchange("later", "screen", "ameli", "still blocked")
    outcome = run(file, still, FORM_BY + timedelta(days=1), "person")
    assert isinstance(outcome, Appended)
    call = sheet_about(outcome.file, FORM_BY + timedelta(days=1), "promise_broken")
    assert call.about
    again = told(outcome.file, call, Heard("promise_renewed"), note=Note(promised_by=date(2026, 6, 8)))
    assert again.exchange.named(call.about).stage == "followed_up"  # type: ignore[union-attr]


def test_on_a_caisse_of_this_system_only_the_exchange_is_noted() -> None:
    file = deposited("connected")
    call = sheet_for(file, CALL_1)
    answer = call.situation.answers[0]
    values = {need.name: ANY_NEED[need.name] for need in answer.needs}
    assert [type(one) for one in noted(file, call, [Heard(answer.name, values)])] == [RecordExchange]
    assert told(file, call, Heard(answer.name, values)).exchange.items[-1].exchange == "call-2026-04-27-1"


@pytest.mark.parametrize("act", sorted(duties()))
def test_every_duty_has_a_sheet(act: str) -> None:
    """Choosing by the act of the headline, a file without a sheet cannot be: whatever the stages."""
    assert situation_of(File(), Obligation(duties()[act], POSTED)).acts.count(act) == 1
    assert any(act in one.acts and not one.when for one in situations())


def test_no_sheet_serves_an_act_that_nobody_owes() -> None:
    assert {act for one in situations() for act in one.acts} == {*duties(), NOTHING_OWED}


def test_two_sheets_for_one_act_are_told_apart_by_a_stage() -> None:
    for act in duties():
        assert sum(act in one.acts and not one.when for one in situations()) == 1, act


def test_stages_named_by_a_sheet_exist() -> None:
    for one in situations():
        for part, stages in one.when.items():
            assert all(stage_words(part, stage).fr for stage in stages)


@pytest.mark.parametrize("name", sorted(answers()))
def test_every_event_an_answer_records_is_one_that_can_be_seen_and_read(name: str) -> None:
    answer = answers()[name]
    for row in answer.records:
        assert row["event"] in SEEN
    situation = next(one for one in situations() if answer in one.answers)
    file = deposited()
    values = {need.name: ANY_NEED[need.name] for need in answer.needs}
    call = CallSheet(situation, CALL_1, sheet(situation, CALL_1).speech, "appeal-1")
    for command in noted(file, call, [Heard(name, values)]):
        if isinstance(command, RecordSeen):
            read = from_record(command.seen, {**json.loads(command.said), "on": "2026-04-27", "by": "call"})
            assert read.kind == command.seen
        outcome = run(file, command, CALL_1, "call")
        assert isinstance(outcome, Appended), outcome
        file = outcome.file


def test_an_answer_that_lacks_a_day_asks_for_it() -> None:
    file = deposited()
    with pytest.raises(NoteError, match="Since which day") as refused:
        noted(file, sheet_for(file, CALL_1), [Heard("number_active", {"number": NUMBER})])
    assert refused.value.need == "on"


@pytest.mark.parametrize(
    ("answer", "values", "need"),
    [
        ("number_active", {"on": date(2027, 1, 1), "number": NUMBER}, "on"),
        ("number_active", {"on": ACTIVE, "number": "12"}, "number"),
        ("number_active", {"on": "2026-03-16", "number": NUMBER}, "on"),
        ("court_date", {}, "answer"),
    ],
)
def test_what_cannot_be_noted_names_the_question(answer: str, values: dict[str, Any], need: str) -> None:
    file = deposited()
    with pytest.raises(NoteError) as refused:
        noted(file, sheet_for(file, CALL_1), [Heard(answer, values)])
    assert refused.value.need == need
    assert refused.value.text.fr


def test_what_the_file_cannot_know_is_not_recorded() -> None:
    file = opened("recorded", POSTED)
    situation = situation_named("nothing_pending")
    assert situation
    commands = noted(file, sheet(situation, CALL_1), [Heard("rights_open", {"first": ACTIVE})])
    assert [type(one) for one in commands] == [RecordExchange], "no ground is known, and none is guessed"


def test_an_agent_who_repeats_a_check_places_no_second_hold() -> None:
    file = after_call_2()
    again = told(file, sheet_about(file, CALL_2, "file_on_hold"), Heard("data_being_checked"))
    assert len(again.hold.live) == len(file.hold.live) == 1


def test_the_number_is_said_only_by_a_caller_who_has_it_and_never_shown_by_repr() -> None:
    file = after_call_1()
    assert NUMBER[:5] not in "".join(sheet_for(file, CALL_2).speech.fr.split())
    caller = Caller(NUMBER, tracking="1A 123 456 7890 1")
    call = sheet_for(file, CALL_2, caller)
    assert "2 91 07 99 404 123 37" in call.speech.fr.replace(NO_BREAK, " ")
    assert "404 123" not in repr(caller) + repr(call) + repr(Heard("number_active", {"number": NUMBER}))
    with pytest.raises(NotANumber):
        sheet_for(file, CALL_2, Caller("12"))


def test_a_day_that_only_we_promised_is_not_said_to_the_caisse() -> None:
    file = deposited()
    ours = next(one for one in obligations(file, POSTED) if one.act == "issue_receipt")
    assert ours.basis == "our_promise"
    assert "2026" not in sheet_for(file, POSTED).speech.en.replace("2 March 2026", "")


def test_a_file_locked_by_an_unknown_hand_gets_the_sheet_of_a_locked_account() -> None:
    file = after_call_3()
    placed = HoldPlaced(Moment(CALL_3, "call"), "h", "no_reason_was_given", "751", (), FORM_BY, "x", "x")
    seen = as_seen(placed)
    assert seen.seen in EVENTS
    assert situation_of(file, Obligation(duties()["review_hold"], FORM_BY, "h")).name == "account_locked"
    assert situation_of(deposited(), Obligation(duties()["review_hold"], FORM_BY, "h")).name == "file_on_hold"


FIRST_SEED = int(os.environ.get("OUVERTURE_CALL_SEED", "20261123"))
HISTORIES = int(os.environ.get("OUVERTURE_CALL_HISTORIES", "120"))


class EveryState(InMemory):
    """An office that prepares the calls for every state a file reaches, and keeps what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self.states: Counter[str] = Counter()
        self.sheets: Counter[str] = Counter()
        self.wrong: list[str] = []

    def send(self, order: Order) -> Answer:
        before = self.file(order.stream)
        answer = super().send(order)
        file = self.file(order.stream)
        if file is not before:
            self._look(file, order.at.on)
        return answer

    def _look(self, file: File, day: date) -> None:
        self.states[file.attachment.mode] += 1
        for call in sheets_for(file, day, Caller(NUMBER, tracking="1A 123 456 7890 1")):
            self.sheets[call.situation.name] += 1
            self.wrong += _faults(call)


def _faults(call: CallSheet) -> list[str]:
    signs = ("{", "}", "None", "  ", "$", "0001")
    return [
        f"{call.situation.name}: {speech}"
        for speech in call.speech
        if not speech or words_aloud(speech) > MOST_WORDS or any(sign in speech for sign in signs)
    ]


def test_every_state_that_the_rehearsal_reaches_has_a_sheet_in_both_languages() -> None:
    """Histories of one person each (300 by hand); a quarter of the states are of a caisse outside this system."""
    print(f"seeds {FIRST_SEED} to {FIRST_SEED + HISTORIES - 1}")
    states: Counter[str] = Counter()
    sheets: Counter[str] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + HISTORIES):
        office = EveryState()
        rehearse(seed, 1, office=office)
        assert office.wrong == [], seed
        states += office.states
        sheets += office.sheets
    print(f"{dict(states)} states; {len(sheets)} of {len(situations())} situations: {dict(sheets)}")
    assert min(states["connected"], states["recorded"]) > 0
    assert len(sheets) >= len(situations()) // 2


class EveryAnswer(EveryState):
    """An office that also notes one answer for each state of a file of a caisse outside: in turn, all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    def _look(self, file: File, day: date) -> None:
        if file.connected or file.attachment.stage == "closed":
            return
        call = sheet_for(file, day)
        answer = min(call.situation.answers, key=lambda one: (self.heard[one.name], one.name))
        self.heard[answer.name] += 1
        values = {need.name: day if need.kind == "date" else ANY_NEED[need.name] for need in answer.needs}
        for command in noted(file, call, [Heard(answer.name, values)], Note(promised_by=day)):
            outcome = run(file, command, day, "call")
            if not isinstance(outcome, Appended):
                self.refused[f"{answer.name}: {outcome.code}"] += 1
                return
            file = outcome.file


def test_whatever_is_answered_in_whatever_state_the_note_is_taken() -> None:
    """The number is always the same here, so a file that has another one keeps it as an alias; nothing is refused."""
    print(f"seeds {FIRST_SEED} to {FIRST_SEED + 59}")
    refused: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + 60):
        office = EveryAnswer()
        rehearse(seed, 2, office=office)
        refused += office.refused
        heard += office.heard
    print(f"{heard.total()} notes of {len(heard)} answers")
    assert refused == {}
    assert len(heard) > len(answers()) // 2
