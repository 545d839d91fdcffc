"""The private link: a new one replaces the old, revoked at once; a passphrase forgotten; the file carried elsewhere."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ouverture.dossier.person.decisions import TellNames
from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link
from ouverture.site.page.house import use
from tests.adapters.vault.files import photograph
from tests.services.casework.wired import FILE, RECORD, SHE, act, house_in
from tests.services.papers.with_pages import ReaderTold, added, reading_house
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of

WORDS = "four words of mine"


def new_link(page: str) -> str:
    found = re.search(r'value="http://[^/]+(/en/link/[^"]+)"', page)
    assert found
    return found[1]


def test_a_new_link_is_shown_once_and_the_old_one_opens_nothing_from_that_moment_on(house: House) -> None:  # noqa: F811
    old, she = make_link(FILE), Client()
    she.post(f"/en/link/{old}/")
    page = text_of(she.get(she.post(f"/en/file/{FILE}/link/", {"what": "new", "passphrase": WORDS})["Location"]))
    gone = Client().post(f"/en/link/{old}/")
    assert gone.status_code == 404
    assert "replaced or revoked" in text_of(gone)
    other = Client()
    asked = other.get(new_link(page))
    assert "Forgotten the passphrase" in text_of(asked)
    assert "Nobody can find it again" in text_of(asked)
    assert other.post(new_link(page), {"passphrase": "another"}).status_code == 422
    assert other.post(new_link(page), {"passphrase": WORDS}).status_code == 302


def test_a_browser_that_is_in_is_out_the_moment_its_link_is_revoked(house: House) -> None:  # noqa: F811
    first, second = Client(), Client()
    for browser in (first, second):
        browser.post(f"/en/link/{make_link(FILE)}/")
    first.post(f"/en/file/{FILE}/link/", {"what": "revoke"})
    for browser in (first, second):
        assert browser.get(f"/en/file/{FILE}/").status_code == 403


@pytest.mark.parametrize("who", ["record", "agent@751", "helper@"])
def test_nobody_else_sees_or_changes_the_link(come_in: ComeIn, who: str) -> None:  # noqa: F811
    browser = come_in(who)
    assert browser.get(f"/en/file/{FILE}/link/").status_code == 404
    assert browser.post(f"/en/file/{FILE}/link/", {"what": "revoke"}).status_code == 404


def test_a_file_carried_away_opens_on_another_installation_and_says_the_same(
    house: House,  # noqa: F811
    come_in: ComeIn,  # noqa: F811
    tmp_path: Path,
) -> None:
    act(house, SHE, RECORD, TellNames("Martin", "", ("Ada",)))
    added(reading_house(house, ReaderTold()), photograph("hers"), stream=RECORD)
    she = come_in("record")
    assert "One photographed page goes along." in text_of(she.get(f"/en/file/{RECORD}/data/"))
    sent = she.post(f"/en/file/{RECORD}/data/carry/", {"passphrase": WORDS})
    copy = sent.content
    assert b"Martin" not in copy
    (tmp_path / "elsewhere").mkdir()
    use(reading_house(house_in(tmp_path / "elsewhere"), ReaderTold()))
    again = Client()
    opened = again.post("/en/begin/reopen/", {"file": SimpleUploadedFile("f.ouverture", copy), "passphrase": WORDS})
    begun = text_of(again.get(opened["Location"]))
    assert "One page came along with the file." in begun
    link = new_link(begun)
    home = text_of(again.get(Client().post(link)["Location"]))
    assert "Hello, Ada" in home
    assert "your next act" in home


@pytest.mark.parametrize(
    ("content", "passphrase", "says"),
    [
        (b"", "", "Choose the file"),
        (b"OUVERTURE-1\n" + b"x" * 40, WORDS, "the passphrase is another one"),
        (b"OUVERTURE-2\n" + b"x" * 40, WORDS, "its end is missing"),
        (b"a letter", WORDS, "no file carried from Ouverture"),
    ],
)
def test_what_cannot_be_reopened_is_said_in_one_sentence(content: bytes, passphrase: str, says: str) -> None:
    sent = {"file": SimpleUploadedFile("f.ouverture", content), "passphrase": passphrase}
    page = Client().post("/en/begin/reopen/", sent)
    assert page.status_code == 422
    assert says in text_of(page)


def test_a_short_passphrase_carries_nothing(come_in: ComeIn) -> None:  # noqa: F811
    she = come_in("record")
    assert she.post(f"/en/file/{RECORD}/data/carry/", {"passphrase": "short"}).status_code == 302
    assert "at least twelve signs" in text_of(she.get(f"/en/file/{RECORD}/data/"))


def test_nobody_carries_the_file_of_another(come_in: ComeIn) -> None:  # noqa: F811
    for who in ("record", "agent@751"):
        assert come_in(who).post(f"/en/file/{FILE}/data/carry/", {"passphrase": WORDS}).status_code in (403, 404)
