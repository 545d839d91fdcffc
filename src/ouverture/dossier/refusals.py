"""A refusal: why not, in a sentence for the person, who can act, by when, with which piece. The words are data."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NamedTuple

from ouverture.dossier.words import filled, table
from ouverture.text import Text

Holder = Literal["person", "caisse", "cnav", "doctor", "post", "other_caisse", "agent", "third_party"]
"""Who must act next, or can."""


class Refusal(NamedTuple):
    """Why a command is refused: a sentence for the person, who can act, by when, which piece, under which holds."""

    code: str
    says: Text
    who_can_act: Holder
    by: date | None = None
    piece: str | None = None
    holds: tuple[str, ...] = ()


def refuse(
    code: str, *, by: date | None = None, piece: str | None = None, who: Holder | None = None, **values: object
) -> Refusal:
    """The refusal named ``code`` in ``data/refusals.toml``; ``values`` fill its sentence. KeyError if unknown."""
    row: dict[str, Any] = table("refusals")[code]
    holder: Holder = who or row["who"]
    return Refusal(code, filled(Text(row["fr"], row["en"]), by=by, piece=piece, **values), holder, by, piece)


def names_what_is_awaited(refusal: Refusal) -> bool:
    """Whether it names a hold, a missing paper or a day; or says that there is nothing to wait for."""
    return bool(refusal.by or refusal.piece or refusal.holds) or waits_for_nothing(refusal)


def waits_for_nothing(refusal: Refusal) -> bool:
    """Whether no later day makes it possible: it is done already, or what was given cannot be."""
    return bool(table("refusals").get(refusal.code, {}).get("settled"))
