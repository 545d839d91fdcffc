"""A card waits for no account: the paper form goes out when the first code died unused."""

from datetime import timedelta

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.card.decisions import OrderCard, ReturnCardForm
from ouverture.dossier.hold.decisions import PlaceHold
from ouverture.dossier.invariants.every import broken_state
from tests.dossier.acting import acts
from tests.dossier.certified import CERTIFIED, certified, done, woken

CODE_DIES = CERTIFIED + timedelta(days=60)
NEXT = CODE_DIES + timedelta(days=1)


def test_the_form_goes_out_the_day_after_the_code_died_and_the_card_can_be_ordered() -> None:
    before, happened = woken(certified(), CODE_DIES)
    assert "card_form_sent" not in happened
    assert "order_card" not in acts(before, CODE_DIES)
    file, happened = woken(before, NEXT)
    assert "card_form_sent" in happened
    assert {"order_card", "activate_account"} <= acts(file, NEXT)
    assert done(file, ReturnCardForm(), NEXT).card.stage("plastic") == "ordered"


def test_it_goes_once_and_not_to_whoever_opened_the_account_or_ordered() -> None:
    file, _ = woken(certified(), NEXT)
    assert "card_form_sent" not in woken(file, NEXT + timedelta(days=200))[1]
    active = done(certified(), ActivateAccount(), CERTIFIED)
    for one in (active, done(active, OrderCard(), CERTIFIED)):
        assert "card_form_sent" not in woken(one, NEXT)[1]


def test_without_the_policy_an_invariant_says_so() -> None:
    off = frozenset({"send_the_form_unasked"})
    file, happened = woken(certified(off), NEXT + timedelta(days=1), off)
    assert "card_form_sent" not in happened
    assert any("no paper form" in said for _, said in broken_state(file, NEXT + timedelta(days=1)))


def test_a_hold_on_the_card_does_not_break_it() -> None:
    hold = PlaceHold("h1", "data_being_checked", ("order_card",), CERTIFIED + timedelta(days=10))
    file, _ = woken(done(certified(), hold, CERTIFIED), NEXT)
    assert file.card.form_sent_on
