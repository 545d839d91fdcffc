"""Both sides at once, in a browser: what one desk does is read at the other in the same minute."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication, ReceiveForwarded, RefusePiece
from ouverture.dossier.card.decisions import ConfirmCardDelivery, OrderCard, PostCard, ProduceCard
from ouverture.dossier.claim.requests import ReceiveClaim, RecordBankDetails
from ouverture.dossier.identity.decisions import ProposeMerge, RecordSearch
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import IssueWaitingNumber, ReactivateNumber, SendToCnav
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.site.page.house import use
from tests.journeys.serving import PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.test_the_caisse_at_work import NUMBER, Enter, do_it, enter, house
from tests.journeys.walking import fill_typed
from tests.services.casework.wired import AGENT, DAY, FILE, SHE, act, claim

__all__ = ["enter", "house"]
pytestmark = pytest.mark.browser
PERMANENT = "291079940412436"
HERS = f"/en/file/{FILE}/"


def done(house: House, *steps: tuple[Actor, Command]) -> None:
    """What came before the journey."""
    for actor, command in steps:
        answer = act(house, actor, FILE, command)
        assert isinstance(answer, Done), answer


def by_hand(page: Page, house: House, *commands: Command) -> None:
    """Each command through its form, its page of what would happen, and its button."""
    for command in commands:
        page.goto(f"{HERS}do/{command.kind}/")
        fill_typed(page, as_typed(command, house.met(FILE).state))
        do_it(page)


def does(page: Page, kind: str, **typed: str) -> None:
    """One act through its form, its page of what would happen, and its button."""
    page.goto(f"{HERS}do/{kind}/")
    fill_typed(page, {name: (value,) for name, value in typed.items()})
    do_it(page)


def reads(page: Page, words: str, place: str = "letters/") -> None:
    """She, or the agent, reads it."""
    page.goto(HERS + place)
    expect(page.get_by_text(words).first).to_be_visible()


def test_a_card_is_refused_for_its_photo_made_lost_and_made_again(enter: Enter, house: House) -> None:
    done(
        house, (AGENT, AcceptPiece("identity_document")), (AGENT, RecordSearch((NUMBER,))),
        (AGENT, ReactivateNumber(NUMBER)), (AGENT, GrantApplication(claim().ground, DAY)),
    )  # fmt: skip
    agent, she = enter("agent@751"), enter("she", width=PHONE["width"])
    by_hand(she, house, OrderCard("plastic", "desk"))
    does(agent, "refuse_photo", why="The face is hidden.", what_would_do="a photo without a hat")
    reads(she, "a photo without a hat")
    does(she, "send_new_photo")
    by_hand(agent, house, ProduceCard(), PostCard())
    by_hand(she, house, ConfirmCardDelivery())
    does(she, "declare_card_lost", how="lost")
    assert house.met(FILE).state.card.items[-1].stage != "in_use"
    does(she, "order_card", form="plastic", route="desk")
    agent.goto(f"{HERS}do/produce_card/")
    do_it(agent)
    assert [one.stage for one in house.met(FILE).state.card.items if one.form == "plastic"] == ["produced"]
    reads(she, "Your card is made")


def test_a_care_sheet_is_paid_with_one_line_refused_and_a_part_recovered(enter: Enter, house: House) -> None:
    done(
        house, (AGENT, AcceptPiece("identity_document")), (AGENT, RecordSearch((NUMBER,))),
        (AGENT, ReactivateNumber(NUMBER)), (AGENT, GrantApplication(claim().ground, DAY)),
    )  # fmt: skip
    agent, she = enter("agent@751"), enter("she", width=PHONE["width"])
    account = RecordBankDetails("FR7630006000011234567890189", "Mercer Alice", "Mercer Alice")
    by_hand(she, house, account, ReceiveClaim("s1", DAY, (("G", 3000), ("medicine", 2500))))
    does(agent, "refuse_line", line="1", code="07", text="No prescription came with it.")
    does(agent, "price_claim")
    does(agent, "pay_claim")
    reads(she, "No prescription came with it.")
    does(agent, "notice_overpayment", cents="5,00", why="The base was counted twice.")
    reads(she, "The base was counted twice.")
    does(agent, "record_recovery", cents="5,00")
    she.goto(f"{HERS}money/")
    assert faults(she) == []
    ledger = house.met(FILE).state.claim.ledger
    assert ledger.health_costs + ledger.due_to_person + ledger.bank + ledger.to_recover == 0
    assert ledger.to_recover == 0


def test_a_missing_birth_act_comes_the_number_is_replaced_and_a_duplicate_joined_and_parted(
    enter: Enter, house: House
) -> None:
    done(
        house, (AGENT, AcceptPiece("identity_document")),
        (AGENT, RefusePiece("birth_certificate", "unreadable", "a clear copy")), (AGENT, RecordSearch()),
        (AGENT, GrantApplication(claim().ground, DAY)), (AGENT, IssueWaitingNumber(NUMBER)),
        (SHE, ReceiveClaim("s1", DAY, (("G", 3000),))),
    )  # fmt: skip
    agent, she, head = enter("agent@751"), enter("she", width=PHONE["width"]), enter("supervisor@751")
    reads(she, "a clear copy")
    does(she, "receive_piece", piece="birth_certificate")
    agent.goto(f"{HERS}review/?paper=birth_certificate")
    agent.locator("[name=decision][value=accept]").check(force=True)
    agent.get_by_role("button", name="Send the answer").click()
    expect(agent.get_by_text("Done.")).to_be_visible()
    if house.met(FILE).state.number.sent_on is None:
        by_hand(agent, house, SendToCnav())
    does(enter("cnav@"), "replace_number", new=PERMANENT, why="A number of before was found.")
    state = house.met(FILE).state
    assert (state.number.number, state.number.aliases) == (PERMANENT, (NUMBER,))
    assert [one.claim for one in state.claim.open] == ["s1"]
    by_hand(agent, house, ProposeMerge("another-file", "the same person"))
    does(head, "approve_merge")
    assert house.met(FILE).state.identity.merged == ("another-file",)
    does(agent, "split_files", other_file="another-file", why="Two persons after all.")
    assert house.met(FILE).state.identity.merged == ()
    agent.goto(f"{HERS}holds/")
    assert faults(agent) == []
    agent.goto(f"{HERS}decide/?act=refuse_application")
    assert faults(agent) == []


def test_a_claim_sent_to_the_wrong_caisse_is_sent_on_received_and_worked_with_its_first_day(
    enter: Enter, house: House
) -> None:
    both = replace(house, offices=frozenset({"751", "691"}))
    use(both)
    first_day = both.met(FILE).state.application.first_received_on
    agent, she, elsewhere = enter("agent@751"), enter("she", width=PHONE["width"]), enter("agent@691")
    elsewhere.goto(HERS)
    expect(elsewhere.get_by_text("This file does not exist, or it is not open to you")).to_be_visible()
    agent.goto(f"{HERS}decide/")
    with agent.expect_navigation():
        agent.get_by_role("link", name="Send on to the right caisse").click()
    fill_typed(agent, {"to": ("691",)})
    agent.get_by_role("button", name="See the letter").click()
    expect(agent.locator("blockquote.letter-words").first).to_contain_text("Rhône")
    agent.get_by_role("button", name="Send on to the right caisse").click()
    expect(agent.get_by_text("Done.")).to_be_visible()
    reads(she, "CPAM du Rhône")
    elsewhere.goto("/en/queue/")
    expect(elsewhere.locator(".staff-table tbody")).to_contain_text("Receive the claim that was sent on")
    elsewhere.locator(".staff-table tbody a").first.click()
    elsewhere.locator(f"main a[href='{HERS}']").first.click()
    expect(elsewhere.locator("main")).to_contain_text("Receive the claim that was sent on")
    elsewhere.goto(f"{HERS}decide/?act=grant_application")
    expect(elsewhere.get_by_text("Take it over first").first).to_be_visible()
    by_hand(elsewhere, both, ReceiveForwarded())
    state = both.met(FILE).state
    assert (state.attachment.caisse, state.application.stage) == ("691", "open")
    assert state.application.first_received_on == first_day
    agent.goto(HERS)
    expect(agent.get_by_text("This file does not exist, or it is not open to you")).to_be_visible()
    elsewhere.goto(f"{HERS}review/?paper=identity_document")
    elsewhere.locator("[name=decision][value=accept]").check(force=True)
    elsewhere.get_by_role("button", name="Send the answer").click()
    expect(elsewhere.get_by_text("Done.")).to_be_visible()
    reads(she, "CPAM du Rhône", "")
