"""A file in a test, and what is done in it."""

from datetime import date
from typing import Any

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command
from ouverture.dossier.machine import Appended, decide, open_file, run
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Refusal

AGENT, OTHER_AGENT = "agent-1", "agent-2"


def opened(mode: Any = "connected", day: date = date(2026, 1, 5)) -> File:
    outcome = open_file(OpenFile("p1", "751", mode), day)
    assert isinstance(outcome, Appended)
    return outcome.file


def after(
    file: File, wanted: Command, day: date, by: Any = None, off: frozenset[str] = frozenset(), who: str = AGENT
) -> File:
    outcome = run(file, wanted, day, by, off, who)
    assert isinstance(outcome, Appended), outcome
    return outcome.file


def with_waiting_number(day: date) -> File:
    """Somebody who works, covered from ``day``, with a waiting number and a birth certificate that was accepted."""
    papers = ("identity_document", "birth_certificate")
    file = after(opened(day=day), Deposit(papers, ground="employee"), day)
    for wanted in (
        *map(AcceptPiece, papers), RecordSearch(()), GrantApplication("employee", day),
        IssueWaitingNumber("291079940412337"),
    ):  # fmt: skip
        file = after(file, wanted, day)
    return file


def refused(file: File, wanted: Command, day: date, by: Any = None, who: str = AGENT) -> Refusal:
    decision = decide(file, wanted, day, by, who)
    assert isinstance(decision, Refusal), decision
    return decision


def acts(file: File, day: date) -> set[str]:
    return {each.act for each in obligations(file, day)}
