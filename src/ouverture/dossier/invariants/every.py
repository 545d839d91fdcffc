"""Every invariant, declared by being imported here."""

from ouverture.dossier.invariants import consequences, ends_well, expected, legal_time, papers, same_person, told
from ouverture.dossier.invariants.registry import OF_EVENT, OF_STATE, Violation, broken, broken_by, broken_state

__all__ = [
    "OF_EVENT",
    "OF_STATE",
    "Violation",
    "broken",
    "broken_by",
    "broken_state",
    "consequences",
    "ends_well",
    "expected",
    "legal_time",
    "papers",
    "same_person",
    "told",
]
