"""What goes wrong at the person's desk: one clear sentence each, nothing lost, nothing shown to the wrong person."""

import re
from datetime import date

import pytest
from django.test import Client

from ouverture.documents.roles import NEEDS, addresses
from ouverture.dossier.refusals import refuse
from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link, revoke_links
from ouverture.site.page.words import because, why_not
from ouverture.text import Text
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import done, text_of
from tests.site.test_roles import SHOWN, _filled

HERS = f"/en/file/{RECORD}"
CLAIM = {"pieces": "identity_document", "channel": "post"}
RECEIPT = {"service": "751", "seen_by": "letter"}


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("record")


def checked(browser: Client, kind: str, typed: dict[str, str]) -> str:
    """The page that shows what would happen, after the form was sent."""
    sent = browser.post(f"{HERS}/do/{kind}/", typed)
    return text_of(browser.get(sent["Location"]) if sent.status_code == 302 else sent)


def test_a_visit_that_ended_in_the_middle_of_a_form_gives_back_what_was_written() -> None:
    page = Client().post(f"{HERS}/do/record_exchange/", {"said": "They found my file", "passphrase": "mine alone"})
    assert page.status_code == 403
    assert "They found my file" in text_of(page)
    assert "mine alone" not in text_of(page)


def test_a_form_of_an_earlier_visit_gives_back_what_was_written() -> None:
    strict = Client(enforce_csrf_checks=True)
    page = strict.post(f"{HERS}/do/record_exchange/", {"said": "They found my file"})
    assert page.status_code == 403
    assert "They found my file" in text_of(page)


def test_a_day_to_come_is_no_day_on_which_a_letter_came(she: Client) -> None:
    says = checked(she, "deposit", {**CLAIM, "first_received_on": "2027-01-01"})
    assert "cannot have received the claim on Friday 1 January 2027" in says
    assert "2027-01-01" in text_of(she.get(f"{HERS}/do/deposit/"))


def test_a_letter_logged_twice_is_said_to_be_there_already(she: Client) -> None:
    done(she, f"{HERS}/do/deposit/", CLAIM)
    first = checked(she, "issue_receipt", RECEIPT)
    assert "not possible now" not in first
    she.post(f"{HERS}/do/issue_receipt/check/")
    assert "The file says so already, logged on Monday 23 November 2026" in checked(she, "issue_receipt", RECEIPT)


def test_what_can_never_be_is_not_said_to_wait_and_no_day_is_said_twice(she: Client) -> None:
    wrong = checked(she, "issue_waiting_number", {"number": "1 85 03 99 404 017 36", "seen_by": "letter"})
    assert "This is not possible. This cannot be a social security number." in re.sub("<[^>]*>", "", wrong)
    assert "This is what would happen" not in wrong
    early = refuse("not_now", by=date(2026, 12, 9), stage=Text("fermé", "closed"))
    assert why_not(early, "en") == "This is not possible now: closed. Next step: Wednesday 9 December 2026."
    held = early._replace(says=Text("Cet acte est bloqué.", "This act is blocked."))
    assert because(held, "fr") == "Cet acte est bloqué. Échéance\u00a0: 9\u00a0décembre\u00a02026."


def test_rights_that_open_before_the_claim_arrived_are_said_to_be_at_odds_and_may_be_kept(she: Client) -> None:
    done(she, f"{HERS}/do/deposit/", CLAIM)
    granted = {"ground": "joins_insured_family", "rights_from": "2026-01-01", "seen_by": "letter"}
    says = checked(she, "grant_application", granted)
    assert "Read this again before it is kept" in says
    assert "before the claim arrived" in says
    assert "Read this again before it is kept" not in checked(
        she, "grant_application", {**granted, "rights_from": "2026-11-23"}
    )


def test_two_tabs_the_second_is_told_that_the_file_moved_on(she: Client, house: House) -> None:  # noqa: F811
    other = Client()
    other.post(f"/en/link/{make_link(RECORD)}/")
    sent = other.post(f"{HERS}/do/deposit/", CLAIM)
    done(she, f"{HERS}/do/tell_names/", {"birth_name": "Martin"})
    assert "moved on" in text_of(other.get(sent["Location"])) or "changed" in text_of(other.get(sent["Location"]))


ADDRESSES = [(name, address) for name, address in addresses() if "<slug:stream>" in address and ":" not in name]


@pytest.mark.parametrize("who", ["nobody", "another person", "a revoked link", "a helper without mandate", "a kiosk"])
def test_no_address_of_a_file_leaks_anything(house: House, come_in: ComeIn, who: str) -> None:  # noqa: F811
    """Get and post, every address with a file in it: refused, and nothing of the file is on the page."""
    doors = {
        "another person": "record", "a helper without mandate": "helper@", "a kiosk": "kiosk@",
    }  # fmt: skip
    browser = come_in(doors[who]) if who in doors else Client()
    if who == "a revoked link":
        browser.post(f"/en/link/{make_link(FILE)}/")
        revoke_links(FILE)
    assert len(ADDRESSES) > 20
    for name, address in ADDRESSES:
        path = _filled(address, FILE, "deposit")
        for answer in (browser.get(path), browser.post(path, {})):
            assert answer.status_code in (302, 403, 404, 405), (name, answer.status_code)
            assert answer.status_code != 302 or FILE not in answer["Location"], name
            assert b"CPAM" not in answer.content, name


def test_an_agent_of_another_office_finds_no_such_file(come_in: ComeIn) -> None:  # noqa: F811
    browser = come_in("agent@691")
    for name, address in SHOWN:
        if "<slug:stream>" in address and NEEDS[name] not in ("queue",):
            assert browser.get(_filled(address, FILE, "deposit")).status_code in (403, 404), name
