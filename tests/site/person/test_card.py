"""The page of the card: the photo measured as advice, hers until the order, then seen by the agent as well."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ouverture.dossier.application.decisions import GivePages
from ouverture.dossier.card.decisions import OrderCard
from ouverture.evidence.checks import CARD_PHOTO, Place, Portrait
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.papers.card_photo import photo_of
from ouverture.services.papers.giving import pages_along, with_pages
from ouverture.services.papers.pages import picture_of
from ouverture.services.papers.reading import read_waiting
from ouverture.site.page.house import use
from tests.adapters.vault.files import document, photograph, saved
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE, act
from tests.services.papers.with_pages import ReaderTold, pages, reading_house, seen
from tests.site.desk.conftest import ComeIn, come_in  # noqa: F401
from tests.site.desk.conftest import house as desk_house  # noqa: F401
from tests.site.desk.test_desk import text_of

CARD = f"/en/file/{FILE}/card/"
WHITE = Portrait(700, 900, (0.99, 0.99, 0.99), 0.02, 0.3, 1, Place(0.25, 0.12, 0.75, 0.87))


class ReaderOfFaces(ReaderTold):
    """A reader for whom every photo has these measures."""

    portraits: Portrait | None = WHITE

    def portrait(self, picture: bytes) -> Portrait | None:
        return self.portraits


@pytest.fixture
def reader() -> ReaderOfFaces:
    return ReaderOfFaces()


@pytest.fixture
def house(desk_house: House, reader: ReaderOfFaces, monkeypatch: pytest.MonkeyPatch) -> House:  # noqa: F811
    made = reading_house(desk_house, reader)
    use(made)
    monkeypatch.setattr("ouverture.site.person.card.read_later", lambda stream: read_waiting(made, stream))
    return made


@pytest.fixture
def she(house: House, come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


def given(browser: Client, content: bytes, address: str = CARD) -> str:
    """The page of the card after this photo was sent."""
    sent = browser.post(address, {"photo": SimpleUploadedFile("me.jpg", content, "image/jpeg")})
    return text_of(browser.get(sent["Location"]))


def test_what_was_measured_is_told_as_advice_beside_its_picture_and_nothing_is_refused(she: Client) -> None:
    page = given(she, photograph())
    assert "One thing to improve on your photo" in page
    assert "the caisse decides whether to take it" in page
    assert "The background is white or nearly so" in page
    assert "about 34 mm" in page
    assert "only you can tell" in page
    drawn = she.get(CARD).content.decode()
    assert 'class="measure"' in drawn
    assert 'class="failed"><rect' in drawn


def test_a_photo_that_cannot_be_measured_is_kept_and_said_to_be_unmeasured(she: Client, reader: ReaderOfFaces) -> None:
    reader.portraits = None
    page = given(she, photograph())
    assert "Your photo could not be measured here" in page
    assert "will do" not in page


def test_another_photo_takes_the_place_of_the_first_and_neither_is_a_paper(she: Client, house: House) -> None:
    given(she, photograph("one"))
    given(she, photograph("two"))
    assert len(pages(house, paper=CARD_PHOTO).drafts) == 1
    assert "card_photo" not in she.get(f"/en/file/{FILE}/papers/").content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This file is empty."),
        (saved(document(1)), "Give the photo itself"),
        (b"\x7fELF" + bytes(50), "is a program"),
    ],
)
def test_what_is_no_photo_is_refused_in_one_sentence_and_the_one_before_stays(
    she: Client, house: House, content: bytes, says: str
) -> None:
    given(she, photograph())
    assert says in given(she, content)
    assert len(pages(house, paper=CARD_PHOTO).drafts) == 1


def test_the_photo_is_hers_alone_until_it_goes_with_the_order(she: Client, house: House) -> None:
    given(she, photograph())
    (leaf,) = pages(house, paper=CARD_PHOTO).drafts
    look = Look(FILE, "casework", DAY, NOON)
    assert not isinstance(picture_of(house, AGENT, look, leaf.name), bytes)
    order = with_pages(house, SHE, seen(house), OrderCard())
    assert pages_along(order) == 1
    assert pages_along(with_pages(house, SHE, seen(house), OrderCard(route="paper_form"))) == 0
    assert pages_along(with_pages(house, SHE, seen(house, stream=RECORD), OrderCard())) == 0


def test_what_the_order_still_needs_comes_first_and_why_no_card_can_be_ordered_is_said(she: Client) -> None:
    page = text_of(she.get(CARD))
    assert "The card cannot be ordered yet" in page
    assert "The photo of your card" in page
    assert she.get(CARD).content.decode().count('aria-current="step"') == 1


def test_given_with_the_order_it_is_seen_by_the_agent_as_she_saw_it_and_she_is_told_when(
    she: Client,
    come_in: ComeIn,  # noqa: F811
    house: House,
) -> None:
    given(she, photograph())
    hers = photo_of(house, SHE, seen(house))
    (leaf,) = pages(house, paper=CARD_PHOTO).drafts
    act(house, SHE, FILE, GivePages(CARD_PHOTO, (f"{leaf.name}:{leaf.digest}",)))
    theirs = photo_of(house, AGENT, seen(house, AGENT))
    assert hers is not None
    assert theirs == hers._replace(given_on=DAY)
    shown = text_of(come_in("agent@751").get(f"/en/file/{FILE}/review/"))
    assert "The background is white or nearly so" in shown
    assert "never by itself a reason to refuse" in shown
    assert "Given with the order on" in text_of(she.get(CARD))
