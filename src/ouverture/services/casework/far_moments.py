"""A moment too far from the last event is refused: what is written under a wrong clock could never be taken back."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.ports import Line, Order
from ouverture.text import Text

AHEAD = timedelta(days=1)
"""How far a legal day may be after the moment of recording: other time zones are ahead by hours."""
PAST = timedelta(days=3653)
"""Ten years: what happened earlier is written down by another act, with its own day in it."""
LONGEST_SILENCE = timedelta(days=1827)
"""Five years: every open file is looked at once a year, so a longer silence is a clock that jumped."""
BACK = timedelta(days=1)
"""How far the clock may be behind the last event: machines differ by seconds, time zones by hours."""

LATER_THAN_NOW = Refusal(
    "day_to_come",
    Text(
        "Ce jour n'est pas encore venu. Donnez le jour où cela s'est passé.",
        "This day has not come yet. Give the day on which it happened.",
    ),
    "agent",
)
LONG_PAST = Refusal(
    "day_long_past",
    Text(
        "Ce jour est passé depuis plus de dix ans. Vérifiez l'année.",
        "This day is more than ten years past. Check the year.",
    ),
    "agent",
)
WRONG_CLOCK = Refusal(
    "wrong_clock",
    Text(
        "L'horloge d'ici est loin du dernier événement du dossier : mettez-la à l'heure. Rien n'a été enregistré.",
        "The clock of this system is far from the last event of the file. Nothing was recorded: set it right.",
    ),
    "agent",
)


def too_far(order: Order, last: Line | None) -> Refusal | None:
    """Why an order cannot be dated as it is; ``last`` is the last line of its file."""
    today = order.recorded_at.date()
    if order.at.on > today + AHEAD:
        return LATER_THAN_NOW
    if order.at.on < today - PAST:
        return LONG_PAST
    if last is None:
        return None
    before = date.fromisoformat(last.recorded_at[:10])
    return None if before - BACK <= today <= before + LONGEST_SILENCE else WRONG_CLOCK
