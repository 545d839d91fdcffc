"""The person of a file as a desk names them."""

from __future__ import annotations

from ouverture.dossier.file import File


def name_of(file: File) -> str:
    """The name colleagues read in a list; the opaque name of the file while nobody has told one."""
    return file.attachment.person[:8]
