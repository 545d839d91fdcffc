"""Who must act next for the médecin traitant, and by which day. Choosing one is optional, so it stops being asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File


def duties(file: File, day: date) -> Iterator[Obligation]:
    """The obligations of the choice: the doctor answers, the caisse records, the person may choose again."""
    state = file.doctor
    if state.since is None:
        return
    if state.stage == "proposed":
        yield owed("doctor_answers", state.since, state.asked)
    elif state.stage == "accepted":
        yield owed(f"record_doctor_{state.route}", state.since, state.asked)
    elif state.stage in ("declined", "ended"):
        gone = state.stage == "ended" and state.why in ("retired", "moved")
        offered = owed("choose_doctor_within_a_year" if gone else "choose_another_doctor", state.since)
        if day <= offered.due:
            yield offered
