"""One person's whole life with her caisse, both sides at once, every step by click: nothing is set up by a command.

From the questions to the card, and all that the short journeys begin in the middle of: a birth act refused, then given
again, a photo refused, a doctor who declines, a kiosk, a care sheet, a number replaced, a file joined and parted, a
lost card. Walked by ``script/campaign --part journeys``.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from ouverture.dossier.file import File
from ouverture.services.casework.house import House
from ouverture.site.page.clock import today
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults
from tests.journeys.test_the_caisse_at_work import signed_in
from tests.journeys.test_the_story_at_the_desk import Story, desks, house, she, signed_in_by_code, stream_of
from tests.journeys.walking import fill_typed, interviewed, open_a_file

__all__ = ["desks", "house", "she"]
pytestmark = pytest.mark.browser
PERMANENT = "291079940412436"


class Life:
    """Her file, and who acts on it at which page."""

    def __init__(self, house: House, desks: dict[str, Page], head: Page) -> None:
        self.house, self.stream, self.head = house, stream_of(desks["person"]), head
        self.she, self.agent, self.cnav = desks["person"], desks["agent"], desks["cnav"]
        self.story = Story(house, self.stream)

    @property
    def file(self) -> File:
        """The file now."""
        return self.house.met(self.stream).state

    def does(self, page: Page, kind: str, **typed: str | tuple[str, ...]) -> None:
        """One act through its form, its page of what would happen, and its button."""
        given = {name: value if isinstance(value, tuple) else (value,) for name, value in typed.items()}
        page.goto(f"/en/file/{self.stream}/do/{kind}/")
        fill_typed(page, given)
        page.get_by_role("button", name="See what would happen").click()
        assert not page.get_by_role("alert").count(), (kind, page.get_by_role("alert").inner_text())
        page.get_by_role("button", name="Do it").click()
        expect(page.get_by_text("Done.")).to_be_visible()

    def reads(self, page: Page, words: str, place: str = "letters/") -> None:
        """She, or the agent, reads it."""
        page.goto(f"/en/file/{self.stream}/{place}")
        expect(page.get_by_text(words).first).to_be_visible()


@pytest.fixture
def life(chromium: Browser, site: str, house: House, desks: dict[str, Page]) -> Life:
    return Life(house, desks, signed_in_by_code(chromium, site, "supervisor", "751"))


def test_a_whole_life_with_the_caisse_is_lived_by_click_on_both_sides(life: Life, chromium: Browser, site: str) -> None:
    a_birth_act_is_refused_and_given_again(life)
    life.story.lived(as_desks(life), until=lambda file: file.card.stage("plastic") == "ordered")
    assert life.file.rights.stage == "open"
    a_photo_is_refused_and_the_card_made(life)
    a_doctor_declines_another_accepts_and_the_kiosk_says_it(life, chromium, site)
    a_care_sheet_is_paid_one_line_refused_and_a_part_recovered(life)
    the_number_is_replaced_and_what_is_owed_kept(life)
    another_file_is_joined_and_parted(life, chromium, site)
    the_card_is_lost_and_made_again(life)


def as_desks(life: Life) -> dict[str, Page]:
    return {"person": life.she, "post": life.she, "caisse": life.agent, "agent": life.agent, "cnav": life.cnav}


def a_birth_act_is_refused_and_given_again(life: Life) -> None:
    life.story.lived(as_desks(life), until=lambda file: file.application.stage == "open")
    life.does(life.agent, "refuse_piece", piece="birth_certificate", reason="unreadable", what_would_do="a clear copy")
    life.reads(life.she, "a clear copy")
    life.does(life.she, "receive_piece", piece="birth_certificate")
    life.agent.goto(f"/en/file/{life.stream}/review/?paper=birth_certificate")
    life.agent.locator("[name=decision][value=accept]").check(force=True)
    life.agent.get_by_role("button", name="Send the answer").click()
    expect(life.agent.get_by_text("Done.")).to_be_visible()


def a_photo_is_refused_and_the_card_made(life: Life) -> None:
    life.does(life.agent, "refuse_photo", why="The face is hidden.", what_would_do="a photo without a hat")
    life.reads(life.she, "a photo without a hat")
    life.does(life.she, "send_new_photo")
    life.does(life.agent, "produce_card")
    life.does(life.agent, "post_card")
    life.does(life.she, "confirm_card_delivery")
    assert life.file.card.stage("plastic") == "in_use"


def a_doctor_declines_another_accepts_and_the_kiosk_says_it(life: Life, chromium: Browser, site: str) -> None:
    life.does(life.she, "propose_doctor", doctor="Dr Morel")
    doctor = at_a_counter(chromium, site, "doctor@", life.stream)
    doctor.goto("/en/doctor/")
    doctor.fill("#reason", "No new patients")
    doctor.get_by_role("button", name="Decline this patient").click()
    expect(doctor.get_by_text("Done.")).to_be_visible()
    life.reads(life.she, "No new patients")
    doctor.goto("/en/doctor/")
    doctor.fill("#doctor", "Dr Amrani")
    doctor.get_by_role("button", name="Declare").click()
    expect(doctor.get_by_text("Done.")).to_be_visible()
    kiosk = at_a_counter(chromium, site, "kiosk@", life.stream)
    kiosk.goto("/en/kiosk/")
    expect(kiosk.locator(".kiosk-changes")).to_contain_text("Dr Amrani")
    kiosk.get_by_role("button", name="Update my card").click()
    expect(kiosk.get_by_role("heading", name="Take your card back")).to_be_visible()
    doctor.context.close()
    kiosk.context.close()


def at_a_counter(chromium: Browser, site: str, who: str, stream: str) -> Page:
    """A counter with her card before it: a reader of cards is no page, and is the one thing here without a click."""
    context = chromium.new_context(base_url=site, viewport=DESK)
    context.add_cookies([{"name": "ouverture", "value": signed_in(who, stream), "url": site}])
    return context.new_page()


def a_care_sheet_is_paid_one_line_refused_and_a_part_recovered(life: Life) -> None:
    life.does(life.she, "record_bank_details", iban="FR7630006000011234567890189", holder_name="Mercer Alice")
    a_sheet(life, "s1", "25,00")
    life.does(life.agent, "refuse_line", line="1", code="07", text="No prescription came with it.")
    life.does(life.agent, "price_claim")
    life.does(life.agent, "pay_claim")
    life.reads(life.she, "No prescription came with it.")
    the_bank_sends_it_back_and_it_is_paid_again(life)
    life.does(life.agent, "notice_overpayment", cents="5,00", why="The base was counted twice.")
    life.reads(life.she, "The base was counted twice.")
    life.does(life.agent, "record_recovery", cents="5,00")
    ledger = life.file.claim.ledger
    assert ledger.health_costs + ledger.due_to_person + ledger.bank + ledger.to_recover == 0
    assert ledger.to_recover == 0


def the_bank_sends_it_back_and_it_is_paid_again(life: Life) -> None:
    life.does(life.agent, "record_bank_rejection", claim="s1", bank_said="account_closed")
    life.reads(life.she, "the account is closed")
    life.does(life.she, "record_bank_details", iban="DE89370400440532013000", holder_name="Mercer Alice")
    life.does(life.agent, "pay_claim")
    assert life.file.claim.ledger.due_to_person == 0


def a_sheet(life: Life, name: str, medicine: str) -> None:
    lines = ("visit 30,00", f"medicine 65 {medicine}")
    life.does(life.she, "receive_claim", claim=name, care_on=today().isoformat(), lines=lines)


def the_number_is_replaced_and_what_is_owed_kept(life: Life) -> None:
    a_sheet(life, "s2", "18,00")
    before = life.file.number.number
    life.does(life.cnav, "replace_number", new=PERMANENT, why="A number of before was found.")
    assert (life.file.number.number, before in life.file.number.aliases) == (PERMANENT, True)
    assert [one.claim for one in life.file.claim.open] == ["s2"]


def another_file_is_joined_and_parted(life: Life, chromium: Browser, site: str) -> None:
    page = chromium.new_context(base_url=site, viewport=PHONE).new_page()
    interviewed(page)
    other = open_a_file(page, "751")
    page.context.close()
    life.does(life.agent, "propose_merge", other_file=other, why="the same person")
    life.does(life.head, "approve_merge")
    assert other in life.file.identity.merged
    life.does(life.agent, "split_files", other_file=other, why="Two persons after all.")
    assert other not in life.file.identity.merged


def the_card_is_lost_and_made_again(life: Life) -> None:
    life.does(life.she, "declare_card_lost", how="lost")
    life.does(life.she, "order_card", form="plastic", route="desk")
    life.does(life.agent, "produce_card")
    assert [one.stage for one in life.file.card.items if one.form == "plastic"] == ["produced"]
    life.reads(life.she, "Your card is made")
    for page in (life.she, life.agent, life.head):
        page.goto(f"/en/file/{life.stream}/")
        assert faults(page) == []
