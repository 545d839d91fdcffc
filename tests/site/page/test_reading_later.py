"""What came in is read beside the pages of the site, and one file that fails stops no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from ouverture.evidence.checks import PaperRead
from ouverture.site.page.house import use
from ouverture.site.page.reading_later import read_later
from tests.services.casework.wired import FILE, RECORD, house_in, opened
from tests.services.papers.with_pages import ReaderTold, added, reading_house, vault_of


class OnceBroken(ReaderTold):
    """Fails at the first page, and reads the others."""

    def __init__(self) -> None:
        super().__init__()
        self.read_one = Event()

    def read(self, files: Sequence[bytes]) -> PaperRead:
        self.given += files
        if len(self.given) == 1:
            raise RuntimeError("a model that is not there")
        self.read_one.set()
        return super().read(files)


def test_a_page_that_could_not_be_read_stops_no_other_and_is_read_when_it_is_asked_for_again(tmp_path: Path) -> None:
    reader = OnceBroken()
    house = opened(reading_house(house_in(tmp_path), reader))
    use(house)
    added(house)
    added(house, stream=RECORD)
    read_later(FILE)
    read_later(RECORD)
    assert reader.read_one.wait(20)
    reader.read_one.clear()
    assert vault_of(house).notes(FILE) == {}
    read_later(FILE)
    assert reader.read_one.wait(20)
