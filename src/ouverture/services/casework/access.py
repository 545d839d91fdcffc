"""Who may do what, asked inside use cases only: silence is a yes. The table is ``data/roles.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from ouverture.dossier.kernel import Asserter, Command, OfCaisse, OfClock, OfCnav
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import ROLES, Actor, Role
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text

ReadingKind = Literal[
    "file", "story", "letters", "readings", "export", "erase", "queue", "find", "open", "assign_self",
    "assign_others", "picture", "rights", "card", "call", "pages", "drafts", "demands", "texts", "certificate",
]  # fmt: skip
"""What somebody may want to see, or to do with the office's work, that is no command of a file."""

Scope = Literal["own", "office", "all"]


class Grant(NamedTuple):
    """What one role may do: see ``data/roles.toml`` for each field."""

    says: Asserter
    records: tuple[Asserter, ...]
    files: Scope
    reads: frozenset[str]
    never: frozenset[str]
    only: frozenset[str] | None


@cache
def grants() -> dict[Role, Grant]:
    """The grant of every role; raises KeyError when a role has none."""
    table = data_of("roles")
    return {role: _grant(table[role]) for role in ROLES}


def _grant(row: dict[str, Any]) -> Grant:
    only = frozenset(row["only"]) if "only" in row else None
    return Grant(
        row["says"], tuple(row["records"]), row["files"], frozenset(row["reads"]), frozenset(row.get("never", ())), only
    )


def may_read(actor: Actor, reading: ReadingKind) -> Refusal | None:
    """Why this actor may not look at this kind of thing at all; None when they may."""
    return None if reading in grants()[actor.role].reads else NOT_YOUR_ROLE


def open_to(actor: Actor, reading: ReadingKind) -> bool:
    """Whether this kind of thing is open to the actor: what a page shows a way to."""
    return may_read(actor, reading) is None


def sight_of(actor: Actor) -> ReadingKind:
    """How much of a file the actor sees when it opens: all of it, or at a counter the rights and the card only."""
    return "file" if open_to(actor, "file") else "rights"


def may_open(actor: Actor, stream: str, offices: Sequence[str]) -> Refusal | None:
    """Why this file is not theirs to open. The sentence is that of a file that does not exist: it tells nothing.

    ``offices`` is empty for a record that a person keeps for themselves: no office opens it, not one of every file.
    """
    scope = grants()[actor.role].files
    if scope == "own":
        return None if stream in actor.acts_for else NO_SUCH_FILE
    return None if offices and (scope == "all" or actor.office in offices) else NO_SUCH_FILE


def may_do(actor: Actor, wanted: type[Command]) -> Refusal | None:
    """Why this actor may not give this command in any file; None when they may."""
    grant = grants()[actor.role]
    if wanted.kind in grant.never or (grant.only is not None and wanted.kind not in grant.only):
        return NOT_YOUR_ROLE
    return None if _words_of(grant) & set(wanted.may) else NOT_YOUR_ROLE


def acts_as_caisse(actor: Actor) -> Refusal | None:
    """Why this actor's own word is not that of a caisse, for the pages where a caisse works; None when it is."""
    grant = grants()[actor.role]
    return None if grant.says == "caisse" and grant.only is None else NOT_YOUR_ROLE


def asserted_by(actor: Actor, wanted: type[Command], connected: bool, seen_by: str = "") -> Asserter:
    """Whose word stands behind a command of this actor: their own, or the letter, call or screen that told them.

    ``seen_by`` is how they say they know of an act of a caisse outside this system; a letter when they do not say.
    """
    grant = grants()[actor.role]
    outside = issubclass(wanted, OfCaisse | OfCnav | OfClock) and not connected
    if outside and grant.records:
        return next((one for one in grant.records if one == seen_by), grant.records[0])
    return grant.says


def _words_of(grant: Grant) -> set[Asserter]:
    return {grant.says, *grant.records}


NO_SUCH_FILE = Refusal(
    "no_such_file",
    Text(
        "Ce dossier n'existe pas, ou il ne vous est pas ouvert. Vérifiez l'adresse, ou reprenez votre lien.",
        "This file does not exist, or it is not open to you. Check the address, or use your link again.",
    ),
    "person",
)
NOT_YOUR_ROLE = Refusal(
    "not_your_role",
    Text(
        "Cet acte n'est pas ouvert à votre rôle. Rien n'a été enregistré.",
        "This act is not open to your role. Nothing was recorded.",
    ),
    "agent",
)
