"""The sheets that have reached the office and that nobody has sorted yet: they are no longer the person's to send."""

from __future__ import annotations

from ouverture.dossier.file import File


def unsorted_sheets(file: File) -> frozenset[str]:
    """The sheets on the office's desk, by name; none when the caisse is outside: there, an envelope is on its way."""
    if not file.connected:
        return frozenset()
    return frozenset(name for one in file.envelope.items if not one.sent_again for name in one.unsorted)
