"""The two old layouts of 13 digits without key: provisional numbers (NNP, 7 and 8) and passing migrants (MIG, 5 and 6).

Rests on the public validation rules of the CNAM, version of 14 October 2024.
"""

import re

from ouverture.numbers.candidate import Candidate, Kind, Part
from ouverture.numbers.tables import caisses
from ouverture.numbers.wording import Finding, finding, say
from ouverture.text import Text

_SHAPE = re.compile(r"([5-8])(\d)(\d{3})(\d{8})(\d\d)?", re.ASCII)


def as_temporary_number(compact: str) -> Candidate | None:
    """``compact`` read as an NNP or a MIG number, or None when it has another shape."""
    shape = _SHAPE.fullmatch(compact)
    if shape is None:
        return None
    first, creation, caisse, order, surplus = shape.groups()
    kind: Kind = "nnp" if first in "78" else "mig"
    problems = _creation_problems(kind, creation)
    if surplus:
        problems += (finding("temporary_has_no_key"),)
    caisse_says, notes = _caisse(caisse)
    if kind == "nnp" and creation == "0":
        notes += (finding("nnp_before_2012"),)
    parts = (
        Part("sex", first, say("sex_temporary_man" if first in "57" else "sex_temporary_woman")),
        Part("creation", creation, say(f"creation_{creation}" if creation in "012" else "creation_unknown")),
        Part("caisse", caisse, caisse_says),
        Part("order", order, say("order_in_caisse")),
    )
    return Candidate(kind, compact, not problems, parts, problems, notes)


def _creation_problems(kind: Kind, creation: str) -> tuple[Finding, ...]:
    allowed = "012" if kind == "nnp" else "12"
    return () if creation in allowed else (finding("creation_refused", digit=creation),)


def _caisse(code: str) -> tuple[Text, tuple[Finding, ...]]:
    """The caisse that made the number; an unknown code is noted, not refused: the list is of 2020."""
    caisse = caisses().get(code)
    if caisse is None:
        return say("caisse_unknown", code=code), (finding("caisse_not_in_list", code=code),)
    if not caisse.successor:
        return say("caisse_known", name=caisse.name), ()
    successor = caisses()[caisse.successor].name
    return say("caisse_closed", name=caisse.name, successor=successor), ()
