"""A file kept by e-mail: a code and no password, the same words for an unknown address, the same person as by link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ouverture.adapters.accounts import code_post
from ouverture.adapters.accounts.models import MailCode, MailDoor
from ouverture.adapters.post.mail import MailServer
from ouverture.services.casework.house import House
from ouverture.site.doors.entry import actor_of
from tests.adapters.post.mail_server import MailHouse, mail_house
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of

HERS, OTHER = "Alice@Example.org", "nobody@example.org"
WRONG = "0000 0000"
OPEN, CODE, LINK = "/en/mail/", "/en/mail/code/", f"/en/file/{FILE}/link/"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailHouse]:
    """A mail server that takes what is sent, at once."""
    MailCode.objects.all().delete()
    MailDoor.objects.all().delete()
    with mail_house() as server:
        monkeypatch.setenv("OUVERTURE_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("OUVERTURE_SMTP_FROM", "ouverture@example.org")
        there = MailServer("127.0.0.1", server.port, "ouverture@example.org", encrypted=False)
        monkeypatch.setattr(
            "ouverture.site.doors.by_mail.send_soon", lambda: code_post.send_waiting(there, timezone.now())
        )
        yield server


@pytest.fixture
def she(house: House, come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


def code_in(post: MailHouse) -> str:
    """The code of the last message, as it is written in it."""
    found = re.search(r"\d{4} \d{4}", post.took[-1].get_content())
    assert found
    return found[0]


def keep(browser: Client, post: MailHouse, address: str = HERS) -> str:
    """The page after the address has proved that it is read."""
    browser.post(f"/en/file/{FILE}/mail/", {"what": "keep", "address": address})
    return text_of(browser.get(browser.post(CODE, {"code": code_in(post)})["Location"]))


def test_a_code_opens_the_file_as_the_same_person_without_link_or_passphrase(she: Client, post: MailHouse) -> None:
    assert "Your address now opens this file" in keep(she, post)
    back = Client()
    assert back.post(OPEN, {"address": f"  {HERS.lower()} "})["Location"] == CODE
    letter = post.took[-1]
    assert letter["To"] == HERS.lower()
    assert "http" not in letter.get_content()
    opened = back.post(CODE, {"code": code_in(post).replace(" ", "")})
    assert opened["Location"] == f"/en/file/{FILE}/"
    assert back.get(opened["Location"]).status_code == 200
    assert back.get(f"/en/file/{RECORD}/").status_code in (403, 404)
    by_link, by_mail = (actor_of(one.get("/en/").wsgi_request) for one in (she, back))
    assert by_link is not None
    assert by_link == by_mail


def test_an_unknown_address_is_told_the_same_and_gets_nothing(she: Client, post: MailHouse) -> None:
    keep(she, post)
    told = []
    for address in (HERS, OTHER):
        browser = Client()
        pages = [browser.post(OPEN, {"address": address}, follow=True), browser.post(CODE, {"code": WRONG})]
        told.append([(page.status_code, text_of(page)) for page in pages])
    assert told[0] == told[1]
    assert len(post.took) == 2
    assert all(one["To"] == HERS.lower() for one in post.took)


def test_a_code_is_good_once_for_a_while_in_one_browser_and_for_few_tries(she: Client, post: MailHouse) -> None:
    keep(she, post)
    back, elsewhere = Client(), Client()
    back.post(OPEN, {"address": HERS})
    right = code_in(post)
    assert elsewhere.post(CODE, {"code": right})["Location"] == OPEN
    assert back.post(CODE, {"code": right}).status_code == 302
    back.post(OPEN, {"address": HERS})
    right = code_in(post)
    pages = [back.post(CODE, {"code": WRONG}) for _ in range(6)]
    assert {page.status_code for page in pages} == {422}
    assert "This code is over" in text_of(pages[-1])
    assert back.post(CODE, {"code": right}).status_code == 422
    back.post(OPEN, {"address": HERS})
    MailCode.objects.update(made_at=timezone.now() - timedelta(minutes=16))
    assert "This code is over" in text_of(back.post(CODE, {"code": code_in(post)}))


def test_too_many_codes_for_one_address_are_refused_in_a_sentence_known_or_not(she: Client, post: MailHouse) -> None:
    said = []
    for address in (HERS, OTHER):
        keep(she, post, HERS) if address == HERS else None
        pages = [Client().post(OPEN, {"address": address}) for _ in range(6)]
        said.append(text_of(pages[-1]).replace(address, ""))
        assert pages[-1].status_code == 422
    assert "Too many codes were asked for this address" in said[0]
    assert said[0] == said[1]


def test_an_address_opens_nothing_before_it_is_proved_nor_after_it_is_ended(she: Client, post: MailHouse) -> None:
    she.post(f"/en/file/{FILE}/mail/", {"what": "keep", "address": HERS})
    assert not MailDoor.objects.exists()
    keep(she, post)
    back = Client()
    back.post(OPEN, {"address": HERS})
    back.post(CODE, {"code": code_in(post)})
    assert back.get(f"/en/file/{FILE}/").status_code == 200
    assert "No address opens this file any more" in text_of(
        she.post(f"/en/file/{FILE}/mail/", {"what": "end"}, follow=True)
    )
    assert back.get(f"/en/file/{FILE}/").status_code == 403
    back.post(OPEN, {"address": HERS})
    assert len(post.took) == 3


def test_the_code_of_a_stranger_never_keeps_her_file(
    she: Client,
    come_in: ComeIn,  # noqa: F811
    post: MailHouse,
) -> None:
    for who in ("record", "agent@751"):
        stranger = come_in(who)
        assert stranger.post(f"/en/file/{FILE}/mail/", {"what": "keep", "address": OTHER}).status_code == 404
    assert post.took == []


def test_what_is_no_address_and_a_house_without_mail_each_get_one_sentence(
    she: Client, post: MailHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wrong in ("", "alice", "a@b", "x" * 300 + "@example.org", "a@b.org\r\nBcc: c@d.org"):
        page = Client().post(OPEN, {"address": wrong})
        assert page.status_code == 422
        assert "write it whole" in text_of(page)
    monkeypatch.delenv("OUVERTURE_SMTP_HOST")
    assert "This installation sends no e-mail" in text_of(Client().get(OPEN))
    assert "This installation sends no e-mail" in text_of(she.get(LINK))


def test_a_letter_that_could_not_leave_waits_sealed_and_leaves_later(she: Client, post: MailHouse) -> None:
    post.answers["EHLO"] = "421 later"
    post.answers["HELO"] = "421 later"
    she.post(f"/en/file/{FILE}/mail/", {"what": "keep", "address": HERS})
    (waiting,) = MailCode.objects.all()
    assert waiting.letter
    assert "example" not in waiting.letter
    post.answers.clear()
    there = MailServer("127.0.0.1", post.port, "ouverture@example.org", encrypted=False)
    assert code_post.send_waiting(there, timezone.now()) == 0
    assert MailCode.objects.get().letter == ""
    assert she.post(CODE, {"code": code_in(post)}).status_code == 302


def test_an_address_goes_with_the_file_that_is_erased(come_in: ComeIn, post: MailHouse) -> None:  # noqa: F811
    keeper = come_in("record")
    keeper.post(f"/en/file/{RECORD}/mail/", {"what": "keep", "address": HERS})
    keeper.post(CODE, {"code": code_in(post)})
    assert MailDoor.objects.filter(stream=RECORD).exists()
    keeper.post(f"/en/file/{RECORD}/data/erase/")
    assert not MailDoor.objects.filter(stream=RECORD).exists()
