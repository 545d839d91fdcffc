"""Everything that leaves a file today: each paper by its name, alone or one after the other in one pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ouverture.rules.facts import Value
from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.letters_to_send import letters_of
from ouverture.services.casework.look import FileView
from ouverture.services.casework.outgoing.form_sheets import form_sheets
from ouverture.services.casework.outgoing.paper import Paper, Scan
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.outgoing.written import (
    address_label,
    cover_sheet,
    enclosures_paper,
    letter_paper,
    statements,
)

GROUPS = ("letters", "envelope", "sheets", "statements")
"""The groups of a list of papers, in the order of the page."""
IN_THE_PACK = ("cover_sheet", "cover", "enclosures")
"""What a pack always begins with; the statements that are wanted and the pages given come behind."""


def papers_of(actor: Actor, view: FileView, in_visit: Mapping[str, Value]) -> dict[str, Paper]:
    """Every paper that can leave this file today, by its name, in the order of a list."""
    every = sorted(_papers(actor, view, in_visit), key=lambda one: GROUPS.index(one.group))
    return {one.name: one for one in every}


def pack_of(papers: Mapping[str, Paper], pages: Sequence[Scan] = ()) -> tuple[Paper, ...]:
    """What goes into the envelope, in the order in which it is read. ``pages``: the pictures of the papers given."""
    begun = tuple(papers[name] for name in IN_THE_PACK if name in papers)
    signed = tuple(one for one in papers.values() if one.group == "statements")
    given = tuple(
        Paper(f"page_{nth}", said("page").filled(n=str(nth), what=page.says), (page,), "pages", False)
        for nth, page in enumerate(pages, start=1)
    )
    return (*begun, *signed, *given)


def _papers(actor: Actor, view: FileView, in_visit: Mapping[str, Value]) -> Iterator[Paper]:
    letters = letters_of(view, in_visit)
    yield from (letter_paper(view, one) for one in letters.values())
    cover = letters["cover"]
    yield cover_sheet(view, cover)
    yield enclosures_paper(view, cover)
    if label := address_label(cover):
        yield label
    yield from form_sheets(view, open_to(actor, "export"))
    yield from statements(view, in_visit)
