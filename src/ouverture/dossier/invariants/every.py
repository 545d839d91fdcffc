"""Every invariant, declared by being imported here."""

from ouverture.dossier.invariants import consequences, expected, legal_time, papers, same_person, told
from ouverture.dossier.invariants.registry import OF_EVENT, OF_STATE, Violation, broken, broken_by, broken_state

__all__ = [
    "OF_EVENT",
    "OF_STATE",
    "Violation",
    "broken",
    "broken_by",
    "broken_state",
    "consequences",
    "expected",
    "legal_time",
    "papers",
    "same_person",
    "told",
]
