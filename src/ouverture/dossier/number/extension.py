"""The caisse's own terms of R114-7 V: three months to decide, two years of extension, three months again."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deadline import due
from ouverture.dossier.file import File


def extension_end(file: File) -> date | None:
    """The last day of the extension, if there is one."""
    granted = file.number.extended_on
    return due("extension_two_years", granted) if granted and file.number.stage == "extended" else None


def silence_after_suspension_on(file: File) -> date | None:
    """The last day for the caisse to decide; afterwards its silence restores payments and sends the file to Cnav."""
    if end := extension_end(file):
        return due("caisse_decision_after_extension", end)
    if file.number.stage == "suspended" and file.number.suspended_on:
        return due("caisse_decision_after_suspension", file.number.suspended_on)
    return None
