from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import get_args

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication, RefusePiece
from ouverture.dossier.application.events import ApplicationGranted, ReceiptIssued
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.deciding import DECIDERS
from ouverture.dossier.file import File, evolve
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.kernel import Asserter, Moment
from ouverture.dossier.machine import Appended, decide, next_wake, open_file, run, wake
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.obligations import headline
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.seen import RecordSeen, as_seen
from ouverture.dossier.together import Together
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.dossier.watch.events import Escalated
from tests.dossier.chance import BEGINS, some_command, some_event

DAY = date(2026, 3, 2)
GROUND = "joins_insured_family"


def opened(mode: str = "connected") -> File:
    outcome = open_file(OpenFile("person-1", "751", mode), DAY)  # type: ignore[arg-type]
    assert isinstance(outcome, Appended)
    return outcome.file


def after(file: File, *orders: object, day: date = DAY) -> File:
    for order in orders:
        outcome = run(file, order, day)  # type: ignore[arg-type]
        assert isinstance(outcome, Appended), outcome
        file = outcome.file
    return file


def test_a_claim_is_acknowledged_and_what_is_missing_is_asked_for_in_the_same_step() -> None:
    outcome = run(opened(), Deposit(("identity_document",), ground=GROUND), DAY)
    assert isinstance(outcome, Appended)
    assert [one.kind for one in outcome.events] == ["deposited", "pieces_requested", "receipt_issued", "message_queued"]


def test_identity_alone_opens_a_waiting_number_and_rights() -> None:
    file = after(
        opened(),
        Deposit(("identity_document",), ground=GROUND),
        AcceptPiece("identity_document"),
        RecordSearch(()),
        GrantApplication(GROUND, DAY),
        IssueWaitingNumber("291079940412337"),
    )
    assert (file.number.stage, file.rights.stage) == ("act_asked", "open")


def test_a_second_deposit_while_the_first_is_open_is_refused_with_the_next_step() -> None:
    file = after(opened(), Deposit(("identity_document",), ground=GROUND))
    refused = run(file, Deposit((), ground=GROUND), DAY)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.by is not None) == ("not_now", True)


def test_a_file_is_opened_once_and_nothing_happens_before() -> None:
    again = run(opened(), OpenFile("person-1", "751"), DAY)
    before = run(File(), Deposit(()), DAY)
    assert isinstance(again, Refusal)
    assert isinstance(before, Refusal)
    assert (again.code, before.code) == ("file_already_open", "file_not_open")


def test_a_caisse_on_this_system_records_its_own_acts() -> None:
    file = after(opened(), Deposit(("identity_document",), ground=GROUND))
    refused = run(file, AcceptPiece("identity_document"), DAY, by="letter")
    assert isinstance(refused, Refusal)
    assert refused.code == "caisse_is_here"


def test_a_caisse_outside_is_known_by_what_was_seen() -> None:
    file = after(opened("recorded"), Deposit(("identity_document",), ground=GROUND))
    refused = run(file, AcceptPiece("identity_document"), DAY, by="caisse")
    assert isinstance(refused, Refusal)
    assert refused.code == "caisse_is_outside"
    assert isinstance(run(file, AcceptPiece("identity_document"), DAY, by="call"), Appended)


def test_a_refused_paper_needs_a_reason_and_a_way_out() -> None:
    file = after(opened(), Deposit(("identity_document",), ground=GROUND))
    refused = run(file, RefusePiece("identity_document", "blurred", ""), DAY)
    assert isinstance(refused, Refusal)
    assert refused.piece == "identity_document"


def seen_late() -> tuple[File, date]:
    """A claim deposited with a caisse outside, and a day on which its receipt and its papers are overdue."""
    file = after(opened("recorded"), Deposit(("identity_document",), "counter", ground=GROUND))
    return file, DAY + timedelta(days=30)


def test_what_was_seen_and_cannot_be_read_is_refused_however_deep_it_is_nested() -> None:
    file, day = seen_late()
    for said in ("", "[]", "[" * 100_000, '{"reason": {}}'):
        refused = run(file, RecordSeen("receipt_issued", said, day), day, "call")
        assert isinstance(refused, Refusal)
        assert refused.code == "unreadable_event"


def pressed(outcome: Appended) -> set[str]:
    """The acts that were late and are asked for again."""
    return {one.act for one in outcome.events if isinstance(one, Escalated)}


def test_what_one_call_tells_is_known_before_the_day_is_looked_at() -> None:
    file, day = seen_late()
    told = (
        as_seen(ReceiptIssued(Moment(day, "call"), "751", day, "refusal", (), True)),
        as_seen(ApplicationGranted(Moment(day, "call"), GROUND, DAY, (), day)),
    )
    one_by_one = run(file, told[0], day, "call")
    together = run(file, Together(told), day, "call")
    assert isinstance(one_by_one, Appended)
    assert isinstance(together, Appended)
    assert pressed(one_by_one) >= {"judge_pieces"}
    assert pressed(together) == {"search_number"}, "only the number, which comes after cover, is late"


def test_of_several_things_none_is_done_when_one_is_refused() -> None:
    file = after(opened(), Deposit(("identity_document",), ground=GROUND))
    refused = run(file, Together((AcceptPiece("identity_document"), AcceptPiece("birth_certificate"))), DAY, "caisse")
    assert isinstance(refused, Refusal)
    assert refused.piece == "birth_certificate"


def test_looking_again_does_what_the_day_makes_due_and_then_nothing() -> None:
    file = after(opened(), Deposit(("identity_document",), ground=GROUND))
    wakes = next_wake(file, DAY)
    assert wakes is not None
    first = run(file, LookAgain(), wakes + timedelta(days=40))
    assert isinstance(first, Appended)
    assert first.events
    again = wake(first.file, wakes + timedelta(days=40))
    assert again.events == ()


def test_every_command_has_a_decider() -> None:
    from ouverture.dossier.kernel import COMMANDS
    from tests.dossier.chance import real

    assert [kind for kind in real(COMMANDS) if COMMANDS[kind] not in DECIDERS] == []


@pytest.mark.parametrize("seed", range(12))
def test_no_order_whatever_makes_the_machine_stumble(seed: int) -> None:
    print("seed", seed)
    chance = Random(seed)
    file, day = opened(chance.choice(("connected", "recorded"))), DAY
    carried_out = refused = 0
    for _ in range(400):
        day += timedelta(days=chance.choice((0, 0, 0, 1, 3, 20)))
        outcome = run(file, some_command(chance), day, chance.choice((None, None, *get_args(Asserter))))
        if isinstance(outcome, Refusal):
            refused += 1
            assert outcome.says.fr
            assert outcome.says.en
            assert "{" not in outcome.says.fr + outcome.says.en
        else:
            carried_out += bool(outcome.events)
            file = outcome.file
            if file.attachment.stage == "closed":
                file = opened(chance.choice(("connected", "recorded")))
            assert headline(file, day) is not None
    assert carried_out > 5
    assert refused > 20


@pytest.mark.parametrize("seed", range(6))
def test_events_seen_in_any_order_always_leave_a_file_that_can_be_read(seed: int) -> None:
    print("seed", seed)
    chance = Random(seed)
    file = opened("recorded")
    for _ in range(500):
        file = evolve(file, some_event(chance, BEGINS + timedelta(days=chance.randrange(0, 700))))
        if file.attachment.stage in ("none", "closed"):
            file = opened("recorded")
        day = DAY + timedelta(days=chance.randrange(0, 700))
        headline(file, day)
        broken_state(file, day)
        decide(file, some_command(chance), day)
        wake(file, day)
