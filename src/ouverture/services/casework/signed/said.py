"""What a signed paper says, as plain values: enough to be read by whoever checks it, far from any file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from ouverture.services.casework.shelf import data_of
from ouverture.text import Text


class NotSaid(ValueError):
    """The values are not those of a paper of ours."""


class PaperSaid(NamedTuple):
    """One paper. ``serial`` is opaque; ``caisse`` its code; ``last`` its last day, None where none is set.

    ``first`` is the day its rights begin, None for a paper that shows no rights. ``born_on`` and ``number`` are as the
    file has them, "" where it has none.
    """

    kind: str
    serial: str
    on: date
    caisse: str
    name: str
    born_on: str
    number: str
    first: date | None = None
    last: date | None = None

    @property
    def title(self) -> Text:
        """What the paper is."""
        return Text(**kinds()[self.kind]["title"])


SHORT: Mapping[str, str] = {
    "kind": "k", "serial": "s", "on": "d", "caisse": "c", "name": "n", "born_on": "b", "number": "i", "first": "f",
    "last": "l",
}  # fmt: skip
"""The names of the values inside a token, where every sign counts."""


def kinds() -> Mapping[str, Any]:
    """Every kind of signed paper, by name."""
    found: Mapping[str, Any] = data_of("signed_papers")["kinds"]
    return found


def as_values(paper: PaperSaid) -> dict[str, str]:
    """The paper as it stands in a token; what it does not say is left out."""
    told = {SHORT[name]: value for name, value in paper._asdict().items() if value not in (None, "")}
    return {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in told.items()}


def as_paper(values: Mapping[str, Any]) -> PaperSaid:
    """The paper that ``as_values`` wrote; raises NotSaid."""
    told = {name: values[short] for name, short in SHORT.items() if short in values}
    try:
        for name in ("on", "first", "last"):
            if name in told:
                told[name] = date.fromisoformat(told[name])
        whole = {"born_on": "", "number": "", **told}
        if told["kind"] not in kinds() or not all(isinstance(told[name], str) for name in ("serial", "caisse", "name")):
            raise NotSaid
        return PaperSaid(**whole)
    except (KeyError, TypeError, ValueError) as problem:
        raise NotSaid from problem
