"""What an installation keeps of how a person comes in, besides the file itself: it goes with the file."""

from __future__ import annotations

from typing import Protocol


class WaysIn(Protocol):
    """Addresses that open files, as an installation keeps them."""

    def forget(self, stream: str) -> None:
        """Remove whatever of it is personal, for a file that was erased."""


class NoWaysIn:
    """An installation that keeps none."""

    def forget(self, stream: str) -> None:
        """There is nothing to remove."""
