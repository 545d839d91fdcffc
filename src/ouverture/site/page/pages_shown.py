"""The pages of a paper as parts of a page: its pictures, what was found on them, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.urls import reverse

from ouverture.services.papers.card_photo import CardPhoto
from ouverture.services.papers.reading import Checked
from ouverture.services.papers.vault_ports import Leaf
from ouverture.site.page.parts import Check, CheckResult
from ouverture.text import Language

RESULTS: dict[str, CheckResult] = {"passed": "passed", "failed": "failed", "inconclusive": "unsure"}


class Box(NamedTuple):
    """A place on a page, in dots of its picture, with the number of the check that speaks of it."""

    nth: int
    result: CheckResult
    left: int
    top: int
    width: int
    height: int


class SeenPage(NamedTuple):
    """One page: its number in the paper, the addresses of its pictures, its size in dots, the boxes on it.

    ``document``: it came in a PDF, and goes with it.
    """

    nth: int
    name: str
    large: str
    small: str
    width: int
    height: int
    document: bool
    boxes: tuple[Box, ...]

    @property
    def letters(self) -> int:
        """How high the numbers of its boxes are, in dots: the same share of every page."""
        return max(self.width, self.height) // 24


def seen_pages(
    stream: str, leaves: Sequence[Leaf], language: Language, found: Checked | None = None, first: int = 1
) -> list[SeenPage]:
    """The pages of a paper with the boxes of its checks, which are numbered from ``first`` on."""
    return [
        SeenPage(
            nth, leaf.name, _address("page_picture", stream, leaf, language),
            _address("page_small", stream, leaf, language), leaf.width, leaf.height, bool(leaf.document),
            tuple(_boxes(found, nth, leaf, first)) if found else (),
        )
        for nth, leaf in enumerate(leaves, 1)
    ]  # fmt: skip


def _address(view: str, stream: str, leaf: Leaf, language: Language) -> str:
    return reverse(view, args=[language, stream, leaf.name])


def _boxes(found: Checked, page: int, leaf: Leaf, first: int) -> Iterator[Box]:
    for nth, one in enumerate(found.findings, first):
        if one.place and one.page == page:
            left, top, right, bottom = one.place
            yield Box(
                nth, RESULTS[one.outcome], round(left * leaf.width), round(top * leaf.height),
                round((right - left) * leaf.width), round((bottom - top) * leaf.height),
            )  # fmt: skip


class Measured(NamedTuple):
    """The height of the face as it is drawn beside it, in dots of the picture: top, bottom, and its millimetres."""

    top: int
    bottom: int
    millimetres: int


def portrait_shown(stream: str, photo: CardPhoto, language: Language) -> dict[str, Any]:
    """The photo of a card with what was measured on it: its picture, its boxes, the height of the face, its checks."""
    found = Checked(photo.findings)
    (seen,) = seen_pages(stream, [photo.leaf], language, found)
    checks = checks_shown(found)
    failed, others = ([one for one in checks if (one.result == "failed") is bad] for bad in (True, False))
    return {"seen": seen, "checks": checks, "failed": failed, "others": others, "face": _face(photo)}


def _face(photo: CardPhoto) -> Measured | None:
    if photo.portrait is None or photo.portrait.face is None:
        return None
    face, high = photo.portrait.face, photo.leaf.height
    return Measured(round(face.top * high), round(face.bottom * high), photo.face_millimetres or 0)


def checks_shown(found: Checked, first: int = 1) -> list[Check]:
    """The findings as checks, numbered from ``first`` on as the boxes are: the same on both screens."""
    return [Check(RESULTS[one.outcome], one.reason, one.remedy, nth) for nth, one in enumerate(found.findings, first)]
