"""The pages of papers: taken in one by one or many at once, put in order, taken out again, looked at.

What a person has not given yet is open to whoever may see drafts; what was given, to whoever may see pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.application.decisions import GivePages
from ouverture.dossier.askable import is_known
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.services.casework.access import NO_SUCH_FILE, may_do, may_open, may_read, open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.standing import offices_of
from ouverture.services.papers.cannot_take import NO_VAULT, Why, why_not
from ouverture.services.papers.vault_ports import CannotTake, Clean, Leaf, PageGone, Shelf
from ouverture.text import Text

MOST_OF_A_PAPER, MOST_OF_A_FILE = 60, 400
"""Pages kept for one paper that was not given yet, and for one file in all."""


class GivenPages(NamedTuple):
    """The pages with which a paper came on a day. ``lost``: how many of them the vault no longer has."""

    on: date
    leaves: tuple[Leaf, ...]
    lost: int = 0


class PaperPages(NamedTuple):
    """The pages of one paper: those not given yet, then each time it was given, the last first."""

    drafts: tuple[Leaf, ...] = ()
    given: tuple[GivenPages, ...] = ()

    @property
    def latest(self) -> tuple[Leaf, ...]:
        """Those that count now: what waits to be given, else what was given last."""
        return self.drafts or (self.given[0].leaves if self.given else ())


class Added(NamedTuple):
    """What came of some files: how many pages were kept, how many were there already, and each file refused."""

    pages: int
    already: int
    refused: tuple[Why, ...]


def pages_of(house: House, actor: Actor, view: FileView) -> Mapping[str, PaperPages]:
    """The pages of every paper of a file that this actor may see, by paper; ``view`` is their look at it."""
    if house.papers is None or not open_to(actor, "pages"):
        return {}
    try:
        leaves = house.papers.vault.leaves(view.stream)
    except PageGone:
        leaves = ()
    drafts = leaves if open_to(actor, "drafts") else ()
    return _by_paper(view.file, leaves, drafts)


def _by_paper(file: File, leaves: Sequence[Leaf], seen: Sequence[Leaf]) -> dict[str, PaperPages]:
    given, known = given_names(file), {leaf.name: leaf for leaf in leaves}
    found: dict[str, PaperPages] = {}
    for one in reversed([each for each in file.application.given if each.pages]):
        kept = tuple(leaf for each in one.pages if (leaf := _as_given(each, known)))
        before = found.get(one.piece, PaperPages())
        found[one.piece] = before._replace(given=(*before.given, GivenPages(one.on, kept, len(one.pages) - len(kept))))
    for leaf in seen:
        if leaf.name not in given:
            before = found.get(leaf.paper, PaperPages())
            found[leaf.paper] = before._replace(drafts=(*before.drafts, leaf))
    return found


def _as_given(written: str, known: Mapping[str, Leaf]) -> Leaf | None:
    """The page of the vault that an event names, if it still is the one that was given."""
    name, _, digest = written.partition(":")
    leaf = known.get(name)
    return leaf if leaf and leaf.digest == digest else None


def given_names(file: File) -> frozenset[str]:
    """The names of the pages that were given."""
    return frozenset(each.partition(":")[0] for one in file.application.given for each in one.pages)


def add(
    house: House, actor: Actor, view: FileView, paper: str, contents: Sequence[bytes], at: datetime
) -> Added | Refusal:
    """Keep the pages of some files for a paper. What can be taken is kept, also when another file cannot be."""
    if refused := why_not_change(house, actor, view):
        return refused
    assert house.papers is not None
    if not is_known(paper):
        return refuse("unknown_piece", piece=paper)
    clean, wrong = list[Clean](), list[Why]()
    for nth, content in enumerate(contents, 1):
        try:
            clean.append(house.papers.cleaner.clean(content))
        except CannotTake as problem:
            wrong.append(why_not(problem, nth if len(contents) > 1 else 0))
    return keep(house, view, paper, clean, wrong, at)


def keep(
    house: House, view: FileView, paper: str, clean: Sequence[Clean], wrong: Sequence[Why], at: datetime
) -> Added | Refusal:
    """Keep pages made harmless for a paper of this file; ``wrong``: the files that could not be."""
    assert house.papers is not None
    given, came = given_names(view.file), sum(len(one.pages) for one in clean)
    try:
        with house.papers.vault.opened(view.stream) as shelf:
            before = [leaf for leaf in shelf.leaves if leaf.paper == paper and leaf.name not in given]
            if len(before) + came > MOST_OF_A_PAPER or len(shelf.leaves) + came > MOST_OF_A_FILE:
                return TOO_MANY
            there = {leaf.digest for leaf in before}
            new = [leaf for one in clean for leaf in _leaves(shelf, paper, one, at)]
            fresh = [leaf for leaf in new if leaf.digest not in there]
            shelf.leaves = (*shelf.leaves, *fresh)
    except PageGone:
        return ERASED
    return Added(len(fresh), came - len(fresh), tuple(wrong))


def _leaves(shelf: Shelf, paper: str, clean: Clean, at: datetime) -> list[Leaf]:
    document = shelf.put(clean.document) if clean.document else ""
    return [
        Leaf(
            shelf.draw_name(), paper, shelf.put(page.picture), shelf.put(page.small), document, nth, page.width,
            page.height, at.isoformat(),
        )
        for nth, page in enumerate(clean.pages)
    ]  # fmt: skip


def take_out(house: House, actor: Actor, view: FileView, name: str) -> int | Refusal:
    """Take a page out before it is given, and the others of the PDF it came in; how many went."""
    if refused := why_not_change(house, actor, view):
        return refused
    assert house.papers is not None
    with house.papers.vault.opened(view.stream) as shelf:
        leaf = _draft(shelf, view, name)
        if leaf is None:
            return NOT_A_DRAFT
        given = given_names(view.file)
        gone = [one for one in shelf.leaves if one.name not in given and _is_with(one, leaf)]
        shelf.leaves = tuple(one for one in shelf.leaves if one not in gone)
    return len(gone)


def _is_with(one: Leaf, leaf: Leaf) -> bool:
    together = one.document == leaf.document != "" and one.at == leaf.at
    return one.name == leaf.name or (one.paper == leaf.paper and together)


def put_before(house: House, actor: Actor, view: FileView, name: str) -> bool | Refusal:
    """Put a page before the one above it; False for the first."""
    if refused := why_not_change(house, actor, view):
        return refused
    assert house.papers is not None
    with house.papers.vault.opened(view.stream) as shelf:
        leaf = _draft(shelf, view, name)
        if leaf is None:
            return NOT_A_DRAFT
        given, leaves = given_names(view.file), list(shelf.leaves)
        own = [nth for nth, one in enumerate(leaves) if one.paper == leaf.paper and one.name not in given]
        place = own.index(leaves.index(leaf))
        if place == 0:
            return False
        here, above = own[place], own[place - 1]
        leaves[here], leaves[above] = leaves[above], leaves[here]
        shelf.leaves = tuple(leaves)
    return True


def _draft(shelf: Shelf, view: FileView, name: str) -> Leaf | None:
    known = (leaf for leaf in shelf.leaves if leaf.name == name)
    return next((leaf for leaf in known if name not in given_names(view.file)), None)


def may_change(house: House, actor: Actor, view: FileView) -> bool:
    """Whether this actor may put pages in this file: what a page shows a way to."""
    return why_not_change(house, actor, view) is None


def why_not_change(house: House, actor: Actor, view: FileView) -> Refusal | None:
    """Why this actor may not change the pages of this file that were not given yet."""
    if refused := may_read(actor, "drafts") or may_do(actor, GivePages):
        return refused
    if view.closed:
        return refuse("file_closed")
    return NO_VAULT if house.papers is None else None


def picture_of(house: House, actor: Actor, look: Look, name: str, small: bool = False) -> bytes | Refusal:
    """The picture of a page (JPEG). The look is written down, but for the small pictures on the page of who owns them.

    A page that is not given yet does not exist for whoever may not see drafts.
    """
    met = met_by(house, actor, look.stream)
    if refused := may_read(actor, "pages") or may_open(actor, look.stream, offices_of(met.state)):
        return refused
    if met.erased:
        return ERASED
    owns = open_to(actor, "drafts")
    if house.papers is None or not (owns or name in given_names(met.state)):
        return NO_SUCH_FILE
    try:
        leaf = next((one for one in house.papers.vault.leaves(look.stream) if one.name == name), None)
        if leaf is None:
            return NO_SUCH_FILE
        if not (small and owns):
            house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "pages", look.at))
        return house.papers.vault.content(look.stream, leaf.small if small else leaf.digest)
    except PageGone:
        return LOST


TOO_MANY = Refusal(
    "too_many_pages_kept",
    Text(
        f"Trop de pages pour ce papier : {MOST_OF_A_PAPER} au plus avant de le donner. Rien n'a été ajouté.",
        f"Too many pages for this paper: at most {MOST_OF_A_PAPER} before it is given. Nothing was added.",
    ),
    "person",
)
NOT_A_DRAFT = Refusal(
    "not_a_draft",
    Text(
        "Cette page n'est plus là, ou elle a déjà été donnée : ce qui est donné reste au dossier.",
        "This page is no longer there, or it was given already: what was given stays in the file.",
    ),
    "person",
)
LOST = Refusal(
    "page_lost",
    Text(
        "Cette page ne peut plus être montrée : ce qui est gardé n'est plus ce qui a été reçu. Demandez-la de nouveau.",
        "This page can no longer be shown: what is kept is no longer what came in. Ask for it again.",
    ),
    "caisse",
)
