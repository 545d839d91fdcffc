"""The guide to the care sheet on the site: the drawing, the list that explains it, the last day counted."""

import html
from itertools import pairwise

import pytest
from django.test import Client

from ouverture.site.page.words import euros
from ouverture.site.small_desks.care_sheet_drawing import WIDTH, drawing
from ouverture.wording.care_sheet.guide import guide


def page_of(client: Client, language: str, care_on: str | None = None) -> str:
    address = f"/{language}/desks/care-sheet/"
    page = client.get(address) if care_on is None else client.post(address, {"care_on": care_on}, follow=True)
    assert page.status_code == 200
    return html.unescape(page.content.decode()).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sentence_of_the_guide_is_on_the_page(client: Client, language: str) -> None:
    page = page_of(client, language)
    notes = [*(block.note for block in guide().blocks), *guide().attach, *guide().send, *guide().returns]
    for note in (*notes, *(situation.note for situation in guide().situations)):
        assert (note.says.fr if language == "fr" else note.says.en) in page


def test_the_drawing_says_in_words_what_it_is_and_its_boxes_do_not_overlap(client: Client) -> None:
    picture = drawing(guide().blocks)
    for above, below in pairwise(picture.boxes):
        assert above.y + above.height < below.y
        assert all(above.y < line.y < above.y + above.height for line in above.lines)
    assert picture.height > picture.boxes[-1].y + picture.boxes[-1].height
    assert all(len(line.written) * 6.6 < WIDTH - 30 for box in picture.boxes for line in box.lines)
    page = page_of(client, "en")
    assert 'role="img" aria-labelledby="sheet-title sheet-says"' in page
    assert "The seven blocks of a care sheet" in page


@pytest.mark.parametrize(
    ("care_on", "told"),
    [
        ("2026-02-10", "Friday 31 March 2028"),
        ("2020-01-15", "The last day is past."),
        ("2027-01-15", "This day has not come yet"),
    ],
)
def test_the_last_day_is_counted_from_the_day_of_care(client: Client, care_on: str, told: str) -> None:
    page = page_of(client, "en", care_on)
    assert 'id="told"' in page
    assert told in page


@pytest.mark.parametrize("care_on", ["", "30/02/2026", "1200-01-01"])
def test_a_day_that_cannot_be_read_is_said_beside_the_field(client: Client, care_on: str) -> None:
    page = page_of(client, "fr", care_on)
    assert 'role="alert"' in page
    assert 'href="#care_on-day"' in page
    assert all(f'value="{part}"' in page for part in (care_on.split("-") if "-" in care_on else [care_on]))


def test_euros_are_written_as_each_language_writes_them() -> None:
    assert euros(1755, "fr") == "17,55\u00a0€"
    assert euros(700, "en") == "€7.00"
