"""I3: a refusal says what stands in the way, and a hold never lacks a part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, OfPerson
from ouverture.dossier.refusals import Refusal, names_what_is_awaited


def says_nothing(file: File, wanted: Command, refusal: Refusal, day: date) -> Iterator[str]:
    """What a refusal fails to say: an act of the person names a live hold, a missing item or the day awaited."""
    if not (refusal.says.fr and refusal.says.en and refusal.who_can_act):
        yield f"the refusal {refusal.code} has no sentence or nobody who can act"
    if isinstance(wanted, OfPerson) and not names_what_is_awaited(refusal):
        yield f"the refusal {refusal.code} of {wanted.kind} names neither a hold, nor a missing item, nor a day"
