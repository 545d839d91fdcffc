"""A file on its way from one caisse to another: until it is taken over, each of the two has its own acts."""

from __future__ import annotations

from dataclasses import replace

from ouverture.dossier.application.decisions import Forward
from ouverture.dossier.attachment.decisions import AskToChangeCaisse, StartChangeOfCaisse
from ouverture.dossier.command_words import words_of
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import Together
from ouverture.dossier.words import caisse_name, filled
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.standing import TAKE_OVER, leaves_us, office_of, receiving_office
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


def with_where_it_goes(command: Command, file: File, here: frozenset[str]) -> Command:
    """The same command, saying whether the caisse to which it sends a file of this system is on this system."""
    if isinstance(command, Together):
        return Together(tuple(with_where_it_goes(one, file, here) for one in command.orders))
    if file.connected and isinstance(command, Forward | AskToChangeCaisse | StartChangeOfCaisse):
        return replace(command, elsewhere=command.to not in here)
    return command


def asked_of(file: File, kind: str) -> Text:
    """The act as whoever owes it reads it: a caisse that sent a file elsewhere writes down what that one did."""
    words = words_of(kind)
    return words.outside if kind in TAKE_OVER and words.outside and leaves_us(file) else words.label


def _waits(says: Text, caisse: str) -> Refusal:
    return Refusal("of_the_other_office", filled(says, caisse=caisse_name(caisse)), "agent")


THEIRS_TO_TAKE_OVER = Text(
    "Ce dossier est en route vers : {caisse}. C'est elle qui le prend en charge.",
    "This file is on its way to {caisse}, which takes it over.",
)
LETS_IT_GO = Text(
    "L'autre caisse n'est pas sur ce système. Une fois qu'elle a le dossier, votre caisse ne le suit plus et ne "
    "l'ouvre plus : il devient le carnet de la personne, qui en est prévenue.",
    "The other caisse is not on this system. Once it has the file, your caisse no longer follows or opens it: it "
    "becomes the person's own record, and the person is told.",
)
TAKE_IT_OVER_FIRST = Text(
    "Ce dossier est encore à l'autre caisse ({caisse}). Prenez-le d'abord en charge.",
    "This file is still with {caisse}. Take it over first.",
)
