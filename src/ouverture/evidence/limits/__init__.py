"""Every limit on what an office may ask, one module per subject."""

from ouverture.evidence.limits import civil_status, procedure, residence, situation, stay
from ouverture.evidence.not_to_be_asked import NotToBeAsked

LIMITS: tuple[NotToBeAsked, ...] = tuple(
    value
    for room in (residence, stay, civil_status, situation, procedure)
    for value in vars(room).values()
    if isinstance(value, NotToBeAsked)
)
