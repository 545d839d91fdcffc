"""What can be asked about the médecin traitant: choosing, answering, recording, ending."""

from __future__ import annotations

from ouverture.dossier.ages import reaches
from ouverture.dossier.deciding import decides
from ouverture.dossier.doctor.events import (
    DoctorAccepted,
    DoctorDeclined,
    DoctorEnded,
    DoctorProposed,
    DoctorRecorded,
    Route,
    Why,
)
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Decision, Moment, OfCaisse, OfPerson, Personal, PersonalDate, command
from ouverture.dossier.refusals import refuse


class OfDoctor(Command):
    """What the doctor does; the signed form, or the person, may be how it is known."""

    __slots__ = ()
    may = ("doctor", "person", "helper", "caisse", "letter", "call")


@command
class ProposeDoctor(OfPerson):
    """Choose a doctor, at any time and without a reason. Under 16 a parent chooses (``born_on``, when it is known)."""

    doctor: Personal
    route: Route = "paper"
    born_on: PersonalDate | None = None
    by_parent: bool = False


@command
class AcceptPatient(OfDoctor):
    """Take the person as a patient; online, this is also the declaration, so nobody need have asked first."""

    doctor: Personal
    route: Route = "online"


@command
class DeclinePatient(OfDoctor):
    """Not take the person, with a reason."""

    reason: Personal


@command
class RecordDoctor(OfCaisse):
    """Record the choice that both have made."""


@command
class EndDoctor(OfDoctor):
    """The doctor in force stops: retired, moved away, died, or one of the two ends it."""

    why: Why


@decides(ProposeDoctor)
def _propose(file: File, c: ProposeDoctor, at: Moment) -> Decision:
    if not c.doctor:
        return refuse("doctor_without_name")
    if c.doctor == file.doctor.doctor:
        return refuse("already_your_doctor", doctor=c.doctor)
    grown = c.born_on and reaches("names_own_doctor", c.born_on)
    if grown and at.on < grown and not c.by_parent:
        return refuse("parent_chooses_doctor", by=grown)
    return (DoctorProposed(at, c.doctor, c.route),)


@decides(AcceptPatient)
def _accept(file: File, c: AcceptPatient, at: Moment) -> Decision:
    if not c.doctor:
        return refuse("doctor_without_name")
    if c.route == "paper" and file.connected and file.doctor.asked != c.doctor:
        return refuse("form_signed_by_both", doctor=c.doctor)
    return (DoctorAccepted(at, c.doctor, c.route),)


@decides(DeclinePatient)
def _decline(file: File, c: DeclinePatient, at: Moment) -> Decision:
    if not c.reason:
        return refuse("doctor_declines_without_reason")
    return (DoctorDeclined(at, file.doctor.asked, c.reason),)


@decides(RecordDoctor)
def _record(file: File, _: RecordDoctor, at: Moment) -> Decision:
    if not file.doctor.asked:
        return refuse("no_doctor_to_record")
    return (DoctorRecorded(at, file.doctor.asked, file.doctor.doctor),)


@decides(EndDoctor)
def _end(file: File, c: EndDoctor, at: Moment) -> Decision:
    if not file.doctor.doctor:
        return refuse("no_doctor_recorded")
    return (DoctorEnded(at, file.doctor.doctor, c.why),)
