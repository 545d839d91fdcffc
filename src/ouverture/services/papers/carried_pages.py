"""A whole file carried elsewhere and reopened there: what it says, then its pages, which come in as a stranger's do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from ouverture.dossier.askable import is_known
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carrying import MOST_SAID, NOT_A_COPY, as_bytes, carried, from_bytes, reopen
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.papers.cannot_take import NO_VAULT, why_not
from ouverture.services.papers.pages import MOST_OF_A_FILE
from ouverture.services.papers.ports import Papers
from ouverture.services.papers.vault_ports import CannotTake, Clean, Leaf, PageGone, Shelf
from ouverture.text import Text

MOST_OF_PAGES = 34_000_000
"""Bytes of pages that go along: what is said of them, and the file itself, fit beside them in what may come in."""


class Going(NamedTuple):
    """The pages of a file that are carried along, and how many stay: too large together, or no longer readable."""

    leaves: tuple[Leaf, ...] = ()
    stay: int = 0


class Carried(NamedTuple):
    """A file on its way, not sealed yet: its bytes, how many events and pages they hold, and how many pages stay."""

    written: bytes
    events: int
    pages: int
    stay: int


class Reopened(NamedTuple):
    """What a copy became: how many events, how many pages; ``missing``: pages that it does not bring."""

    events: int
    pages: int
    missing: int


class _Brought(NamedTuple):
    """The pages of a copy as it says them; ``missing``: those it speaks of and does not hold."""

    leaves: tuple[Leaf, ...] = ()
    contents: Mapping[str, bytes] = {}
    missing: int = 0


def source_of(leaf: Leaf) -> str:
    """The content a page is made of: the PDF it stands in, or its photograph."""
    return leaf.document or leaf.digest


def going(house: House, stream: str) -> Going:
    """Which pages of a file would be carried along: the last that came first, as many as may be."""
    if house.papers is None:
        return Going()
    try:
        leaves = house.papers.vault.leaves(stream)
    except PageGone:
        return Going()
    room, taken = MOST_OF_PAGES, set[str]()
    for source in dict.fromkeys(map(source_of, sorted(leaves, key=lambda leaf: leaf.at, reverse=True))):
        weight = house.papers.vault.weight(stream, source)
        if 0 < weight <= room:
            room -= weight
            taken.add(source)
    go = tuple(leaf for leaf in leaves if source_of(leaf) in taken)
    return Going(go, len(leaves) - len(go))


def carried_whole(house: House, actor: Actor, look: Look) -> Carried | Refusal:
    """A file with its pages, for the person alone; the look is written down."""
    copy = carried(house, actor, look)
    if isinstance(copy, Refusal):
        return copy
    along, contents = going(house, look.stream), dict[str, bytes]()
    for source in dict.fromkeys(map(source_of, along.leaves)):
        content = _content(house, look.stream, source)
        if content is not None:
            contents[source] = content
    leaves = [leaf for leaf in along.leaves if source_of(leaf) in contents]
    stay = along.stay + len(along.leaves) - len(leaves)
    said = {"leaves": leaves, "contents": [[name, len(one)] for name, one in contents.items()], "stay": stay}
    first = as_bytes({**copy, "pages": said} if leaves or stay else copy)
    written = b"".join((first, b"\n", *contents.values())) if contents else first
    return Carried(written, len(copy["events"]), len(leaves), stay)


def _content(house: House, stream: str, digest: str) -> bytes | None:
    assert house.papers is not None
    try:
        return house.papers.vault.content(stream, digest)
    except PageGone:
        return None


def reopen_whole(
    house: House, actor: Actor, written: bytes, stream: str, day: date, at: datetime
) -> Reopened | Refusal:
    """A new file of one's own with all that a copy holds. Its pages are a stranger's bytes: each is made anew.

    Either all of it comes in or nothing does. A page that was given leads to the page made of it.
    """
    end = written.find(b"\n", 0, MOST_SAID)
    copy = from_bytes(written if end < 0 else written[:end])
    try:
        brought = _brought(copy, b"" if end < 0 else written[end + 1 :])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return NOT_A_COPY
    if isinstance(brought, Refusal):
        return brought
    if not brought.leaves:
        done = reopen(house, actor, copy, stream, day, at)
        return done if isinstance(done, Refusal) else Reopened(done, 0, brought.missing)
    if house.papers is None:
        return NO_VAULT
    try:
        clean = _made_anew(house.papers, brought)
    except CannotTake as problem:
        return _page_refused(problem)
    return _kept(house, house.papers, actor, copy, brought, clean, stream, day, at)


def _brought(copy: object, rest: bytes) -> _Brought | Refusal:
    """The pages that a copy brings; raises KeyError, TypeError or ValueError for what is no copy."""
    if not isinstance(copy, Mapping):
        raise ValueError("no copy")
    said = copy.get("pages")
    if said is None:
        return _Brought()
    leaves = tuple(_leaf(each) for each in said["leaves"])
    contents = _cut(said["contents"], rest)
    if len(leaves) > MOST_OF_A_FILE:
        raise ValueError("too many pages")
    if any(hashlib.sha256(content).hexdigest() != digest for digest, content in contents.items()):
        return PAGE_REPLACED
    here = tuple(leaf for leaf in leaves if source_of(leaf) in contents and is_known(leaf.paper))
    return _Brought(here, contents, int(said["stay"]) + len(leaves) - len(here))


def _leaf(each: Sequence[Any]) -> Leaf:
    name, paper, digest, small, document, nth, width, height, at = each
    if not all(isinstance(one, str) for one in (name, paper, digest, small, document, at)):
        raise ValueError("a page")
    return Leaf(name, paper, digest, small, document, int(nth), int(width), int(height), _moment(at))


def _moment(at: str) -> str:
    return datetime.fromisoformat(at).isoformat()


def _cut(said: Sequence[Any], rest: bytes) -> dict[str, bytes]:
    """The contents, each by its digest, out of the bytes in which they follow one another."""
    lengths = [int(length) for _, length in said]
    if min(lengths, default=1) < 1 or sum(lengths) != len(rest):
        raise ValueError("contents")
    places = pairwise(accumulate(lengths, initial=0))
    return {str(digest): rest[begin:end] for (digest, _), (begin, end) in zip(said, places, strict=True)}


def _made_anew(papers: Papers, brought: _Brought) -> dict[str, Clean]:
    """Each content made harmless, and not one more page than a file may have; raises CannotTake."""
    clean, pages = dict[str, Clean](), 0
    for source in dict.fromkeys(map(source_of, brought.leaves)):
        clean[source] = papers.cleaner.clean(brought.contents[source])
        pages += len(clean[source].pages)
        if pages > MOST_OF_A_FILE:
            raise CannotTake("too_many_pages", MOST_OF_A_FILE)
    return clean


def _kept(
    house: House, papers: Papers, actor: Actor, copy: object, brought: _Brought, clean: Mapping[str, Clean],
    stream: str, day: date, at: datetime,
) -> Reopened | Refusal:  # fmt: skip
    """The pages in the vault, then the file that speaks of them; no page stays for a file that did not come to be."""
    done: int | Refusal | None = None
    try:
        with papers.vault.opened(stream) as shelf:
            renamed = dict(_pages_anew(shelf, brought, clean))
            shelf.leaves = tuple(renamed.values())
            done = reopen(house, actor, copy, stream, day, at, {old: _written(new) for old, new in renamed.items()})
            if isinstance(done, Refusal):
                shelf.leaves = ()
    finally:
        if not isinstance(done, int):
            papers.vault.forget(stream)
    if isinstance(done, Refusal):
        return done
    return Reopened(done, len(renamed), brought.missing + len(brought.leaves) - len(renamed))


def _pages_anew(shelf: Shelf, brought: _Brought, clean: Mapping[str, Clean]) -> Iterator[tuple[str, Leaf]]:
    """Each page as an event of the copy names it, and the page made of it."""
    for leaf in brought.leaves:
        one = clean[source_of(leaf)]
        if not 0 <= leaf.nth < len(one.pages):
            continue
        page = one.pages[leaf.nth]
        yield _written(leaf), leaf._replace(
            name=shelf.draw_name(), digest=shelf.put(page.picture), small=shelf.put(page.small),
            document=shelf.put(one.document) if one.document else "", width=page.width, height=page.height,
        )  # fmt: skip


def _written(leaf: Leaf) -> str:
    return f"{leaf.name}:{leaf.digest}"


def _page_refused(problem: CannotTake) -> Refusal:
    why = why_not(problem).says
    return Refusal(
        "carried_page_refused",
        Text(
            f"Une page du dossier emporté ne peut pas être ouverte ; rien n'a été enregistré. {why.fr}",
            f"A page of the carried file cannot be opened; nothing was recorded. {why.en}",
        ),
        "person",
    )


PAGE_REPLACED = Refusal(
    "carried_page_replaced",
    Text(
        "Une page de ce fichier n'est plus celle qui a été emportée : elle a été remplacée. Rien n'a été enregistré. "
        "Emportez le dossier de nouveau, ou prenez une autre copie.",
        "A page of this file is no longer the one that was carried: it was replaced. Nothing was recorded. "
        "Carry the file again, or take another copy.",
    ),
    "person",
)
