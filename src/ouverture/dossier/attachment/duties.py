"""Who must act next for the caisse of the file, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File


def duties(file: File, _: date) -> Iterator[Obligation]:
    """The obligations of a change of caisse."""
    state = file.attachment
    if state.stage == "moving":
        own = state.move_cause != "asked"
        yield owed("take_over_by_law" if own else "take_over", state.move_from, state.moving_to)
    if not state.told_of_caisse and state.taken_over_on:
        yield owed("tell_of_new_caisse", state.taken_over_on, state.caisse)
