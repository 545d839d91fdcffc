"""First answers drawn from a file, as one would type them: a form shows them, and whoever fills it may change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import count

from ouverture.dossier.file import File
from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.services.casework.as_typed import amount


def _free(day: date, taken: Iterable[str]) -> str:
    """A name nobody has yet: the day, and its place on that day when it is not the first."""
    known, plain = set(taken), day.isoformat()
    names = (plain if nth == 1 else f"{plain}-{nth}" for nth in count(1))
    return next(name for name in names if name not in known)


def _first_day(file: File, day: date) -> str:
    state = file.application
    known = state.rights_from or (state.first_received_on if state.first_received_on != date.min else day)
    return known.isoformat()


def _caisse(file: File, _: date) -> str:
    code = file.attachment.caisse
    try:
        return caisse_of(code).name
    except PlaceError:
        return code


def _prices(file: File, _: date) -> str:
    """Each line not refused of the first sheet that waits, with what was paid for it; what is repaid is left to say."""
    sheet = next((one for one in file.claim.open if one.stage == "received"), None)
    kept = [(place, line.cents) for place, line in enumerate(sheet.lines, 1) if not line.refused] if sheet else []
    return "\n".join(f"{place}: {amount(cents)} " for place, cents in kept)


FIRST_ANSWERS: Mapping[str, Callable[[File, date], str]] = {
    "today": lambda _, day: day.isoformat(),
    "first_day": _first_day,
    "own_caisse": _caisse,
    "next_caisse": lambda file, _: file.attachment.moving_to or file.attachment.caisse,
    "doctor_asked": lambda file, _: file.doctor.asked,
    "new_envelope": lambda file, day: _free(day, (one.envelope for one in file.envelope.items)),
    "new_exchange": lambda file, day: _free(day, (one.exchange for one in file.exchange.items)),
    "new_appeal": lambda file, day: _free(day, (one.appeal for one in file.appeal.items)),
    "new_hold": lambda file, day: _free(day, (*(one.hold for one in file.hold.live), *file.hold.ended)),
    "new_claim": lambda file, day: _free(day, (one.claim for one in (*file.claim.open, *file.claim.settled))),
    "prices": _prices,
}
"""Each first answer by its name."""
