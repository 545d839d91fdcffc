"""Which channels can carry a message to the person: a channel without an address is not a channel."""

from __future__ import annotations

from collections.abc import Iterable

from ouverture.dossier.file import File
from ouverture.dossier.person.events import WAY_OF, Address


def address_of(file: File, channel: str) -> str:
    """Where a channel reaches the person; "" when it cannot. The account reaches whoever opened it."""
    if channel == "letter":
        return str(file.person.address) if file.person.address != Address() else ""
    if channel == "account":
        return "account" if file.account.stage == "active" else ""
    return file.person.way(WAY_OF[channel]) if channel in WAY_OF else ""


def channels_of(file: File) -> tuple[str, ...]:
    """The channels that have an address: those the person prefers first, then the others that are known."""
    wanted = dict.fromkeys((*file.messages.channels, *WAY_OF, "letter"))
    return tuple(channel for channel in wanted if address_of(file, channel))


def without_address(file: File, channels: Iterable[str]) -> str | None:
    """The first of these channels that has no address, or None."""
    return next((channel for channel in channels if not address_of(file, channel)), None)
