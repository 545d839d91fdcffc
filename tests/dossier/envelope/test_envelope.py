from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from ouverture.dossier.application.decisions import Deposit, Withdraw
from ouverture.dossier.envelope.count import Count, count, unsorted
from ouverture.dossier.envelope.decisions import (
    AttachPage,
    DestroyPage,
    IssueEnvelopeReceipt,
    RegisterEnvelope,
    ResendEnvelope,
    ReturnPage,
)
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.obligations import obligations
from ouverture.dossier.records import from_record, sealed_fields, to_record
from tests.dossier.certified import OPENED, PAPERS, done, kinds, opened, outcome, refused, woken

SENT = RegisterEnvelope("e1", ("letter", "passport copy", "birth act"))
RIGHT, WRONG = "RR 473 124 829 GB", "RR 473 124 828 GB"


def owed_acts(file: File, day: date = OPENED) -> list[tuple[str, str, date]]:
    return [(each.act, each.holder, each.due) for each in obligations(file, day) if each.act.endswith("_envelope")]


def registered() -> File:
    return done(opened(), SENT, OPENED)


def with_claim(pieces: tuple[str, ...]) -> File:
    return done(done(opened(), Deposit(pieces, ground="joins_insured_family"), OPENED), SENT, OPENED)


def test_an_envelope_is_acknowledged_in_the_same_step_page_by_page() -> None:
    told = outcome(opened(), SENT, OPENED)
    assert kinds(told.events) == ("envelope_registered", "receipt_for_envelope", "message_queued")
    assert told.events[1].pages == SENT.pages  # type: ignore[attr-defined]
    assert owed_acts(told.file) == [("sort_envelope", "caisse", OPENED + timedelta(days=5))]


def test_without_the_policy_the_receipt_is_owed() -> None:
    file = done(opened(), SENT, OPENED, off=frozenset({"receipt_for_envelope"}))
    assert owed_acts(file) == [("acknowledge_envelope", "caisse", OPENED + timedelta(days=10))]
    file = done(file, IssueEnvelopeReceipt("e1"), OPENED)
    assert [act for act, _, _ in owed_acts(file)] == ["sort_envelope"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (SENT, "envelope_known"),
        (RegisterEnvelope("e2", ()), "envelope_without_list"),
        (RegisterEnvelope("e2", ("a", "b", "a")), "page_named_twice"),
        (RegisterEnvelope("e2", ("a",), "registered_post", WRONG), "tracking_number_wrong"),
        (ResendEnvelope("e9", "e2", "lost"), "no_such_envelope"),
        (ResendEnvelope("e1", "e1", "lost"), "envelope_known"),
        (ResendEnvelope("e1", "e2", ""), "no_reason_given"),
        (ResendEnvelope("e1", "e2", "lost", tracking=WRONG), "tracking_number_wrong"),
        (IssueEnvelopeReceipt("e9"), "no_such_envelope"),
        (AttachPage("e1", "nothing", "birth_certificate"), "no_such_page"),
        (AttachPage("e9", "letter", "birth_certificate"), "no_such_page"),
        (ReturnPage("e1", "letter", ""), "no_reason_given"),
        (DestroyPage("e1", "letter", ""), "no_reason_given"),
    ],
)
def test_what_would_lose_count_is_refused(wrong: Command, code: str) -> None:
    assert refused(registered(), wrong, OPENED).code == code


SORTING: list[Callable[[str], Command]] = [
    lambda page: AttachPage("e1", page, "birth_certificate"),
    lambda page: ReturnPage("e1", page, "an original"),
    lambda page: DestroyPage("e1", page, "a blank page, agent-7"),
]


@pytest.mark.parametrize("first", SORTING)
@pytest.mark.parametrize("second", SORTING)
def test_a_page_is_sorted_once(first: Callable[[str], Command], second: Callable[[str], Command]) -> None:
    file = done(registered(), first("letter"), OPENED)
    assert refused(file, second("letter"), OPENED).code == "page_already_sorted"


def test_no_page_leaves_the_count() -> None:
    file = registered()
    assert unsorted(file) == tuple(("e1", name) for name in SENT.pages)
    for page, sorting in zip(SENT.pages, SORTING, strict=True):
        file = done(file, sorting(page), OPENED)
        assert count(file).balances
    assert count(file) == Count(3, 1, 1, 1, 0, 0)
    assert owed_acts(file) == []


def test_a_lost_page_shows_in_the_count() -> None:
    file = registered()
    held = file.envelope.items[0]
    lost = file.envelope._replace(items=(held._replace(pages=held.pages[1:]),))
    assert not count(file._replace(envelope=lost)).balances


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_the_count_balances(seed: int) -> None:
    chance = Random(seed)
    file = opened()
    left = []
    for number in range(6):
        names = tuple(f"s{place}" for place in range(chance.randrange(1, 5)))
        file = done(file, RegisterEnvelope(f"e{number}", names), OPENED)
        left += [(f"e{number}", name) for name in names]
    chance.shuffle(left)
    for envelope, page in left:
        file = done(file, ReturnPage(envelope, page, "an original"), OPENED)
        assert count(file).balances
    assert unsorted(file) == ()


def test_a_page_put_in_an_open_claim_is_received_there() -> None:
    told = outcome(with_claim(("identity_document",)), AttachPage("e1", "birth act", "birth_certificate"), OPENED)
    assert kinds(told.events)[:2] == ("page_attached", "piece_received")


def test_the_last_paper_asked_for_starts_the_clock_again() -> None:
    lacking = tuple(paper for paper in PAPERS if paper != "application_form")
    file = with_claim(lacking)
    assert file.application.stopped
    told = outcome(file, AttachPage("e1", "letter", "application_form"), OPENED + timedelta(days=3))
    assert kinds(told.events)[:3] == ("page_attached", "piece_received", "clock_resumed")


def test_a_second_page_of_a_paper_does_not_undo_what_was_said_of_it() -> None:
    told = outcome(with_claim(PAPERS), AttachPage("e1", "birth act", "birth_certificate"), OPENED)
    assert "piece_received" not in kinds(told.events)


def test_without_a_claim_the_page_is_only_attached() -> None:
    assert kinds(outcome(registered(), AttachPage("e1", "letter", "birth_certificate"), OPENED).events) == (
        "page_attached",
    )
    withdrawn = done(with_claim(PAPERS), Withdraw(), OPENED)
    told = outcome(withdrawn, AttachPage("e1", "letter", "stay_document"), OPENED)
    assert "piece_received" not in kinds(told.events)


def test_an_unknown_paper_is_not_put_in_a_claim() -> None:
    assert refused(with_claim(PAPERS), AttachPage("e1", "letter", "lucky_charm"), OPENED).code == "unknown_piece"


def test_the_same_pages_go_again_in_one_step_and_the_first_stays_on_record() -> None:
    file = done(opened(mode="recorded"), SENT, OPENED)
    late = OPENED + timedelta(days=10)
    assert owed_acts(file) == [("acknowledge_envelope", "caisse", late)]
    told = outcome(file, ResendEnvelope("e1", "e2", "the caisse has nothing", tracking=RIGHT), late)
    again = told.events[0]
    assert (again.pages, again.again_of, again.why) == (SENT.pages, "e1", "the caisse has nothing")  # type: ignore[attr-defined]
    assert again.tracking == RIGHT.replace(" ", "")  # type: ignore[attr-defined]
    assert owed_acts(told.file) == [("acknowledge_envelope", "caisse", late + timedelta(days=10))]
    assert count(told.file) == Count(6, 0, 0, 0, 0, 6)
    received = done(told.file, IssueEnvelopeReceipt("e2"), late, "letter")
    assert owed_acts(received) == []


def test_an_outside_caisse_that_says_nothing_is_escalated() -> None:
    _, happened = woken(done(opened(mode="recorded"), SENT, OPENED), OPENED + timedelta(days=11))
    assert "escalated" in happened


def test_the_tracking_number_is_sealed_and_can_be_read_again() -> None:
    happened = outcome(opened(), RegisterEnvelope("e1", ("a",), "registered_post", RIGHT), OPENED).events[0]
    assert sealed_fields("envelope_registered") == {"pages", "tracking", "why"}
    assert from_record("envelope_registered", to_record(happened)) == happened
