"""What follows for the médecin traitant declared online: it is recorded at once (M21)."""

from __future__ import annotations

from ouverture.dossier.doctor.decisions import RecordDoctor
from ouverture.dossier.doctor.events import DoctorAccepted
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import after


@after(DoctorAccepted)
def record_what_was_declared_online(_: File, e: DoctorAccepted) -> Command | None:
    """The doctor declares online with the person's card: nothing is left to wait for."""
    return RecordDoctor() if e.route == "online" else None
