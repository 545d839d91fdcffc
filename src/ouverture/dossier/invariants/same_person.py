"""I9 and I10: a merge or a certification changes neither cover nor claims; one person, one live number."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.dossier.file import File
from ouverture.dossier.identity.events import Merged, Split
from ouverture.dossier.invariants.registry import Told, of_event
from ouverture.dossier.kernel import Event
from ouverture.dossier.number.events import ALIVE, CertifiedInPlace, Reactivated, Replaced


@of_event("I9", Merged, Split, CertifiedInPlace, Replaced, Reactivated, scope="always")
def cover_is_untouched(before: File, after: File, happened: Event) -> Told:
    """Rights before equal rights after."""
    if before.rights != after.rights:
        yield f"{happened.kind} changed the cover"


@of_event("I9", Replaced, Reactivated, CertifiedInPlace, scope="always")
def no_number_is_forgotten(before: File, after: File, happened: Event) -> Told:
    """Every number the person had still leads here."""
    had = {before.number.number, *before.number.aliases} - {""}
    if lost := had - {after.number.number, *after.number.aliases}:
        yield f"{len(lost)} earlier numbers lead nowhere"


def numbers_of(file: File) -> Iterator[str]:
    """The live number of a file, and those that lead to it."""
    if file.number.stage in ALIVE and file.number.number:
        yield file.number.number
    yield from file.number.aliases
