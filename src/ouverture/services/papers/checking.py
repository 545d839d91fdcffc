"""One door for every desk: a paper is read, and checked as the agent will check it, before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ouverture.dossier.application.silence import silence_if_held, silence_runs
from ouverture.dossier.file import File
from ouverture.evidence.checks import Case, Finding, Named, PaperRead, findings, photo_findings
from ouverture.services.papers.ports import Reader


def read_and_check(
    reader: Reader, files: Sequence[bytes], name: str, case: Case
) -> tuple[PaperRead, tuple[Finding, ...]]:
    """A paper given under ``name`` (of ``evidence.papers``), as it was read, and every finding on it alone.

    Nothing is raised for what the files hold: an unreadable page gives inconclusive findings.
    """
    read = reader.read(files)
    return read, findings({name: read}, case)


def check_photo(reader: Reader, picture: bytes) -> tuple[Finding, ...] | None:
    """Advice on the photo of a card, against the French standard; None when it cannot be opened as a picture."""
    portrait = reader.portrait(picture)
    return photo_findings(portrait) if portrait else None


def pre_flight(papers: Mapping[str, PaperRead], case: Case) -> tuple[Finding, ...]:
    """Every finding on a whole file, paper by paper: the one list that the person and the agent both see."""
    return findings(papers, case)


def case_of(file: File, day: date) -> Case:
    """What the checks need to know of a file on that day. Nothing that the file does not hold is supposed."""
    names, birth = file.person.names, file.person.birth
    return Case(
        today=day,
        claimed_on=_claimed_on(file) or day,
        person=Named(names.birth, names.usage, names.given),
        decided_on=silence_if_held(file) if silence_runs(file) else None,
        born_on=birth.on,
        born_in=birth.country,
    )


def _claimed_on(file: File) -> date | None:
    first = file.application.first_received_on
    return first if first != date.min else None
