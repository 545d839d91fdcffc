"""An invented person's file, step by step, for the tests of what comes once a number is permanent."""

from datetime import date
from typing import Any

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Asserter, Command, Event
from ouverture.dossier.machine import Appended, open_file, run, wake
from ouverture.dossier.number.decisions import CertifyInPlace, IssueWaitingNumber
from ouverture.dossier.refusals import Refusal

Off = frozenset[str]
NOTHING_OFF: Off = frozenset()
AGENT, OTHER_AGENT = "agent-1", "agent-2"
OPENED, CERTIFIED = date(2026, 3, 2), date(2026, 4, 15)
SHOWN = ("identity_document", "birth_certificate")
PAPERS = (
    *SHOWN,
    "application_form",
    "marriage_certificate",
    "relative_rights_certificate",
    "relative_identity_document",
)


def done(
    file: File, command: Command, day: date, by: Asserter | None = None, off: Off = NOTHING_OFF, who: str = AGENT
) -> File:
    """The file after a command that is not refused."""
    return outcome(file, command, day, by, off, who).file


def outcome(
    file: File, command: Command, day: date, by: Asserter | None = None, off: Off = NOTHING_OFF, who: str = AGENT
) -> Appended:
    found = run(file, command, day, by, off, who)
    assert isinstance(found, Appended), found
    return found


def refused(file: File, command: Command, day: date, by: Asserter | None = None, who: str = AGENT) -> Refusal:
    """Why the command is refused; its sentence is there in both languages."""
    found = run(file, command, day, by, who=who)
    assert isinstance(found, Refusal), found
    assert found.says.fr
    assert found.says.en
    return found


def opened(**choices: Any) -> File:
    found = open_file(OpenFile("person-1", "751", **choices), OPENED)
    assert isinstance(found, Appended)
    return found.file


def waiting() -> File:
    """A claim granted, cover open, a waiting number sent on to Cnav."""
    file = done(opened(), Deposit(PAPERS, ground="joins_insured_family"), OPENED)
    for paper in SHOWN:
        file = done(file, AcceptPiece(paper), OPENED)
    file = done(file, RecordSearch(()), OPENED)
    file = done(file, GrantApplication("joins_insured_family", OPENED), OPENED)
    return done(file, IssueWaitingNumber("2910799404123 37"), OPENED)


def certified(off: Off = NOTHING_OFF) -> File:
    """The same, with the number certified in place and the account invited."""
    return done(waiting(), CertifyInPlace(), CERTIFIED, off=off)


def woken(file: File, day: date, off: Off = NOTHING_OFF) -> tuple[File, tuple[str, ...]]:
    """The file once the days have passed, and the kinds of what happened."""
    found = wake(file, day, off)
    return found.file, kinds(found.events)


def kinds(events: tuple[Event, ...]) -> tuple[str, ...]:
    return tuple(one.kind for one in events)
