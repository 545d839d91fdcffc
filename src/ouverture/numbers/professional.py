"""Numbers of professionals and structures: RPPS, Assurance Maladie or FINESS, SIRET. Mostly their shape only."""

import re

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.wording import finding, say

_ELEVEN = re.compile(r"\d{11}", re.ASCII)
_NINE = re.compile(r"\d{9}", re.ASCII)
_FOURTEEN = re.compile(r"\d{14}", re.ASCII)


def as_professional_number(compact: str) -> Candidate | None:
    """``compact`` read as an RPPS (11 digits), an AM or FINESS number (9), or a SIRET (14), or None."""
    if _ELEVEN.fullmatch(compact):
        return _rpps(compact)
    if _NINE.fullmatch(compact):
        note = finding("ameli_pro_shape_only")
        return Candidate("ameli_pro", compact, True, (Part("whole", compact, say("nine_digits")),), (), (note,))
    return _siret(compact) if _FOURTEEN.fullmatch(compact) else None


def as_card_serial(compact: str) -> Candidate | None:
    """Eleven digits beginning with 9 can be the serial number of a carte Vitale (one guide: certainty M)."""
    if not _ELEVEN.fullmatch(compact) or compact[0] != "9":
        return None
    part = Part("whole", compact, say("eleven_digits"))
    return Candidate("card_serial", compact, True, (part,), (), (finding("card_serial_shape_only"),))


def _rpps(compact: str) -> Candidate:
    """The control of the RPPS is not verified: a failing Luhn sum is told, never refused."""
    from stdnum.luhn import is_valid

    note = finding("rpps_luhn_passes" if is_valid(compact) else "rpps_luhn_fails")
    return Candidate("rpps", compact, True, (Part("whole", compact, say("eleven_digits")),), (), (note,))


def _siret(compact: str) -> Candidate | None:
    from stdnum.fr import siret

    if not siret.is_valid(compact):
        return None
    parts = (Part("company", compact[:9], say("siret_company")), Part("office", compact[9:], say("siret_office")))
    return Candidate("siret", compact, True, parts)
