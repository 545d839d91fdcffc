"""Every requirement, in the order in which a file is put together."""

from ouverture.evidence.requirement import Requirement
from ouverture.evidence.requirements import (
    another_state,
    children,
    family,
    forms,
    identity,
    money,
    residence,
    state_aid,
    stay,
    work,
)

REQUIREMENTS: tuple[Requirement, ...] = tuple(
    value
    for room in (forms, identity, stay, family, work, residence, another_state, children, state_aid, money)
    for value in vars(room).values()
    if isinstance(value, Requirement)
)
