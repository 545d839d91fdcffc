"""The shape of a paper that leaves: a title, then blocks in the order in which they are read. No layout, no markup."""

from __future__ import annotations

from typing import NamedTuple

from ouverture.text import Text


class Parties(NamedTuple):
    """Who writes, to whom (empty where the address is not known), on which day."""

    sender: tuple[str, ...]
    to: tuple[str, ...]
    day: Text


class Heading(NamedTuple):
    """A heading inside the paper."""

    says: Text


class Paragraph(NamedTuple):
    """A paragraph; its lines stay lines. ``aside``: what is good to know, set smaller."""

    says: Text
    aside: bool = False


class Items(NamedTuple):
    """A list. ``ticks``: each item has a box to tick."""

    items: tuple[Text, ...]
    ticks: bool = False


class Rows(NamedTuple):
    """A table with a heading for each column; an empty cell of the last column is a line to write on."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Code(NamedTuple):
    """A QR code of ``payload``, and what it holds, in words."""

    payload: str
    says: Text


class Signature(NamedTuple):
    """A place to date and sign, one for each label."""

    labels: tuple[Text, ...]


class Label(NamedTuple):
    """An address in large letters, to be cut out and stuck on an envelope."""

    lines: tuple[str, ...]


class Scan(NamedTuple):
    """One page that the person gave, as a picture (JPEG or PNG), and what it is."""

    picture: bytes
    says: Text


Block = Parties | Heading | Paragraph | Items | Rows | Code | Signature | Label | Scan


class Paper(NamedTuple):
    """One paper. ``group`` is where a list of papers shows it; ``copied``: a reading copy in English goes with it."""

    name: str
    title: Text
    blocks: tuple[Block, ...]
    group: str = "letters"
    copied: bool = True
