"""What was logged of a caisse outside and does not go with the file: said before it is kept, never refused for it."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.application.decisions import GrantApplication
from ouverture.dossier.envelope.decisions import RegisterEnvelope, ResendEnvelope
from ouverture.dossier.envelope.tracking import shape_unknown
from ouverture.dossier.kernel import Command
from ouverture.dossier.rights.decisions import OpenRights
from ouverture.dossier.together import Together
from ouverture.services.casework.carry_out import cause_of
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.text import Text


def at_odds(house: House, view: FileView, command: Command) -> Text | None:
    """The sentence that says what does not go together; None where all does, or where the caisse itself acts here."""
    if view.connected:
        return None
    return (
        _logged_already(house, view, command)
        or _before_the_claim(view, _rights_from(command))
        or shape_of_tracking(_tracking_in(command))
    )


def shape_of_tracking(tracking: str) -> Text | None:
    """What is said of a tracking number of a shape nobody knows, which is kept all the same; None for a known one."""
    if not tracking or not shape_unknown(tracking):
        return None
    return Text(
        f"Ce numéro de suivi, {tracking}, n'a pas une forme connue. Un recommandé français s'écrit un chiffre, une "
        "lettre, onze chiffres (1A 123 456 7890 1) ; un envoi international, deux lettres, neuf chiffres, deux "
        "lettres (RB 123 456 785 FR). Comparez avec le bordereau. Il est gardé comme vous l'écrivez.",
        f"This tracking number, {tracking}, has no shape we know. A French registered letter has one digit, one "
        "letter, eleven digits (1A 123 456 7890 1); an international one has two letters, nine digits, two letters "
        "(RB 123 456 785 FR). Compare it with the slip. It is kept as you write it.",
    )


def _tracking_in(command: Command) -> str:
    every = command.orders if isinstance(command, Together) else (command,)
    sent = (one.tracking for one in every if isinstance(one, RegisterEnvelope | ResendEnvelope) and one.tracking)
    return next(sent, "")


def _logged_already(house: House, view: FileView, command: Command) -> Text | None:
    """The same letter, call or screen a second time: the same act with the same answers is in the file already."""
    cause = cause_of(house.journal, command)
    found = [line.day for line in house.journal.history(view.stream).lines if line.cause == cause]
    if not found:
        return None
    day = day_in_words(date.fromisoformat(found[-1]))
    return Text(
        f"Le dossier le dit déjà, noté le {day.fr}. Si c'est la même lettre, annulez : elle compte une fois.",
        f"The file says so already, logged on {day.en}. If it is the same letter, cancel: it counts once.",
    )


def _before_the_claim(view: FileView, rights_from: date | None) -> Text | None:
    if rights_from is None:
        return None
    arrived = view.file.application.first_received_on
    if arrived == date.min:
        return Text(
            "Le dossier ne dit pas qu'une demande est partie : notez d'abord l'envoi, si vous en avez fait un.",
            "The file does not say that a claim was sent: note the sending first, if you made one.",
        )
    if rights_from < arrived:
        first, then = day_in_words(rights_from), day_in_words(arrived)
        return Text(
            f"Ces droits s'ouvrent le {first.fr}, avant l'arrivée de la demande ({then.fr}). Cela se peut pour un "
            "travail déjà commencé ; sinon relisez le jour sur la lettre.",
            f"These rights open on {first.en}, before the claim arrived ({then.en}). That may be so for work that had "
            "begun; if not, read the day on the letter again.",
        )
    return None


def _rights_from(command: Command) -> date | None:
    if isinstance(command, GrantApplication):
        return command.rights_from
    return command.first if isinstance(command, OpenRights) else None
