"""The INS: a NIR or NIA that travels with the OID telling which one it is, or that it is a test or a demonstration."""

import re
from dataclasses import replace

from ouverture.numbers.candidate import Candidate, Part
from ouverture.numbers.cleaning import clean
from ouverture.numbers.nir_reading import as_social_number
from ouverture.numbers.wording import finding, health_identity_codes, say

_OID = re.compile(r"(?:urn:oid:)?(1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11))(?!\d)", re.ASCII)
_MATRICULE = re.compile(r"(?<!\d)([12](?:[ .]?\d){4}[ .]?(?:\d[ .]?\d|2[ .]?[ABab])(?:[ .]?\d){8})(?!\d)", re.ASCII)


def as_health_identity(text: str, on_year: int) -> Candidate | None:
    """``text`` read as an INS when it holds one of its four OIDs, or None (source: FR Core FHIR guide, EVC)."""
    found = _OID.search(text)
    if found is None:
        return None
    oid = found[1]
    entry = health_identity_codes()[oid]
    oid_part = Part("oid", oid, say(entry["code"]))
    warning = () if "status" in entry else (finding("oid_never_in_production"),)
    matricule = _MATRICULE.search(_OID.sub(" ", text))
    read = as_social_number(clean(matricule[1]).compact, on_year) if matricule else None
    if read is None:
        return Candidate("oid", "", False, (oid_part,), (finding("oid_without_number"),), warning)
    return replace(read, kind="ins", parts=(oid_part, *read.parts), notes=warning + read.notes)
