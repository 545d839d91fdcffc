"""The pages that the header names, in order. A new page for visitors is one line here and one in ``urls``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page of the header: the name of its view, and of the sentence that names it."""

    view: str
    sentence: str


PLACES: tuple[Place, ...] = (
    Place("questions", "nav.questions"),
    Place("answers", "nav.answers"),
    Place("desks", "desks.title"),
    Place("law", "nav.law"),
)
