"""What is no care sheet of this person, seen at the door with the tables of care: a repayment, a child's act."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.claim.requests import ReceiveClaim
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.pricing.acts import acts
from ouverture.pricing.spellings import act_named, is_refund
from ouverture.services.casework.claim_counters import age_on
from ouverture.services.casework.claim_prices import unexplained


def ill_priced(file: File, command: Command, day: date) -> Refusal | None:
    """Why an act about a care sheet cannot be taken as it is; None when the tables have nothing to say.

    Only a caisse of this system is asked for the reason of its price: another's is written down as it was seen.
    """
    unreasoned = unexplained(file, command, day) if file.connected else None
    return not_their_sheet(file, command) or unreasoned


def not_their_sheet(file: File, command: Command) -> Refusal | None:
    """Why a sheet cannot be taken as it is: a line is a repayment, or the act of somebody younger than the person."""
    if not isinstance(command, ReceiveClaim):
        return None
    age = age_on(file.person.birth.on, command.care_on)
    for code, _ in command.lines:
        if is_refund(code):
            return refuse("repayment_is_no_care", act=code)
        act = act_named(code)
        limit = acts()[act].patient_under_age if act else None
        if limit is not None and age is not None and age >= limit:
            return refuse("act_of_a_child", act=code, limit=limit)
    return None
