"""All the pages of a file, for the person it is about to take away."""

from __future__ import annotations

from collections import Counter

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import ERASED
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.standing import offices_of
from ouverture.services.papers.vault_ports import PageGone


def has_pages(house: House, stream: str) -> bool:
    """Whether a file has any page to take away."""
    try:
        return house.papers is not None and bool(house.papers.vault.leaves(stream))
    except PageGone:
        return False


def all_pages(house: House, actor: Actor, look: Look) -> list[tuple[str, bytes]] | Refusal:
    """Each photograph and each PDF once, under the name of its paper; the look is written down.

    What is no longer what was kept is left out: a page that says so stands in its place on the page of papers.
    """
    met = met_by(house, actor, look.stream)
    refused = may_read(actor, "export") or may_open(actor, look.stream, offices_of(met.state))
    if refused or met.erased:
        return refused or ERASED
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "export", look.at))
    return _contents(house, look.stream)


def _contents(house: House, stream: str) -> list[tuple[str, bytes]]:
    found, places, taken = list[tuple[str, bytes]](), Counter[str](), set[tuple[str, str]]()
    if house.papers is None or not has_pages(house, stream):
        return found
    for leaf in house.papers.vault.leaves(stream):
        source = (leaf.paper, leaf.document or leaf.digest)
        if source in taken:
            continue
        taken.add(source)
        places[leaf.paper] += 1
        try:
            content = house.papers.vault.content(stream, source[1])
        except PageGone:
            continue
        found.append((f"{leaf.paper}/{places[leaf.paper]}.{'pdf' if leaf.document else 'jpg'}", content))
    return found
