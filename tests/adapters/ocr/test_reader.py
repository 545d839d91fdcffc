"""Papers read from pictures and PDFs, in a process of its own. One page holds the specimens of all ICAO formats."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ouverture.adapters.ocr.reader import NoReader, ProcessReader
from ouverture.numbers.mrz.reading import read_mrz
from tests.memory import found_in_memory
from tests.numbers.mrz.test_reading import FORMATS

TODAY = date(2026, 11, 28)
NAMES = ["Ağaoğlu Çelik", "Łukasz Dvořák", "Éléonore Lefèvre"]
FONT = files("ouverture.adapters.pdf").joinpath("fonts", "sans-regular.ttf")


@pytest.fixture(scope="module")
def reader() -> Iterator[ProcessReader]:
    process = ProcessReader()
    yield process
    process.close()


def png(picture: Image.Image) -> bytes:
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def drawn(lines: list[str], *, size: int = 21) -> Image.Image:
    picture = Image.new("RGB", (680, 20 + 34 * len(lines)), "white")
    pen = ImageDraw.Draw(picture)
    for row, text in enumerate(lines):
        pen.text((20, 12 + 34 * row), text, font=ImageFont.truetype(str(FONT), size), fill="black")
    return picture


def test_specimens_of_every_icao_format_are_read_from_a_picture(reader: ProcessReader) -> None:
    every = [line for lines in FORMATS.values() for line in lines]
    (page,) = reader.read([png(drawn(every))]).pages
    texts = [line.text for line in page.lines]
    at = 0
    for name, lines in FORMATS.items():
        found = read_mrz(texts[at : at + len(lines)], TODAY)
        assert found is not None
        assert (found.format, found.names, found.proved) == (name, "ERIKSSON ANNA MARIA", True)
        at += len(lines)
    assert page.quality is not None
    assert page.quality.letter > 10


def test_a_page_held_on_its_side_is_turned_and_names_keep_their_letters_and_none_of_it_stays_in_the_reader(
    reader: ProcessReader,
) -> None:
    given = png(drawn(NAMES).rotate(90, expand=True))
    (page,) = reader.read([given]).pages
    assert page.turned == 90
    assert [line.text for line in page.lines] == NAMES
    assert reader._process is not None
    assert _children_of(reader._process.pid) == [], "the one that read it has ended"
    told = (given[80:200], NAMES[2].encode(), NAMES[2].encode("latin-1"))
    assert found_in_memory(reader._process.pid, told) == set()
    assert given[80:200] in found_in_memory(os.getpid(), told), "or this search would find nothing anywhere"


def _children_of(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_a_file_that_is_no_paper_is_said_to_be_none_and_the_reader_goes_on(reader: ProcessReader) -> None:
    read = reader.read([b"GIF89a, or so it says"])
    assert read.pages == ()
    assert read.trouble is not None
    assert "JPEG" in read.trouble.en


def test_a_portrait_is_measured_and_a_page_that_is_none_shows_no_face(reader: ProcessReader) -> None:
    seen = reader.portrait(png(Image.new("RGB", (700, 900), (180, 200, 220))))
    assert seen is not None
    assert (seen.width, seen.height, seen.faces, seen.face) == (700, 900, 0, None)
    assert seen.background == pytest.approx((0.706, 0.784, 0.863), abs=0.01)
    assert reader.portrait(b"no picture") is None


def test_a_paper_that_takes_too_long_is_given_up_and_said() -> None:
    hurried = ProcessReader(most_seconds=0.01)
    read = hurried.read([png(drawn(["BONJOUR"]))])
    hurried.close()
    assert read.pages == ()
    assert read.trouble is not None
    assert "one page at a time" in read.trouble.en


def test_an_installation_without_the_extra_says_that_somebody_has_to_look() -> None:
    read = NoReader().read([b"%PDF-1.7"])
    assert read.trouble is not None
    assert "Somebody has to look" in read.trouble.en
    assert NoReader().portrait(b"") is None
