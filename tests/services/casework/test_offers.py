"""A button is an act that was accepted in a dry run; the others say why not."""

from datetime import date

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import CloseFile
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import PriceClaim, ReceiveClaim
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import ApproveMerge, ProposeMerge, RecordSearch
from ouverture.dossier.kernel import SEEN_FROM_OUTSIDE, Asserter
from ouverture.dossier.machine import Appended, decide, run
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.decisions import CloseRights
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.services.casework.offers import Offer, offers
from tests.dossier.acting import after, opened

DAY = date(2026, 1, 7)


def with_papers(mode: str = "connected") -> File:
    return after(opened(mode), Deposit(("identity_document", "birth_certificate"), ground="resident"), date(2026, 1, 6))


def offered(file: File, by: Asserter, day: date = DAY) -> dict[str, Offer]:
    return {one.kind: one for one in offers(file, by, day)}


def test_each_act_offered_is_accepted_and_each_other_says_why() -> None:
    for by in ("person", "caisse", "helper", "cnav", "doctor", "post"):
        for one in offers(with_papers(), by, DAY):
            if one.command is None:
                assert one.refusal
                assert one.refusal.says.en
            else:
                assert not isinstance(decide(with_papers(), one.command, DAY, by), Refusal)


def test_what_settles_what_is_owed_comes_first_in_order_of_its_day() -> None:
    found = offers(with_papers(), "caisse", DAY)
    settling = [one for one in found if one.settles]
    assert list(found[: len(settling)]) == settling
    assert {one.kind for one in settling} >= {"accept_piece", "refuse_piece", "grant_application"}
    first = [one.settles[0].due for one in settling]
    assert first == sorted(first)


def test_an_act_on_nothing_says_that_there_is_nothing_and_who_acts_next() -> None:
    lifted = offered(with_papers(), "caisse")["lift_hold"]
    assert lifted.refusal is not None
    assert lifted.refusal.says.en == "No hold is running."
    assert lifted.refusal.by is not None


def test_the_person_is_offered_no_act_of_the_caisse() -> None:
    kinds = set(offered(with_papers(), "person"))
    assert {"receive_piece", "withdraw", "record_exchange"} <= kinds
    assert not kinds & {"accept_piece", "grant_application", "let_silence_decide"}


def test_what_the_law_does_by_itself_is_no_button_of_an_office_here() -> None:
    assert "let_silence_decide" not in offered(with_papers(), "caisse")
    assert "let_silence_decide" in offered(with_papers("recorded"), "letter", date(2026, 6, 1))


def test_what_a_caisse_outside_did_is_offered_in_words_of_the_one_who_writes_it_down() -> None:
    for by in SEEN_FROM_OUTSIDE:
        found = offered(with_papers("recorded"), by)
        assert found["grant_application"].label.en == "The caisse granted the claim"
        assert found["grant_application"].possible
        assert "The person receives" not in found["grant_application"].help.en
        asked = [field for one in found.values() for field in one.form.fields]
        # The first day of cover stands in its letter: nothing is answered beforehand.
        assert [field.value for field in asked if field.name in ("rights_from", "first")] == [(), ()]
        assert not [field.help.en for field in asked if "the person" in field.help.en.lower() and "." in field.help.en]


def test_what_a_doctor_answered_is_noted_by_the_person_and_answered_by_the_doctor() -> None:
    assert offered(with_papers(), "person")["accept_patient"].label.en == "Write down that the doctor accepts"
    assert offered(with_papers(), "doctor")["accept_patient"].label.en == "Accept this patient"


def test_nothing_but_messages_can_be_done_in_a_closed_file() -> None:
    closed = after(opened(), CloseFile("left_france"), DAY)
    possible = {one.kind for one in offers(closed, "caisse", DAY) if one.possible}
    assert possible <= {"change_channels", "confirm_delivery", "report_bounce", "review"}
    assert {one.refusal.code for one in offers(closed, "caisse", DAY) if one.refusal} <= {
        "file_closed",
        "nothing_to_choose",
        "channel_without_address",
    }


def test_an_offer_carries_its_questions_with_what_the_file_answers() -> None:
    grant = offered(with_papers(), "caisse")["grant_application"]
    by_name = {one.name: one for one in grant.form.fields}
    assert by_name["ground"].choices[0].value == "resident"
    assert by_name["rights_from"].value == ("2026-01-06",)


def test_an_act_starts_with_the_item_that_what_is_owed_is_about() -> None:
    file = after(
        opened(), RecordExchange("e1", "call", "desk", "we look", "an answer", date(2026, 1, 6)), date(2026, 1, 5)
    )
    file = after(file, LookAgain(), date(2026, 1, 8))
    again = offered(file, "caisse", date(2026, 1, 8))["record_exchange"]
    assert [one.act for one in again.settles] == ["answer_for_promise"]
    assert {one.name: one.value for one in again.form.fields}["follows"] == ("e1",)


def test_two_agents_join_two_files_and_the_first_is_told_why_not() -> None:
    outcome = run(with_papers(), ProposeMerge("p2", "same birth"), DAY, "caisse", who="agent-a")
    assert isinstance(outcome, Appended)
    for who, possible in (("agent-a", False), ("agent-b", True), ("", False)):
        found = {one.kind: one for one in offers(outcome.file, "caisse", DAY, who)}
        assert found["approve_merge"].possible is possible


def covered() -> File:
    file = after(opened(), Deposit(("identity_document",), ground="resident"), DAY)
    file = after(file, AcceptPiece("identity_document"), DAY)
    return after(after(file, RecordSearch(), DAY), GrantApplication("resident", DAY), DAY)


def test_a_sheet_of_two_lines_can_be_priced() -> None:
    number = after(covered(), IssueWaitingNumber("298079940412382"), DAY)
    file = after(number, ReceiveClaim("c1", DAY, (("visit", 3000), ("x ray", 5000))), DAY)
    priced = offered(file, "caisse")["price_claim"]
    assert priced.command == PriceClaim("c1", (PricedLine(0, 3000, 3000), PricedLine(1, 5000, 5000)))


def test_care_of_a_day_that_was_covered_can_be_sent_after_the_rights_have_ended() -> None:
    number = after(covered(), IssueWaitingNumber("298079940412382"), DAY)
    closed = after(number, CloseRights("left_france", date(2026, 3, 2)), date(2026, 3, 3))
    sent = offered(closed, "person", date(2026, 4, 1))["receive_claim"]
    assert isinstance(sent.command, ReceiveClaim)
    assert sent.command.care_on == date(2026, 3, 2)


def test_what_was_told_once_in_other_words_can_still_be_told() -> None:
    file = opened()
    for _ in range(3):
        told = offered(file, "person")["tell_change"].command
        assert told is not None
        file = after(file, told, DAY, "person")


def test_what_a_letter_left_unnamed_is_not_offered_to_be_chosen() -> None:
    file = after(opened("recorded"), ProposeMerge("", "a letter says so"), DAY, "letter")
    file = after(file, ApproveMerge(), DAY, "letter")
    assert file.identity.merged == ("",)
    assert offered(file, "letter")["split_files"].refusal is not None
