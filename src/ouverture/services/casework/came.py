"""Something came: a letter, a call, a message, a screen, a card. The acts that write it down, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import ways_of_knowing
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text


class Logged(NamedTuple):
    """One act that writes down what came. ``says`` is short; ``beforehand`` are answers that follow from what came."""

    offer: Offer
    says: Text
    beforehand: dict[str, str]


class Way(NamedTuple):
    """One way in which something comes: its name, and the acts that fit it now."""

    name: str
    acts: tuple[Logged, ...]


def ways_it_came(actor: Actor, view: FileView, offers: Iterable[Offer]) -> tuple[Way, ...]:
    """Each way with the acts that this file allows now; a way with none is left out."""
    able = {one.kind: one for one in offers if one.possible}
    found = (Way(name, tuple(_acts(actor, view, row, able))) for name, row in data_of("came")["way"].items())
    return tuple(way for way in found if way.acts)


def _acts(actor: Actor, view: FileView, row: Mapping[str, Any], able: Mapping[str, Offer]) -> Iterable[Logged]:
    for kind in row["acts"]:
        if kind in able:
            yield Logged(able[kind], _says(able[kind]), _beforehand(actor, view, able[kind], row))


def _says(offer: Offer) -> Text:
    words = data_of("came")["says"].get(offer.kind)
    return Text(**words) if words else offer.label


def _beforehand(actor: Actor, view: FileView, offer: Offer, row: Mapping[str, Any]) -> dict[str, str]:
    """How it is known, where the act asks; how it came, where an exchange is written down."""
    known = {"seen_by": row["seen_by"]} if row["seen_by"] in ways_of_knowing(actor, view, offer.kind) else {}
    return known | ({"way": row["way"]} if any(field.name == "way" for field in offer.form.fields) else {})
