"""What stands on the pages: read once, kept sealed beside them, and checked anew each time somebody asks.

One list for two screens: the person sees before sending what the agent will see. A page that nobody read yet, or that
cannot be read, is never passed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ouverture.evidence.checks import CARD_PHOTO, Finding, PaperRead, Place
from ouverture.evidence.checks.plain import paper_from_json, paper_to_json, portrait_to_json
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.services.papers.checking import case_of, pre_flight
from ouverture.services.papers.pages import PaperPages
from ouverture.services.papers.ports import Reader
from ouverture.services.papers.vault_ports import Leaf, PageGone


class Checked(NamedTuple):
    """What was found on the pages of a paper. ``waiting``: pages that are still being read, all others were."""

    findings: tuple[Finding, ...] = ()
    waiting: int = 0


def checked(house: House, view: FileView, pages: Mapping[str, PaperPages]) -> Mapping[str, Checked]:
    """The findings on the pages that count now, by paper; each paper against the others too."""
    try:
        notes = house.papers.vault.notes(view.stream) if house.papers else {}
    except PageGone:
        notes = {}
    latest = {paper: one.latest for paper, one in pages.items() if one.latest and paper != CARD_PHOTO}
    waiting = {paper: sum(_source(leaf) not in notes for leaf in leaves) for paper, leaves in latest.items()}
    reads = {paper: _read(leaves, notes) for paper, leaves in latest.items() if not waiting[paper]}
    found: dict[str, tuple[Finding, ...]] = {}
    for one in pre_flight(reads, case_of(view.file, view.day)):
        found[one.paper] = (*found.get(one.paper, ()), _as_taken(one, reads[one.paper]))
    return {paper: Checked(found.get(paper, ()), waiting[paper]) for paper in latest}


def _as_taken(one: Finding, read: PaperRead) -> Finding:
    """The finding with its place on the picture as it was taken: the reader says places on the page held upright."""
    page = next((page for page in read.pages if page.number == one.page), None)
    if one.place is None or page is None or page.turned % 360 == 0:
        return one
    back = BACK.get(page.turned % 360)
    return replace(one, place=back(one.place) if back else None)


BACK: Mapping[int, Callable[[Place], Place]] = {
    90: lambda seen: Place(seen.top, 1 - seen.right, seen.bottom, 1 - seen.left),
    180: lambda seen: Place(1 - seen.right, 1 - seen.bottom, 1 - seen.left, 1 - seen.top),
    270: lambda seen: Place(1 - seen.bottom, seen.left, 1 - seen.top, seen.right),
}
"""Where a place was before the page was turned clockwise by so many degrees."""


def _source(leaf: Leaf) -> str:
    """What is read for a page: the PDF it stands in, with its text, or its picture."""
    return leaf.document or leaf.digest


def _read(leaves: Sequence[Leaf], notes: Mapping[str, str]) -> PaperRead:
    """The pages of a paper in their order, from what was read in each file they came in."""
    sources = {source: paper_from_json(json.loads(notes[source])) for source in map(_source, leaves)}
    pages = tuple(
        replace(page, number=number)
        for number, leaf in enumerate(leaves, 1)
        for page in sources[_source(leaf)].pages
        if page.number == leaf.nth + 1
    )
    trouble = next((one.trouble for one in sources.values() if one.trouble), None)
    return PaperRead(pages, trouble)


def read_waiting(house: House, stream: str) -> int:
    """Read every content of a file that nobody read yet; how many. It takes seconds a page: no page waits for it."""
    if house.papers is None or house.papers.reader is None:
        return 0
    read = 0
    for name, source, measure in _unread(house, stream):
        try:
            content = house.papers.vault.content(stream, source)
            note = json.dumps(measure(house.papers.reader, content))
            with house.papers.vault.opened(stream) as shelf:
                shelf.notes = {**shelf.notes, name: note}
        except PageGone:
            return read  # erased meanwhile, or broken: verify says so
        read += 1
    return read


def _unread(house: House, stream: str) -> Iterator[tuple[str, str, Callable[[Reader, bytes], object]]]:
    """The name of each note that is not there yet, the content it is about, and what makes it."""
    assert house.papers is not None
    try:
        leaves, notes = house.papers.vault.leaves(stream), house.papers.vault.notes(stream)
    except PageGone:
        return
    photos = {measured_under(leaf): leaf.digest for leaf in leaves if leaf.paper == CARD_PHOTO}
    yield from ((name, source, _measured) for name, source in photos.items() if name not in notes)
    sources = dict.fromkeys(_source(leaf) for leaf in leaves if leaf.paper != CARD_PHOTO)
    yield from ((source, source, _as_read) for source in sources if source not in notes)


def measured_under(leaf: Leaf) -> str:
    """The name of the note on a photo of a card: the same picture may be read as a paper too, under its own name."""
    return leaf.small


def _measured(reader: Reader, content: bytes) -> object:
    return portrait_to_json(reader.portrait(content))


def _as_read(reader: Reader, content: bytes) -> object:
    return paper_to_json(reader.read([content]))
