"""The code on the first sheet of an envelope: it names a file by its opaque identity, and nobody."""

from __future__ import annotations

BEGINS = "ouverture:file:"


def code_of(stream: str) -> str:
    """What the code of this file says."""
    return f"{BEGINS}{stream}"


def file_of(scanned: str) -> str:
    """The file that a scanned code names; "" for anything else that was scanned or typed."""
    read = scanned.strip()
    return read[len(BEGINS) :] if read.lower().startswith(BEGINS) else ""
