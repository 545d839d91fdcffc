"""Why a file cannot be taken as a page, and what to do instead, in one sentence each (``data/cannot_take.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.services.papers.vault_ports import CannotTake
from ouverture.text import Text


class Why(NamedTuple):
    """Why a file was refused. ``nth``: which of those sent together, from 1; 0 for one sent alone."""

    trouble: str
    says: Text
    nth: int = 0


def why_not(problem: CannotTake, nth: int = 0) -> Why:
    """The sentence for a file that cannot be taken."""
    words = _words()[problem.trouble]
    return Why(problem.trouble, Text(*(each.format(most=problem.most) for each in words)), nth)


@cache
def _words() -> dict[str, Text]:
    written = files("ouverture.services.papers").joinpath("data/cannot_take.toml").read_text("utf-8")
    return {name: Text(row["fr"], row["en"]) for name, row in tomllib.loads(written).items()}


NO_VAULT = Refusal(
    "no_vault",
    Text(
        "Aucune page ne peut être gardée ici pour le moment. Envoyez le papier par la poste ou donnez-le au guichet.",
        "No page can be kept here for now. Send the paper by post, or give it at the counter.",
    ),
    "caisse",
)
