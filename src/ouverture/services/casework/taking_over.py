"""A file on its way from one caisse to another: until it is taken over, each of the two has its own acts."""

from __future__ import annotations

from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import caisse_name, filled
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.standing import TAKE_OVER, office_of, receiving_office
from ouverture.text import Text


def of_the_other_office(actor: Actor, file: File, kind: str, here: frozenset[str]) -> Refusal | None:
    """Why an act waits for the other caisse of a file on its way; None when it is this one's.

    ``here``: the caisses of this system. Where the one that receives is outside, the one that sent writes down that it
    has taken the file over.
    """
    receiver = receiving_office(file)
    if not receiver or not actor.office:
        return None
    if kind in TAKE_OVER:
        theirs = receiver if receiver in here else office_of(file)
        return None if actor.office in (receiver, theirs) else _waits(THEIRS_TO_TAKE_OVER, receiver)
    return None if actor.office == office_of(file) else _waits(TAKE_IT_OVER_FIRST, office_of(file))


def _waits(says: Text, caisse: str) -> Refusal:
    return Refusal("of_the_other_office", filled(says, caisse=caisse_name(caisse)), "agent")


THEIRS_TO_TAKE_OVER = Text(
    "Ce dossier est en route vers : {caisse}. C'est elle qui le prend en charge.",
    "This file is on its way to {caisse}, which takes it over.",
)
TAKE_IT_OVER_FIRST = Text(
    "Ce dossier est encore à l'autre caisse ({caisse}). Prenez-le d'abord en charge.",
    "This file is still with {caisse}. Take it over first.",
)
