"""A file in a test, and what is done in it."""

from datetime import date
from typing import Any

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.machine import Appended, decide, open_file, run
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Refusal


def opened(mode: Any = "connected", day: date = date(2026, 1, 5)) -> File:
    outcome = open_file(OpenFile("p1", "751", mode), day)
    assert isinstance(outcome, Appended)
    return outcome.file


def after(file: File, wanted: Command, day: date, by: Any = None, off: frozenset[str] = frozenset()) -> File:
    outcome = run(file, wanted, day, by, off)
    assert isinstance(outcome, Appended), outcome
    return outcome.file


def refused(file: File, wanted: Command, day: date, by: Any = None) -> Refusal:
    decision = decide(file, wanted, day, by)
    assert isinstance(decision, Refusal), decision
    return decision


def acts(file: File, day: date) -> set[str]:
    return {each.act for each in obligations(file, day)}
