"""`ouverture read-paper`: what is read on a paper, page by page, and what the checks say of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, now, shown
from ouverture.cli.reading import read_beginning
from ouverture.text import Language, Text

if TYPE_CHECKING:
    from ouverture.evidence.checks import Case, Finding, PaperRead

OUTCOMES = {
    "passed": Text("bon", "passed"),
    "failed": Text("à revoir", "failed"),
    "inconclusive": Text("à regarder", "somebody has to look"),
}
_PAGE = Text("Page {number} : {count} lignes lues.", "Page {number}: {count} lines read.")
_KIND = Text("Reconnu : {kind}.", "Recognised: {kind}.")
_UNKNOWN = Text("Papier non reconnu.", "Paper not recognised.")
_MOST_BYTES = 50_000_000


def register(commands: Any) -> None:
    """Add this door to the command."""
    door = add_door(commands, "read-paper", _read, "what is read on a paper, and what the checks say of it")
    door.add_argument("files", nargs="+", metavar="FILE", help="PDF, JPEG or PNG: the pages of one paper, in order")
    door.add_argument("--as", dest="name", metavar="PAPER", default="", help="the paper it is given as: bank_details…")
    door.add_argument("--family-name", default="", help="of whoever it must belong to")
    door.add_argument("--used-name", default="", help="the name they use, if another")
    door.add_argument("--given-names", default="", help="their given names")
    door.add_argument("--born-on", metavar="DATE", default="", help="year-month-day")
    door.add_argument("--born-in", metavar="COUNTRY", default="", help="the code of the country of birth: US")


def _read(options: argparse.Namespace) -> int:
    from ouverture.evidence.reading.kinds import kinds_of
    from ouverture.services.papers.checking import read_and_check
    from ouverture.wiring import open_reader

    case = _case(options)
    read, found = read_and_check(open_reader(), [_content(name) for name in options.files], options.name, case)
    kinds = kinds_of(read, case.today)
    document = {
        "kinds": [{"name": kind.name, **kind.says._asdict()} for kind in kinds],
        "trouble": read.trouble._asdict() if read.trouble else None,
        "pages": [_page(page) for page in read.pages],
        "findings": [one.to_json() for one in found],
    }
    said = [_KIND.filled(kind=kind.says).to(options.language) for kind in kinds] or [_UNKNOWN.to(options.language)]
    return shown(options, document, [*_pages(read, options.language), *said, *_findings(found, options.language)])


def _case(options: argparse.Namespace) -> Case:
    from ouverture.evidence.checks import Case, Named
    from ouverture.evidence.papers import PAPERS

    if options.name and options.name not in PAPERS:
        raise BadInput(
            Text(
                f"--as : « {options.name[:60]} » n'est pas un papier connu ; par exemple bank_details.",
                f'--as: "{options.name[:60]}" is not a known paper; for example bank_details.',
            )
        )
    today = now().date()
    person = Named(options.family_name, options.used_name, tuple(options.given_names.split()))
    return Case(today, today, person, born_on=_born(options.born_on), born_in=options.born_in.upper())


def _born(typed: str) -> str:
    from ouverture.clock.deadlines import DeadlineError
    from ouverture.dossier.person.birth import read_birth

    try:
        return str(read_birth(typed)) if typed else ""
    except DeadlineError as problem:
        raise BadInput(Text(f"--born-on : {problem.text.fr}", f"--born-on: {problem.text.en}")) from None


def _content(name: str) -> bytes:
    content = read_beginning(name, _MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise BadInput(
            Text(
                f"fichier : « {name[-60:]} » dépasse 50 Mo ; envoyez une page à la fois.",
                f'file: "{name[-60:]}" is over 50 MB; send one page at a time.',
            )
        )
    return content


def _page(page: Any) -> dict[str, Any]:
    return {
        "number": page.number,
        "source": page.source,
        "turned": page.turned,
        "quality": page.quality._asdict() if page.quality else None,
        "lines": [{"text": line.text, "place": list(line.place), "sure": line.sure} for line in page.lines],
    }


def _pages(read: PaperRead, language: Language) -> Iterator[str]:
    if read.trouble:
        yield read.trouble.to(language)
    for page in read.pages:
        yield _PAGE.filled(number=page.number, count=len(page.lines)).to(language)
        yield from (f"  {line.text}" for line in page.lines)


def _findings(found: tuple[Finding, ...], language: Language) -> Iterator[str]:
    for one in found:
        yield f"{OUTCOMES[one.outcome].to(language)}: {one.reason.to(language)} [{one.serves}]"
        if one.remedy:
            yield f"  {one.remedy.to(language)}"
