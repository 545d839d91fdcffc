"""The pages of papers that the file holds, as they go into a pack: those that count now, in the order of the list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ouverture.dossier.words import in_words
from ouverture.evidence.checks import CARD_PHOTO
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look
from ouverture.services.casework.outgoing.paper import Scan
from ouverture.services.papers.pages import pages_of, picture_of

MOST = 100
"""Pages of one pack: what is more goes into a second envelope, by hand."""


def scans_of(house: House, actor: Actor, look: Look, view: FileView) -> tuple[Scan, ...]:
    """The pictures of the pages that this actor may see; a page that the vault has lost is left out."""
    return tuple(islice(_scans(house, actor, look, view), MOST))


def _scans(house: House, actor: Actor, look: Look, view: FileView) -> Iterator[Scan]:
    for paper, pages in pages_of(house, actor, view).items():
        for leaf in pages.latest if paper != CARD_PHOTO else ():
            picture = picture_of(house, actor, look, leaf.name)
            if isinstance(picture, bytes):
                yield Scan(picture, in_words(paper))
