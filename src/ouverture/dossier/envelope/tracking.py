"""The tracking number of a registered envelope, as on the slip: spaces taken out, its check digit read."""

from __future__ import annotations

from ouverture.numbers.post import as_postal_number


def without_spaces(tracking: str) -> str:
    """The number as the post wants it: capitals, no spaces."""
    return "".join(tracking.split()).upper()


def shape_unknown(tracking: str) -> bool:
    """Whether nothing can be checked of it: it has neither the international shape nor the national one."""
    return as_postal_number(without_spaces(tracking)) is None


def is_wrong(tracking: str) -> bool:
    """Whether the number has a shape with a check digit, and the digit is not right. Other shapes cannot be judged."""
    read = as_postal_number(without_spaces(tracking))
    return read is not None and not read.valid
