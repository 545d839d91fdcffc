from datetime import date, timedelta

import pytest

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.card.decisions import (
    AskForCertificate,
    ConfirmCardDelivery,
    DeclareCardLost,
    OrderCard,
    OrderEuropeanCard,
    ProduceCard,
    RenewCard,
    ReturnCardForm,
    SendCardForm,
)
from ouverture.dossier.file import File
from ouverture.dossier.hold.decisions import PlaceHold
from ouverture.dossier.kernel import Command
from ouverture.dossier.obligations import obligations
from ouverture.dossier.rights.events import Period
from ouverture.dossier.words import table
from tests.dossier.certified import CERTIFIED, certified, done, kinds, opened, outcome, refused, waiting

LATER = CERTIFIED + timedelta(days=120)


def with_account() -> File:
    return done(certified(), ActivateAccount(), CERTIFIED)


@pytest.mark.parametrize(
    "order", [OrderCard(), ReturnCardForm(), OrderCard("app"), OrderEuropeanCard(LATER), AskForCertificate(LATER)]
)
def test_every_card_waits_for_the_permanent_number_and_says_who_acts_by_when(order: Command) -> None:
    no = refused(waiting(), order, CERTIFIED)
    assert (no.code, no.who_can_act) == ("needs_permanent_number", "cnav")
    assert no.by is not None


def test_a_card_needs_open_rights() -> None:
    file = certified()
    file = file._replace(rights=file.rights._replace(stage="closed"))
    assert refused(file, ReturnCardForm(), CERTIFIED).code == "card_needs_rights"


def test_an_online_order_needs_the_account_and_names_the_paper_form() -> None:
    no = refused(certified(), OrderCard(), CERTIFIED)
    assert no.code == "online_order_needs_account"
    assert "paper form" in no.says.en
    assert kinds(outcome(with_account(), OrderCard(), CERTIFIED).events)[0] == "card_ordered"


def test_the_paper_form_needs_no_account() -> None:
    file = done(certified(), SendCardForm(), CERTIFIED)
    assert file.card.form_sent_on == CERTIFIED
    file = done(file, ReturnCardForm(), CERTIFIED)
    card = file.card.of("plastic")
    assert card is not None
    assert (card.stage, card.route) == ("ordered", "paper_form")


def test_the_app_needs_the_account() -> None:
    assert refused(certified(), OrderCard("app", "desk"), CERTIFIED).code == "app_needs_account"
    assert done(with_account(), OrderCard("app", "account", ("identity_document",)), CERTIFIED).card.stage("app")


@pytest.mark.parametrize(
    ("order", "item", "words"),
    [
        (OrderCard(given=("identity_document",)), "photo", "an identity photo in colour"),
        (ReturnCardForm(given=("photo", "identity_document")), "signature", "your signature on the form"),
        (OrderCard("app", given=()), "identity_document", "a copy of an identity or stay document"),
    ],
)
def test_an_order_names_what_is_missing(order: Command, item: str, words: str) -> None:
    no = refused(with_account(), order, CERTIFIED)
    assert (no.code, no.piece, no.who_can_act) == ("card_items_missing", item, "person")
    assert words in no.says.en


def test_never_two_of_the_same_form_but_one_of_each() -> None:
    file = done(with_account(), OrderCard(), CERTIFIED)
    assert refused(file, OrderCard(), CERTIFIED).code == "one_card_of_each_form"
    assert refused(file, ReturnCardForm(), CERTIFIED).code == "one_card_of_each_form"
    file = done(file, OrderCard("app"), CERTIFIED)
    assert {one.form for one in file.card.items} == {"plastic", "app"}


def test_a_hold_stops_the_online_order_and_not_the_paper_form() -> None:
    hold = PlaceHold("h1", "data_being_checked", ("order_card",), CERTIFIED + timedelta(days=5))
    file = done(with_account(), hold, CERTIFIED)
    assert refused(file, OrderCard(), CERTIFIED).holds == ("h1",)
    assert done(file, ReturnCardForm(), CERTIFIED).card.stage("plastic") == "ordered"


def test_a_lost_card_is_ordered_again_and_a_working_one_renewed_with_a_reason() -> None:
    file = done(done(with_account(), OrderCard("app"), CERTIFIED), ProduceCard("app"), CERTIFIED)
    assert file.card.stage("app") == "in_use"
    assert refused(file, RenewCard("", "app"), CERTIFIED).code == "no_reason_given"
    assert refused(file, RenewCard("usage name", "app", given=()), CERTIFIED).code == "card_items_missing"
    assert done(file, RenewCard("usage name", "app"), CERTIFIED).card.stage("app") == "ordered"
    file = done(file, DeclareCardLost("stolen", "app"), CERTIFIED)
    lost = file.card.of("app")
    assert lost is not None
    assert lost.stopped_by == "stolen"
    assert refused(file, RenewCard("wear", "app"), CERTIFIED).code == "not_now"
    assert done(file, OrderCard("app"), CERTIFIED).card.stage("app") == "ordered"


def test_once_the_account_is_open_the_order_is_the_persons_to_make() -> None:
    def acts(file: File) -> list[tuple[str, date]]:
        return [(one.holder, one.due) for one in obligations(file, CERTIFIED) if one.act == "order_card"]

    assert acts(certified()) == []
    assert acts(with_account()) == [("person", CERTIFIED + timedelta(days=30))]
    assert acts(done(certified(), SendCardForm(), CERTIFIED)) == [("person", CERTIFIED + timedelta(days=30))]
    assert acts(done(with_account(), OrderCard(), CERTIFIED)) == []


def test_a_european_card_is_made_for_two_years_and_a_certificate_for_three_months() -> None:
    ordered = outcome(with_account(), OrderEuropeanCard(LATER), CERTIFIED)
    assert kinds(ordered.events) == ("card_ordered", "message_queued")
    file = done(ordered.file, ProduceCard("european"), CERTIFIED)
    card = file.card.of("european")
    assert card is not None
    assert card.last_day == date(2028, 4, 14)
    file = done(file, AskForCertificate(LATER - timedelta(days=60)), CERTIFIED)
    certificate = file.card.of("certificate")
    assert certificate is not None
    assert (certificate.stage, certificate.last_day) == ("in_use", date(2026, 7, 14))


def test_a_european_card_never_outlives_the_rights() -> None:
    file = done(with_account(), OrderEuropeanCard(LATER), CERTIFIED)
    periods = (Period(CERTIFIED, date(2026, 12, 31), "resident"),)
    file = done(file._replace(rights=file.rights._replace(periods=periods)), ProduceCard("european"), CERTIFIED)
    card = file.card.of("european")
    assert card is not None
    assert card.last_day == date(2026, 12, 31)


@pytest.mark.parametrize(("days", "certificate"), [(20, "none"), (19, "in_use"), (0, "in_use")])
def test_too_late_for_the_card_gives_the_certificate_in_the_same_step(days: int, certificate: str) -> None:
    leaving = date(2026, 6, 9) + timedelta(days=days)
    file = done(with_account(), OrderEuropeanCard(leaving), date(2026, 6, 9))
    assert (file.card.stage("european"), file.card.stage("certificate")) == ("ordered", certificate)


def test_without_their_policies_no_certificate_comes() -> None:
    soon = CERTIFIED + timedelta(days=3)
    for name, stage in (("certificate_when_too_late", "none"), ("certificate_at_once", "ordered")):
        file = done(with_account(), OrderEuropeanCard(soon), CERTIFIED, off=frozenset({name}))
        assert file.card.stage("certificate") == stage
    assert "produce_certificate" in {each.act for each in obligations(file, CERTIFIED)}


def test_a_trip_in_the_past_a_card_under_way_and_a_card_still_good_are_said() -> None:
    file = with_account()
    assert refused(file, OrderEuropeanCard(CERTIFIED - timedelta(days=1)), CERTIFIED).code == "trip_is_over"
    file = done(file, OrderEuropeanCard(LATER), CERTIFIED)
    assert refused(file, OrderEuropeanCard(LATER), CERTIFIED).code == "european_card_under_way"
    file = done(done(file, ProduceCard("european"), CERTIFIED), ConfirmCardDelivery("european"), CERTIFIED)
    assert refused(file, OrderEuropeanCard(LATER), CERTIFIED).by == date(2028, 4, 14)
    beyond = outcome(file, OrderEuropeanCard(date(2028, 5, 1)), CERTIFIED)
    assert kinds(beyond.events)[0] == "card_renewed"


@pytest.mark.parametrize("ground", table("cards")["european"]["not_for_grounds"])
def test_an_s1_or_state_medical_aid_gives_no_european_card(ground: str) -> None:
    file = with_account()
    file = file._replace(rights=file.rights._replace(periods=(Period(CERTIFIED, None, ground),)))
    assert refused(file, OrderEuropeanCard(LATER), CERTIFIED).code == "european_card_elsewhere"


def test_a_caisse_outside_is_not_judged() -> None:
    file = opened(mode="recorded")
    file = done(file, OrderCard(given=()), CERTIFIED)
    file = done(file, OrderEuropeanCard(CERTIFIED), CERTIFIED)
    file = done(file, ReturnCardForm(), CERTIFIED, "call") if file.card.stage("plastic") == "none" else file
    assert {one.stage for one in file.card.items} == {"ordered"}
    assert {"produce_card", "produce_european_card"} <= {each.act for each in obligations(file, CERTIFIED)}
