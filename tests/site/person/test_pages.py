"""Pages in the browser: chosen, shown small to her, given, seen by the agent; no file ends in an error."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from ouverture.services.casework.house import House
from ouverture.services.papers.reading import read_waiting
from ouverture.site.page.house import use
from tests.adapters.vault.files import PHONE, document, photograph, saved
from tests.services.casework.wired import FILE, RECORD
from tests.services.papers.with_pages import ReaderTold, pages, reading_house
from tests.site.desk.conftest import ComeIn, come_in  # noqa: F401
from tests.site.desk.conftest import house as desk_house  # noqa: F401
from tests.site.desk.test_desk import text_of

PAPERS = f"/en/file/{FILE}/papers/"
ADD, GIVE = (f"/en/file/{FILE}/papers/bank_details/{act}/" for act in ("add", "give"))
REVIEW = f"/en/file/{FILE}/review/?paper=bank_details"


@pytest.fixture
def house(desk_house: House, monkeypatch: pytest.MonkeyPatch) -> House:  # noqa: F811
    """The house of the desks, with a reader that says what it is told, at once."""
    made = reading_house(desk_house, ReaderTold())
    use(made)
    for room in ("person.own_pages", "person.papers", "caisse.review"):
        monkeypatch.setattr(f"ouverture.site.{room}.read_later", lambda stream: read_waiting(made, stream))
    return made


@pytest.fixture
def she(house: House, come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


def sent(browser: Client, *contents: bytes, address: str = ADD, name: str = "photo.jpg") -> str:
    """The page of papers after these files were sent."""
    files = [SimpleUploadedFile(name, one, "image/jpeg") for one in contents]
    return text_of(browser.get(browser.post(address, {"pages": files})["Location"]))


def test_photographs_are_kept_and_shown_small_to_her_alone(she: Client, house: House) -> None:
    shown = sent(she, photograph("one"), photograph("two"))
    assert "2 pages added." in shown
    assert "The caisse does not see these pages" in shown
    first, _ = pages(house).drafts
    small, large = (she.get(f"/en/file/{FILE}/page/{first.name}/{end}") for end in ("small/", ""))
    assert small["Content-Type"] == large["Content-Type"] == "image/jpeg"
    assert max(Image.open(BytesIO(small.content)).size) < max(Image.open(BytesIO(large.content)).size)
    assert PHONE.encode() not in large.content
    assert (small["Cache-Control"], small["X-Content-Type-Options"]) == ("no-store", "nosniff")


def test_a_pdf_named_jpg_is_taken_for_what_it_is(she: Client, house: House) -> None:
    assert "2 pages added." in sent(she, saved(document(2)), name="slip.jpg")
    assert all(leaf.document for leaf in pages(house).drafts)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This file is empty."),
        (b"<svg onload='alert(1)'/>", "is a drawing"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(40), "HEIC"),
        (b"%PDF-1.7 half of one", "did not arrive whole"),
        (b"\x7fELF" + bytes(50), "is a program"),
    ],
)
def test_a_file_that_cannot_be_taken_says_in_one_sentence_what_to_do(she: Client, content: bytes, says: str) -> None:
    shown = sent(she, content)
    assert says in shown
    assert 'role="alert"' in shown
    assert says not in text_of(she.get(PAPERS)), "it is said once"


def test_one_bad_file_among_good_ones_is_named_by_its_place_and_the_others_are_kept(she: Client) -> None:
    shown = sent(she, photograph("one"), b"", photograph("two"))
    assert "2 pages added." in shown
    assert "File 2" in shown


def test_a_paper_that_is_on_no_list_is_chosen_by_its_name_and_shown(come_in: ComeIn, house: House) -> None:  # noqa: F811
    keeper, chosen = come_in("record"), f"/en/file/{RECORD}/papers/chosen/add/"
    files = {"pages": [SimpleUploadedFile("x.jpg", photograph())]}
    shown = text_of(keeper.get(keeper.post(chosen, {**files, "paper": "birth_certificate"})["Location"]))
    assert "One page added." in shown
    assert "this caisse reads nothing on this system" in shown
    for unknown in ("", "chosen", "../x"):
        refused = keeper.post(chosen, {"pages": [SimpleUploadedFile("x.jpg", photograph())], "paper": unknown})
        assert "added" not in text_of(keeper.get(refused["Location"]))


def test_a_form_without_a_file_says_what_to_do(she: Client) -> None:
    assert "No file came." in text_of(she.get(she.post(ADD, {})["Location"]))


def test_a_page_is_taken_out_and_put_before_another(she: Client, house: House) -> None:
    sent(she, photograph("one"), photograph("two"))
    first, second = pages(house).drafts
    she.post(f"/en/file/{FILE}/page/{second.name}/up/")
    assert pages(house).drafts == (second, first)
    she.post(f"/en/file/{FILE}/page/{second.name}/out/")
    assert pages(house).drafts == (first,)
    shown = text_of(she.get(she.post(f"/en/file/{FILE}/page/{second.name}/out/")["Location"]))
    assert "This page is no longer there" in shown


def test_the_same_checks_stand_on_her_screen_and_then_on_the_agents(
    she: Client,
    come_in: ComeIn,  # noqa: F811
    house: House,
) -> None:
    agent = come_in("agent@751")
    assert "The whole page can be read." in sent(she, photograph())
    assert "The whole page can be read." not in text_of(agent.get(REVIEW))
    assert "No picture of it is kept here" in text_of(agent.get(REVIEW))
    key = {"key": "once"}
    assert "Done." in text_of(she.get(she.post(GIVE, key)["Location"]))
    she.post(GIVE, key)
    assert len(pages(house).given) == 1
    (leaf,) = pages(house).latest
    shown = text_of(agent.get(REVIEW))
    assert "The whole page can be read." in shown
    assert f'<image href="/en/file/{FILE}/page/{leaf.name}/"' in shown
    assert agent.get(f"/en/file/{FILE}/page/{leaf.name}/").status_code == 200
    assert "a page of a paper" in text_of(she.get(f"/en/file/{FILE}/looked/"))


@pytest.mark.parametrize("who", ["record", "agent@691", "helper@", "doctor@", "kiosk@", "cnav@"])
def test_nobody_else_sees_adds_or_gives_a_page(she: Client, house: House, come_in: ComeIn, who: str) -> None:  # noqa: F811
    sent(she, photograph())
    she.post(GIVE, {})
    (leaf,) = pages(house).latest
    other, before = come_in(who), house.journal.history(FILE).version
    for path in ("", "small/"):
        refused = other.get(f"/en/file/{FILE}/page/{leaf.name}/{path}")
        assert refused.status_code in (403, 404)
        assert refused["Content-Type"].startswith("text/html")
    for path in (f"page/{leaf.name}/out/", f"page/{leaf.name}/up/", "papers/bank_details/give/"):
        assert other.post(f"/en/file/{FILE}/{path}").status_code in (403, 404)
    assert other.post(ADD, {"pages": [SimpleUploadedFile("x.jpg", photograph("theirs"))]}).status_code in (403, 404)
    assert house.journal.history(FILE).version == before
    assert len(pages(house).latest) == 1


def test_her_whole_file_is_listed_as_the_agent_will_read_it(she: Client, house: House) -> None:
    sent(she, photograph())
    _, _, listed = text_of(she.get(PAPERS)).partition("As the agent will read it")
    assert listed.count("to be looked at") == 1, "what the reader read tells of no account"
    assert listed.count("with the caisse, no page here") == 9


def test_her_pages_are_hers_to_take_away(she: Client) -> None:
    assert "Take my pages" not in text_of(she.get(f"/en/file/{FILE}/data/"))
    sent(she, photograph(), saved(document(1)))
    assert "Take my pages" in text_of(she.get(f"/en/file/{FILE}/data/"))
    taken = she.get(f"/en/file/{FILE}/data/pages/")
    assert ZipFile(BytesIO(taken.content)).namelist() == ["bank_details/1.jpg", "bank_details/2.pdf"]
    assert taken["Content-Disposition"].startswith("attachment")


def test_a_visitor_is_shown_the_doors_and_nothing_is_kept(house: House) -> None:
    answer = Client().post(ADD, {"pages": [SimpleUploadedFile("x.jpg", photograph())]})
    assert answer.status_code == 403
    assert pages(house).drafts == ()


def test_an_agent_of_the_same_caisse_may_not_add_pages_nor_see_drafts(
    she: Client,
    house: House,
    come_in: ComeIn,  # noqa: F811
) -> None:
    sent(she, photograph())
    (leaf,) = pages(house).drafts
    agent = come_in("agent@751")
    assert agent.get(f"/en/file/{FILE}/page/{leaf.name}/").status_code == 404
    assert agent.post(ADD, {"pages": [SimpleUploadedFile("x.jpg", photograph())]}).status_code == 403


def test_a_claim_filed_on_its_own_page_takes_the_pages_along(house: House, come_in: ComeIn) -> None:  # noqa: F811
    keeper = come_in("record")
    shown = sent(keeper, photograph(), address=f"/en/file/{RECORD}/papers/identity_document/add/")
    assert "One page added." in shown
    assert "this caisse reads nothing on this system" in shown
    claim = {"pieces": ["identity_document"], "channel": "post"}
    checked = keeper.post(f"/en/file/{RECORD}/do/deposit/", claim)
    assert "One page leaves with it." in text_of(keeper.get(checked["Location"]))
    keeper.post(checked["Location"], {})
    assert [one.piece for one in house.met(RECORD).state.application.given] == ["identity_document"]
