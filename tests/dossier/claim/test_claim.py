from datetime import date
from random import Random
from typing import Any

import pytest

from ouverture.dossier.claim.decisions import mask
from ouverture.dossier.claim.events import ClaimPaid, ClaimReceived, Claims, PricedLine, balance, entries
from ouverture.dossier.claim.holder import holder_differs
from ouverture.dossier.claim.ledger import Ledger
from ouverture.dossier.claim.requests import (
    ConfirmAccountHolder,
    HoldPayments,
    NoticeOverpayment,
    PayClaim,
    PayWhatWasHeld,
    PriceClaim,
    ReceiveClaim,
    RecordBankDetails,
    RecordBankRejection,
    RecordParticipationsPaid,
    RecordRecovery,
    RefuseLine,
)
from ouverture.dossier.file import File, evolve, replay
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.number.decisions import DecideAfterSuspension
from ouverture.dossier.number.events import (
    CivilStatusAsked,
    FormalNoticeSent,
    PaymentsSuspended,
    RestoredForGood,
    SuspensionConfirmed,
    WaitingNumberIssued,
)
from ouverture.dossier.obligations import obligations
from ouverture.dossier.records import from_record, sealed_fields, to_record
from ouverture.dossier.rights.events import RightsOpened
from tests.dossier.acting import acts, after, opened, refused
from tests.dossier.claim.random_money import paid_twice, unbalanced

OPEN, CARE, DAY = date(2026, 1, 12), date(2026, 2, 10), date(2026, 3, 2)
IBAN = "FR76 3000 6000 0112 3456 7890 189"
OTHER_IBAN = "DE89370400440532013000"
AT = Moment(OPEN, "caisse")
VISIT = (("GP", 3000), ("BLOOD", 2000))
PRICE = (PricedLine(0, 3000, 1900), PricedLine(1, 2000, 1000))


def covered(mode: Any = "connected") -> File:
    return replay((WaitingNumberIssued(AT, "n"), RightsOpened(AT, OPEN, "residence", OPEN)), opened(mode))


def with_bank(mode: Any = "connected") -> File:
    return after(covered(mode), RecordBankDetails(IBAN, "Nour Haddad"), OPEN)


def received(file: File, name: str = "s1", **changed: Any) -> File:
    said: dict[str, Any] = {"care_on": CARE, "lines": VISIT} | changed
    return after(file, ReceiveClaim(name, **said), DAY)


def priced(file: File) -> File:
    return after(file, PriceClaim("s1", PRICE), DAY)


def suspended(file: File) -> File:
    at = Moment(DAY, "caisse")
    before = replay((CivilStatusAsked(at), FormalNoticeSent(at, "")), file)
    return evolve(before, PaymentsSuspended(at))


def paid() -> File:
    return after(priced(received(with_bank())), PayClaim("s1"), DAY)


def test_a_sheet_is_priced_and_paid_to_the_account_whose_ends_are_shown() -> None:
    outcome = run(priced(received(with_bank())), PayClaim("s1"), DAY)
    assert isinstance(outcome, Appended)
    gone = next(e for e in outcome.events if isinstance(e, ClaimPaid))
    assert (gone.cents, gone.account) == (2900, "FR76…0189")
    assert outcome.file.claim.ledger == Ledger(health_costs=2900, bank=-2900)


def test_every_event_that_moves_money_is_balanced_to_the_cent() -> None:
    rng = Random(7)
    file = with_bank()
    for turn in range(40):
        name, cents = f"s{turn}", rng.randint(1, 9000)
        base = rng.randint(0, cents)
        owed, taken = rng.randint(0, base), rng.randint(0, min(base, file.claim.ledger.owed_participations))
        repaid = rng.randint(0, base - taken)
        steps: list[Command] = [
            ReceiveClaim(name, CARE, (("GP", cents),), again="another visit"),
            PriceClaim(name, (PricedLine(0, base, repaid),), owed, taken),
        ]
        if repaid:
            steps.append(PayClaim(name))
            wrongly = rng.randint(1, repaid)
            steps += [NoticeOverpayment(name, wrongly, "wrong base"), RecordRecovery(name, wrongly)]
        if turn % 3 == 0 and (left := file.claim.ledger.owed_participations - taken + owed):
            steps.append(RecordParticipationsPaid(rng.randint(1, left)))
        file = _balanced(file, steps)
    left = file.claim.ledger.owed_participations
    file = _balanced(file, [RecordParticipationsPaid(left)]) if left else file
    owes_nothing = file.claim.ledger
    assert (owes_nothing.due_to_person, owes_nothing.to_recover, owes_nothing.owed_participations) == (0, 0, 0)
    assert not file.claim.open


def _balanced(file: File, steps: list[Command]) -> File:
    for step in steps:
        outcome = run(file, step, DAY)
        assert isinstance(outcome, Appended), outcome
        for happened in outcome.events:
            moved = entries(happened)
            assert sum(one.debit for one in moved) == sum(one.credit for one in moved)
            file = evolve(file, happened)
            assert balance(file.claim) == 0
            assert file.claim.ledger.owed_participations >= 0
    return file


def test_the_ledger_is_even_over_random_claims_and_nothing_is_paid_twice() -> None:
    assert unbalanced(4_000, seed=11) == []
    assert paid_twice(with_bank(), 60, seed=11) == []


def test_what_the_person_pays_of_the_participations_owed_leaves_the_account() -> None:
    owing = after(received(with_bank()), PriceClaim("s1", (PRICE[0], PricedLine(1, 2000, 1200)), owed=200), DAY)
    assert owing.claim.ledger.owed_participations == 200
    for cents in (0, -1, 201):
        refusal = refused(owing, RecordParticipationsPaid(cents), DAY)
        assert refusal.code == "pays_more_than_owed"
        assert "€2.00" in refusal.says.en
    paid_back = after(owing, RecordParticipationsPaid(200), DAY)
    assert (paid_back.claim.ledger.owed_participations, balance(paid_back.claim)) == (0, 0)
    assert refused(paid_back, RecordParticipationsPaid(1), DAY).code == "pays_more_than_owed"


def test_a_sheet_is_paid_once() -> None:
    refusal = refused(paid(), PayClaim("s1"), date(2026, 3, 9))
    assert (refusal.code, refusal.by) == ("already_paid", DAY)


def test_the_caisse_has_our_usual_time_to_price_and_to_pay() -> None:
    due = {one.act: one.due for one in obligations(received(with_bank()), DAY)}
    assert due["price_claim"] == date(2026, 3, 23)
    assert "price_electronic_claim" in acts(received(with_bank(), electronic=True), DAY)
    assert {one.act: one.due for one in obligations(priced(received(with_bank())), DAY)}["pay_claim"] == date(
        2026, 3, 9
    )
    assert "pay_electronic_claim" in acts(priced(received(with_bank(), electronic=True)), DAY)
    assert "pay_claim" not in acts(paid(), DAY)


def test_without_an_account_the_person_owes_the_bank_details_and_the_money_waits() -> None:
    file = priced(received(covered()))
    owed = next(one for one in obligations(file, DAY) if one.act == "give_bank_details")
    assert owed.holder == "person"
    assert "pay_claim" not in acts(file, DAY)
    assert refused(file, PayClaim("s1"), DAY).code == "bank_details_missing"
    file = after(file, RecordBankDetails(IBAN, "Nour Haddad"), date(2026, 4, 1))
    assert next(one.due for one in obligations(file, date(2026, 4, 1)) if one.act == "pay_claim") == date(2026, 4, 8)


def test_another_holder_is_a_question_and_never_stops_a_payment() -> None:
    file = after(covered(), RecordBankDetails(IBAN, "Jean Petit", "Nour Haddad"), OPEN)
    assert "confirm_account_holder" in acts(file, OPEN)
    assert after(priced(received(file)), PayClaim("s1"), DAY).claim.settled[0].paid == 2900
    file = after(file, ConfirmAccountHolder("my husband's account"), DAY)
    assert "confirm_account_holder" not in acts(file, DAY)
    assert refused(file, ConfirmAccountHolder("x"), DAY).code == "no_holder_question"


@pytest.mark.parametrize(("holder", "person", "asked"), [
    ("HADDAD NOUR", "Nour Haddad", False),
    ("M. Petit ou Mme Nour Haddad", "Nour Haddad", False),
    ("N'Guessan Aïcha", "Aicha N'Guessan", False),
    ("Jean Petit", "Nour Haddad", True),
    ("Jean Haddad", "Nour Haddad", True),
    ("Nour Haddad", "", False),
])  # fmt: skip
def test_names_are_compared_without_case_accents_or_order(holder: str, person: str, asked: bool) -> None:
    assert holder_differs(holder, person) is asked


def test_the_account_number_is_sealed_and_survives_the_journal() -> None:
    outcome = run(covered(), RecordBankDetails(IBAN, "Nour Haddad"), OPEN)
    assert isinstance(outcome, Appended)
    happened = outcome.events[0]
    assert sealed_fields(happened.kind) == {"iban", "holder_name"}
    assert from_record(happened.kind, to_record(happened)) == happened
    assert mask("") == ""


def test_a_priced_line_survives_the_journal() -> None:
    outcome = run(received(with_bank()), PriceClaim("s1", PRICE), DAY)
    assert isinstance(outcome, Appended)
    assert from_record("claim_priced", to_record(outcome.events[0])) == outcome.events[0]


def test_a_sheet_whose_lines_are_all_refused_is_settled_and_may_be_sent_again() -> None:
    file = received(with_bank(), lines=(("GP", 3000),))
    file = after(file, RefuseLine("s1", 0, "unreadable", "The doctor's stamp cannot be read."), DAY)
    assert file.claim.settled[0].stage == "refused"
    assert "price_claim" not in acts(file, DAY)
    assert received(file, "s2", lines=(("GP", 3000),)).claim.open[0].claim == "s2"


def test_a_refused_line_is_left_out_of_the_price() -> None:
    file = after(received(with_bank()), RefuseLine("s1", 1, "no_prescription", "The prescription is missing."), DAY)
    assert refused(file, PriceClaim("s1", PRICE), DAY).code == "every_line_once"
    assert after(file, PriceClaim("s1", PRICE[:1]), DAY).claim.open[0].due == 1900


def test_a_sheet_repaid_at_nothing_is_settled_at_once() -> None:
    file = received(with_bank(), lines=(("BOX", 200),))
    file = after(file, PriceClaim("s1", (PricedLine(0, 200, 0),)), DAY)
    assert file.claim.settled[0].stage == "paid"


def test_what_is_priced_is_held_when_payments_are_suspended_and_paid_when_restored() -> None:
    file = suspended(priced(received(with_bank())))
    file = after(file, HoldPayments(), DAY)
    assert file.claim.open[0].stage == "held"
    refusal = refused(file, PayClaim("s1"), DAY)
    assert (refusal.code, refusal.piece) == ("payments_suspended", "birth_certificate")
    owed = next(one for one in obligations(file, DAY) if one.act == "release_held_payment")
    assert (owed.holder, owed.due, owed.basis) == ("caisse", date(2026, 6, 2), "article")
    assert refused(file, PayWhatWasHeld(), DAY).code == "payments_suspended"
    restored = evolve(file, RestoredForGood(Moment(DAY, "caisse")))
    assert after(restored, PayWhatWasHeld(), DAY).claim.settled[0].paid == 2900


def test_the_policies_hold_and_release_by_themselves() -> None:
    file = suspended(received(with_bank()))
    file = priced(file)
    assert file.claim.open[0].stage == "held"
    restored = after(file, DecideAfterSuspension("impossible_for_ever"), date(2026, 4, 1))
    assert restored.claim.settled[0].stage == "paid"
    off = frozenset({"pay_what_was_held"})
    still = after(file, DecideAfterSuspension("impossible_for_ever"), date(2026, 4, 1), None, off)
    assert still.claim.open[0].stage == "held"
    assert "pay_claim" in acts(still, date(2026, 4, 1))


def test_what_was_held_is_paid_when_the_account_comes_after_the_restoration() -> None:
    file = priced(suspended(received(covered())))
    restored = after(file, DecideAfterSuspension("impossible_for_ever"), date(2026, 4, 1))
    assert restored.claim.open[0].stage == "held"
    assert after(restored, RecordBankDetails(IBAN, "Nour Haddad"), date(2026, 4, 8)).claim.settled[0].stage == "paid"


def test_with_its_policy_off_a_priced_sheet_is_not_held() -> None:
    off = frozenset({"hold_payments_while_suspended"})
    file = after(suspended(received(with_bank())), PriceClaim("s1", PRICE), DAY, None, off)
    assert file.claim.open[0].stage == "priced"


def test_after_a_suspension_for_good_nothing_is_paid_and_the_decision_can_be_contested() -> None:
    file = evolve(suspended(priced(received(with_bank()))), SuspensionConfirmed(Moment(DAY, "caisse"), True))
    assert refused(file, PayClaim("s1"), DAY).code == "payments_stopped"
    assert "pay_claim" not in acts(file, DAY)
    assert "lodge_appeal" in acts(file, DAY)


def test_a_transfer_that_the_bank_sends_back_is_due_again_and_leaves_once_another_account_is_given() -> None:
    back = run(paid(), RecordBankRejection("s1", "account_closed"), DAY)
    assert isinstance(back, Appended)
    assert back.file.claim.ledger == Ledger(health_costs=2900, due_to_person=-2900)
    assert (back.file.claim.iban, back.file.claim.open[0].stage) == ("", "priced")
    assert "give_bank_details" in acts(back.file, DAY)
    assert refused(back.file, PayClaim("s1"), DAY).code == "bank_details_missing"
    assert refused(back.file, RecordBankRejection("s1", "not_said"), DAY).code == "no_payment_to_send_back"
    again = after(after(back.file, RecordBankDetails(OTHER_IBAN, "Nour Haddad"), DAY, "person"), PayClaim("s1"), DAY)
    assert again.claim.ledger == Ledger(health_costs=2900, bank=-2900)
    assert again.claim.settled[0].paid_to.endswith(OTHER_IBAN[-4:])


def test_an_account_given_meanwhile_is_kept_when_the_bank_of_the_one_before_sends_a_transfer_back() -> None:
    meanwhile = after(paid(), RecordBankDetails(OTHER_IBAN, "Nour Haddad"), DAY, "person")
    file = after(meanwhile, RecordBankRejection("s1", "account_unknown"), DAY)
    assert file.claim.iban == OTHER_IBAN
    assert "pay_claim" in acts(file, DAY)
    assert "give_bank_details" not in acts(file, DAY)


def test_an_overpayment_is_owed_until_it_is_given_back() -> None:
    file = after(paid(), NoticeOverpayment("s1", 500, "the base was wrong"), DAY)
    assert "repay_overpayment" in acts(file, DAY)
    file = after(file, RecordRecovery("s1", 200), DAY)
    assert file.claim.open[0].to_recover == 300
    file = after(file, RecordRecovery("s1", 300), DAY)
    assert file.claim.settled[0].stage == "recovered"
    assert "repay_overpayment" not in acts(file, DAY)


def test_an_overpayment_is_reclaimed_within_two_years_except_for_fraud() -> None:
    late = date(2028, 3, 2)
    refusal = refused(paid(), NoticeOverpayment("s1", 500, "the base was wrong"), late)
    assert (refusal.code, refusal.by) == ("overpayment_too_late", date(2028, 3, 1))
    assert after(paid(), NoticeOverpayment("s1", 500, "a false sheet", fraud=True), late).claim.open


def test_a_caisse_outside_pays_what_was_seen_on_the_account() -> None:
    file = received(covered("recorded"))
    file = after(file, PayClaim("s1", 2900), DAY)
    assert file.claim.settled[0].paid == 2900
    assert balance(file.claim) == 0
    assert refused(file, PayClaim("s1", 2900), DAY).code == "already_paid"


def test_rights_not_written_down_do_not_stop_a_sheet_outside_this_system() -> None:
    assert received(opened("recorded")).claim.open
    assert refused(opened(), ReceiveClaim("s1", CARE, VISIT), DAY).code == "no_cover_yet"


def test_the_two_years_run_from_the_quarter_after_the_care() -> None:
    file = covered()
    assert after(file, ReceiveClaim("s1", CARE, VISIT), date(2028, 3, 31)).claim.open
    refusal = refused(file, ReceiveClaim("s1", CARE, VISIT), date(2028, 4, 1))
    assert (refusal.code, refusal.by) == ("sheet_too_late", date(2028, 3, 31))
    assert "L160-11" in refusal.says.fr


def test_an_event_about_an_unknown_sheet_seen_outside_changes_nothing() -> None:
    assert evolve(opened("recorded"), ClaimPaid(Moment(DAY, "letter"), "s9", 100, "")).claim == Claims()


@pytest.mark.parametrize(("wanted", "code"), [
    (ReceiveClaim("s1", CARE, (("X", 1),)), "sheet_already_recorded"),
    (ReceiveClaim("s2", CARE, VISIT[::-1]), "sheet_sent_twice"),
    (ReceiveClaim("s2", CARE, ()), "sheet_without_lines"),
    (ReceiveClaim("s2", CARE, (("GP", 0),)), "sheet_without_lines"),
    (ReceiveClaim("s2", date(2026, 3, 3), VISIT), "care_in_the_future"),
    (ReceiveClaim("s2", date(2026, 1, 11), VISIT), "care_not_covered"),
    (ReceiveClaim("s2", date(2015, 1, 11), VISIT), "care_before_our_texts"),
    (RefuseLine("s1", 2, "x", "x"), "unknown_claim_line"),
    (RefuseLine("s9", 0, "x", "x"), "unknown_claim_line"),
    (RefuseLine("s1", 0, "x", ""), "line_refused_without_reason"),
    (PriceClaim("s9", PRICE), "unknown_claim"),
    (PriceClaim("s1", PRICE[:1]), "every_line_once"),
    (PriceClaim("s1", (PRICE[0], PRICE[0])), "every_line_once"),
    (PriceClaim("s1", (PRICE[0], PricedLine(1, 2001, 1))), "amounts_out_of_order"),
    (PriceClaim("s1", (PRICE[0], PricedLine(1, 1000, 1001))), "amounts_out_of_order"),
    (PriceClaim("s1", (PRICE[0], PricedLine(1, 1000, -1))), "amounts_out_of_order"),
    (PayClaim("s9"), "unknown_claim"),
    (PayClaim("s1"), "nothing_to_pay"),
    (PayClaim("s1", 100), "not_now"),
    (HoldPayments(), "payments_not_suspended"),
    (RecordBankRejection("s9", "not_said"), "unknown_claim"),
    (RecordBankRejection("s1", "not_said"), "no_payment_to_send_back"),
    (NoticeOverpayment("s1", 1, "x"), "unknown_claim"),
    (RecordRecovery("s1", 1), "recovers_more_than_owed"),
    (RecordBankDetails("FR76 3000 6000 0112 3456 7890 188", "x"), "not_an_iban"),
    (RecordBankDetails("hello", "x"), "not_an_iban"),
    (RecordBankDetails(IBAN, ""), "account_without_holder"),
])  # fmt: skip
def test_what_cannot_be_done_with_a_sheet_is_refused_with_a_reason(wanted: Command, code: str) -> None:
    assert refused(received(with_bank()), wanted, DAY).code == code


@pytest.mark.parametrize(("wanted", "code"), [
    (NoticeOverpayment("s1", 0, "x"), "reclaims_more_than_paid"),
    (NoticeOverpayment("s1", 2901, "x"), "reclaims_more_than_paid"),
    (NoticeOverpayment("s1", 1, ""), "no_reason_given"),
])  # fmt: skip
def test_no_more_is_reclaimed_than_was_paid(wanted: Command, code: str) -> None:
    assert refused(paid(), wanted, DAY).code == code


def test_another_amount_than_the_priced_one_is_refused() -> None:
    assert refused(priced(received(with_bank())), PayClaim("s1", 2901), DAY).code == "pays_another_amount"


def test_a_line_is_refused_once() -> None:
    file = after(received(with_bank()), RefuseLine("s1", 1, "x", "x"), DAY)
    assert refused(file, RefuseLine("s1", 1, "x", "x"), DAY).code == "line_already_refused"


def test_a_second_visit_of_the_same_day_is_taken_when_it_is_explained() -> None:
    assert len(received(received(with_bank()), "s2", again="two visits that day").claim.open) == 2


def test_a_question_about_the_holder_wants_words() -> None:
    file = after(covered(), RecordBankDetails(IBAN, "Jean Petit", "Nour Haddad"), OPEN)
    assert refused(file, ConfirmAccountHolder(""), OPEN).code == "no_reason_given"


def test_outside_this_system_a_suspension_leaves_the_caisse_owing_what_it_keeps() -> None:
    file = suspended(priced(received(with_bank("recorded"))))
    assert {"release_held_payment"} <= acts(file, DAY)
    assert "pay_claim" not in acts(file, DAY)
    restored = evolve(file, RestoredForGood(Moment(DAY, "letter")))
    assert "pay_claim" in acts(restored, DAY)


def test_the_same_sheet_seen_twice_stands_once() -> None:
    file = received(with_bank("recorded"))
    seen = ClaimReceived(Moment(DAY, "letter"), "s1", CARE, VISIT, False)
    assert len(evolve(file, seen).claim.open) == 1


def test_a_participation_owed_after_a_tiers_payant_is_taken_from_a_later_repayment() -> None:
    file = received(received(with_bank()), "s2", care_on=OPEN)
    first = after(file, PriceClaim("s1", PRICE, owed=400), DAY)
    assert first.claim.ledger.owed_participations == 400
    second = after(first, PriceClaim("s2", (PricedLine(0, 3000, 1500), PricedLine(1, 2000, 1000)), recovered=400), DAY)
    assert second.claim.ledger.owed_participations == 0
    assert balance(second.claim) == 0
    paid_out = after(after(second, PayClaim("s1"), DAY), PayClaim("s2"), DAY)
    assert paid_out.claim.ledger.due_to_person == balance(paid_out.claim) == 0
    assert paid_out.claim.ledger.bank == -(2900 + 2500)


@pytest.mark.parametrize(("owed", "recovered"), [(-1, 0), (0, -1), (0, 1), (5001, 0)])
def test_participations_are_never_taken_beyond_what_is_owed(owed: int, recovered: int) -> None:
    assert (
        refused(received(with_bank()), PriceClaim("s1", PRICE, owed, recovered), DAY).code
        == "participations_out_of_order"
    )


def test_a_price_that_is_not_the_expected_keeps_its_reason() -> None:
    file = after(received(with_bank()), PriceClaim("s1", PRICE, why="long illness, care of the protocol"), DAY)
    assert file.claim.named("s1") is not None


def test_a_price_recorded_before_participations_were_kept_is_read_as_it_was() -> None:
    record = {"on": "2026-03-02", "by": "caisse", "claim": "s1", "lines": [[0, 3000, 1900]]}
    happened = from_record("claim_priced", record)
    assert [(entry.account, entry.debit, entry.credit) for entry in entries(happened)] == [
        ("health_costs", 1900, 0),
        ("due_to_person", 0, 1900),
    ]
