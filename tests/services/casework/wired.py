"""A whole house in a folder of its own, and the people who come to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal
from ouverture.rehearsal.someone import situations
from ouverture.services.casework.acting import Wanted, carry_out, open_file
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.wiring import open_house

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FILE, RECORD = "file-of-hers", "record-of-hers"
SHE = Actor("she", "person", "", (FILE, RECORD))
STRANGER = Actor("stranger", "person", "", ("another-file",))
AGENT = Actor("agent-7", "agent", "751")
AGENT_ELSEWHERE = Actor("agent-9", "agent", "691")
SUPERVISOR = Actor("head", "supervisor", "751")
_keys = count()


def house_in(folder: Path, offices: str = "751") -> House:
    """The caisse of Paris works on it, or those given; every other caisse is outside."""
    where, key = str(folder / "journal.sqlite3"), str(folder / "journal.key")
    return open_house({"OUVERTURE_JOURNAL": where, "OUVERTURE_KEY_FILE": key, "OUVERTURE_OFFICES": offices})


def wanted(stream: str, command: Command, seen: int | None = None, key: str = "") -> Wanted:
    """A command on the day of these tests, under a key of its own."""
    return Wanted(stream, command, DAY, key or f"key-{next(_keys)}", NOON, seen)


def opened(house: House) -> House:
    """The same house with her file at the caisse, her claim in it, and a record of a caisse outside."""
    done = open_file(house, SHE, wanted(FILE, OpenFile(FILE, "751", "connected")))
    assert isinstance(done, Done)
    assert isinstance(open_file(house, SHE, wanted(RECORD, OpenFile(RECORD, "691", "recorded"))), Done)
    assert isinstance(act(house, SHE, FILE, claim()), Done)
    return house


def claim() -> Deposit:
    """The claim of the article's person, with every paper."""
    spouse = next(one for one in situations() if one.name == "spouse")
    return Deposit(spouse.papers, "post", spouse.ground, spouse.facts)


def act(house: House, actor: Actor, stream: str, command: Command) -> Done | Changed | Refusal:
    """Carry out one command."""
    return carry_out(house, actor, wanted(stream, command))
