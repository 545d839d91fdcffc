"""What papers that leave say of themselves: ``data/outgoing.toml``."""

from __future__ import annotations

from ouverture.services.casework.shelf import data_of
from ouverture.text import Text


def said(name: str) -> Text:
    """One of these sentences, by its name ("evidence.title"); raises KeyError for one that is not there."""
    found = data_of("outgoing")
    for each in name.split("."):
        found = found[each]
    return Text(**found)
