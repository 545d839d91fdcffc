"""First answers drawn from a file, as one would type them: a form shows them, and whoever fills it may change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import count

from ouverture.dossier.claim.events import CareSheet
from ouverture.dossier.file import File
from ouverture.dossier.law_of_a_day import opens_cover, with_what_follows
from ouverture.law.rulebook import rulebook
from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.rules.assessment import evaluator
from ouverture.rules.rulebook import Verdict
from ouverture.services.casework.as_typed import amount
from ouverture.services.casework.claim_prices import suggested, to_recover


def _free(day: date, taken: Iterable[str]) -> str:
    """A name nobody has yet: the day, and its place on that day when it is not the first."""
    known, plain = set(taken), day.isoformat()
    names = (plain if nth == 1 else f"{plain}-{nth}" for nth in count(1))
    return next(name for name in names if name not in known)


def _first_day(file: File, day: date) -> str:
    state = file.application
    known = state.rights_from or (state.first_received_on if state.first_received_on != date.min else day)
    return known.isoformat()


def _proven_ground(file: File, day: date) -> str:
    """The ground that the answers prove under the rules of that day, where it surely opens cover; "" without one."""
    facts = file.application.facts
    proof = evaluator(rulebook().on(day), day).prove(dict(with_what_follows(facts, day))) if facts else None
    sure = proof and opens_cover(proof.ground) and proof.ground.outcome.verdict is not Verdict.DISPUTED
    return proof.ground.name if proof and sure else ""


def _caisse(file: File, _: date) -> str:
    code = file.attachment.caisse
    try:
        return caisse_of(code).name
    except PlaceError:
        return code


def _to_price(file: File) -> CareSheet | None:
    """The first sheet that waits."""
    return next((one for one in file.claim.open if one.stage == "received"), None)


def _participations(file: File, day: date) -> str:
    """What the first sheet that waits gives back of the participations owed; "" when nothing is."""
    sheet = _to_price(file)
    taken = to_recover(file, sheet, day) if sheet else 0
    return amount(taken) if taken else ""


def _prices(file: File, day: date) -> str:
    """Each line not refused of the first sheet that waits, priced by the tables; the rest is left to say."""
    sheet = _to_price(file)
    if sheet is None:
        return ""
    priced = zip(sheet.lines, suggested(file, sheet, day), strict=True)
    return "\n".join(
        f"{place}: {amount(line.cents)} " if one is None else f"{place}: {amount(one.base)} {amount(one.cents)}"
        for place, (line, one) in enumerate(priced, 1)
        if not line.refused
    )


FIRST_ANSWERS: Mapping[str, Callable[[File, date], str]] = {
    "today": lambda _, day: day.isoformat(),
    "first_day": _first_day,
    "proven_ground": _proven_ground,
    "own_caisse": _caisse,
    "next_caisse": lambda file, _: file.attachment.moving_to or file.attachment.caisse,
    "doctor_asked": lambda file, _: file.doctor.asked,
    "new_envelope": lambda file, day: _free(day, (one.envelope for one in file.envelope.items)),
    "new_exchange": lambda file, day: _free(day, (one.exchange for one in file.exchange.items)),
    "new_appeal": lambda file, day: _free(day, (one.appeal for one in file.appeal.items)),
    "new_hold": lambda file, day: _free(day, (*(one.hold for one in file.hold.live), *file.hold.ended)),
    "new_claim": lambda file, day: _free(day, (one.claim for one in (*file.claim.open, *file.claim.settled))),
    "prices": _prices,
    "participations_owed": _participations,
}
"""Each first answer by its name."""
