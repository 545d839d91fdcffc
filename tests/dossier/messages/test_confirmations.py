"""What a person does that could be somebody else's doing is confirmed to them (M18); the rest is not echoed."""

from __future__ import annotations

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.card.decisions import OrderCard, OrderEuropeanCard
from ouverture.dossier.claim.requests import RecordBankDetails
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.telling import letter
from tests.dossier.certified import CERTIFIED, OPENED, certified, done, opened, outcome

IBAN = "FR7630006000011234567890189"
OWN_ACCOUNT = RecordBankDetails(IBAN, "Ada Martin", "Ada Martin")
TRIP = CERTIFIED.replace(year=CERTIFIED.year + 1)


def with_account() -> File:
    return done(certified(), ActivateAccount(), CERTIFIED)


def told(file: File, wanted: Command) -> list[tuple[str, ...]]:
    """What each message that follows tells of."""
    return [one.about for one in outcome(file, wanted, CERTIFIED).events if isinstance(one, MessageQueued)]


def test_an_order_for_a_card_is_confirmed() -> None:
    assert told(with_account(), OrderCard()) == [("card_ordered",)]
    assert told(with_account(), OrderEuropeanCard(TRIP)) == [("card_ordered",)]


def test_a_new_account_for_payments_is_confirmed_by_its_last_digits_only() -> None:
    found = outcome(certified(), OWN_ACCOUNT, CERTIFIED)
    assert [one.about for one in found.events if isinstance(one, MessageQueued)] == [("bank_details_recorded",)]
    words = letter(found.events, found.file, CERTIFIED)
    assert "189" in words.en
    assert "tell your caisse at once" in words.en
    assert IBAN not in words.en + words.fr


def test_an_account_in_another_name_is_said_to_be_so() -> None:
    found = outcome(certified(), RecordBankDetails(IBAN, "Jean Petit", "Ada Martin"), CERTIFIED)
    assert "This name is not yours" in letter(found.events, found.file, CERTIFIED).en


def test_with_a_caisse_outside_nothing_is_confirmed_that_we_did_not_do() -> None:
    found = outcome(opened(mode="recorded"), OWN_ACCOUNT, OPENED)
    assert [one.kind for one in found.events] == ["bank_details_recorded"]
