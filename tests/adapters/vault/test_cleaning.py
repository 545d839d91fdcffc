"""A file is what its content is; what comes out of it is its pages, and nothing else that came with them."""

from __future__ import annotations

from io import BytesIO
from zlib import crc32

import pikepdf
import pytest
from PIL import Image

from ouverture.adapters.vault.cleaning import clean
from ouverture.adapters.vault.limits import LONGEST_SIDE, MOST_PAGES, SMALL_SIDE
from ouverture.services.papers.vault_ports import CannotTake, CleanPage
from tests.adapters.vault.files import PHONE, PLACE, document, drawn, hostile, photograph, picture, saved
from tests.adapters.vault.mutated import SMALL

HEAD = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
BOMB = b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + HEAD + crc32(HEAD).to_bytes(4, "big") + bytes(4) + b"IDAT" + bytes(99)
"""A picture of 3.6 thousand million dots."""


def opened(page: CleanPage) -> Image.Image:
    return Image.open(BytesIO(page.picture))


def darkest(picture: Image.Image) -> int:
    return min(picture.convert("L").tobytes())


def test_a_photograph_is_turned_as_it_was_held_and_tells_neither_phone_nor_place() -> None:
    (page,) = clean(photograph(turned=6)).pages
    assert (page.width, page.height) == opened(page).size == (1200, 900)
    for told in (PHONE.encode(), PLACE.encode(), b"Exif"):
        assert told in photograph(turned=6)
        assert told not in page.picture + page.small


def test_a_large_photograph_is_kept_as_large_as_it_can_be_read_and_small_beside_it() -> None:
    (page,) = clean(photograph(size=(600, 4000))).pages
    assert max(page.width, page.height) == LONGEST_SIDE
    assert max(Image.open(BytesIO(page.small)).size) == SMALL_SIDE


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_seen_through_is_put_on_white(kind: str) -> None:
    seen_through = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    (page,) = clean(picture(seen_through, kind)).pages
    assert opened(page).getpixel((200, 150)) == (255, 255, 255)


def test_a_pdf_is_written_anew_without_what_acts_or_tells() -> None:
    given = hostile(SMALL)
    found = clean(given)
    assert len(found.pages) == 1
    with pikepdf.open(BytesIO(found.document)) as made:
        written = b"".join(
            each.unparse(resolved=True) + (each.read_raw_bytes() if isinstance(each, pikepdf.Stream) else b"")
            for each in made.objects
        )
        assert set(made.Root.keys()) == {"/Type", "/Pages"}
        assert len(made.attachments) == 0
    for told in (b"alert", b"calc.exe", b"hidden", b"out.example", b"Hannah", b"JavaScript", b"Exif", b"Telefon"):
        assert told not in written


def test_the_picture_of_a_page_shows_what_is_on_it() -> None:
    (page,) = clean(hostile()).pages
    assert darkest(opened(page)) < 128, "the words are black"


def test_what_was_typed_in_a_form_stays_on_the_page() -> None:
    made = document(1)
    field = made.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="name", V="WHITFIELD",
        Rect=[40, 780, 300, 810], DA="/Helv 14 Tf 0 g", F=4,
    ))  # fmt: skip
    made.pages[0].Annots = pikepdf.Array([field])
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    made.Root.AcroForm = pikepdf.Dictionary(
        Fields=[field], DA="/Helv 14 Tf 0 g", DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=font))
    )
    (page,) = clean(saved(made)).pages
    assert darkest(opened(page).crop((0, 0, page.width, page.height // 12))) < 128


def test_the_same_file_gives_the_same_contents() -> None:
    assert clean(hostile(SMALL)) == clean(hostile(SMALL))
    assert clean(photograph()) == clean(photograph())


def test_a_pdf_that_only_its_owner_may_change_can_be_read_and_one_with_a_password_cannot() -> None:
    free = saved(document(1), encryption=pikepdf.Encryption(owner="hers", user=""))
    assert len(clean(free).pages) == 1
    with pytest.raises(CannotTake, match="needs_password"):
        clean(saved(document(1), encryption=pikepdf.Encryption(owner="hers", user="hers")))


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "empty"),
        (bytes(5000), "empty"),
        (b"%PDF-1.7\nnothing of a PDF", "unreadable"),
        (saved(document(1))[:9000], "unreadable"),
        (photograph()[:3000], "unreadable"),
        (saved(pikepdf.new()), "unreadable"),
        (BOMB, "too_many_dots"),
        (picture(drawn(120, 90), "JPEG"), "too_small"),
        (picture(drawn(), "TIFF", save_all=True, append_images=[drawn()]), "tiff"),
        (picture(drawn(), "GIF"), "moving"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(40), "heic"),
        (b"\x00\x00\x00\x20ftypmp42" + bytes(40), "moving"),
        (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "drawing"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "web_page"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "office"),
        (b"PK\x03\x04" + bytes(26) + b"notes.txt", "archive"),
        (b"MZ" + bytes(60), "program"),
        (b"PK\x03\x04%PDF-1.4 both at once", "archive"),
        (b"dear caisse, here is my paper", "unknown"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_refused_for_what_it_is(content: bytes, trouble: str) -> None:
    with pytest.raises(CannotTake) as refused:
        clean(content)
    assert refused.value.trouble == trouble


def test_a_pdf_of_two_thousand_pages_is_refused_before_any_is_drawn() -> None:
    made = pikepdf.new()
    for _ in range(2000):
        made.add_blank_page()
    with pytest.raises(CannotTake) as refused:
        clean(saved(made))
    assert (refused.value.trouble, refused.value.most) == ("too_many_pages", MOST_PAGES)


def test_a_file_that_is_two_things_at_once_comes_out_as_one_of_them() -> None:
    both = photograph() + saved(document(1))
    found = clean(both)
    assert found.document == b""
    assert b"%PDF" not in found.pages[0].picture
