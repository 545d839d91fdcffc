"""Whether the person has a carte Vitale, or one is on its way."""

from __future__ import annotations

from ouverture.dossier.card.events import VITALE
from ouverture.dossier.file import File


def has_a_card(file: File) -> bool:
    """Whether a carte Vitale, in either form, is ordered, made, on its way or in use."""
    return any(file.card.stage(form) not in ("none", "stopped") for form in VITALE)
