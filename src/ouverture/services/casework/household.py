"""The household in one place: the files open in this visit, the children, and the papers that serve for several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import stage_words
from ouverture.rules.facts import Value
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, OwedAct, look_at
from ouverture.services.casework.own_papers import OwnPaper, own_papers
from ouverture.text import Text


class Child(NamedTuple):
    """A child of the file: how they are called in it, and where the attachment stands."""

    name: str
    state: Text


class OtherFile(NamedTuple):
    """A file of the same household: whose, what comes next in it, and the papers given there that serve here too."""

    stream: str
    name: str
    next: OwedAct | None
    serves_here: tuple[Text, ...]


class OfHousehold(NamedTuple):
    """The children of a file, and the other files open in this visit."""

    children: tuple[Child, ...]
    others: tuple[OtherFile, ...]


def household_of(house: House, actor: Actor, view: FileView, in_visit: Mapping[str, Value], look: Look) -> OfHousehold:
    """Whoever is followed here together; each other file is looked at, and that look is written down there."""
    children = tuple(Child(one.member, stage_words("household", one.stage)) for one in view.file.household.members)
    wanted = [one for one in own_papers(view, in_visit).papers if one.state in ("to_get", "requested", "refused")]
    seen = (look_at(house, actor, look._replace(stream=one)) for one in actor.acts_for if one != view.stream)
    others = (_other(one, wanted) for one in seen if not isinstance(one, Refusal))
    return OfHousehold(children, tuple(others))


def _other(view: FileView, wanted: list[OwnPaper]) -> OtherFile:
    given = {piece.name for piece in view.file.application.pieces if piece.status in ("received", "accepted")}
    shared = tuple(one.label for one in wanted if one.name in given & SERVE_ALL)
    return OtherFile(view.stream, view.person.name, view.headline, shared)


SERVE_ALL = frozenset({
    "marriage_certificate", "pacs_certificate", "cohabitation_statement", "family_tie_document", "filiation_document",
    "proof_of_address",
})  # fmt: skip
"""Papers about the family or the common address: one copy serves each file; those about one person do not."""
