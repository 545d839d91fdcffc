"""Every policy, declared by being imported here; the order is the order in which they answer."""

from ouverture.dossier.policies import (
    appeal,
    blocks,
    broken_promise,
    calendar,
    cards,
    children,
    claim,
    envelopes,
    new_rules,
    number,
    online_doctor,
    payments,
    reach,
)
from ouverture.dossier.policies.registry import CLOSING, POLICIES, Appointment, Policy, agenda, answering

__all__ = [
    "CLOSING",
    "POLICIES",
    "Appointment",
    "Policy",
    "agenda",
    "answering",
    "appeal",
    "blocks",
    "broken_promise",
    "calendar",
    "cards",
    "children",
    "claim",
    "envelopes",
    "new_rules",
    "number",
    "online_doctor",
    "payments",
    "reach",
]
