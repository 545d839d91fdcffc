"""`ouverture check-paper`: a signed paper checked without any network, by keys and a list of withdrawals."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, asked_day, now, shown, takes_day
from ouverture.cli.journal import bad_journal, opened_journal
from ouverture.cli.reading import read_content, read_text
from ouverture.cli.writing import write_whole
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.signed_papers.keys import PublicKeys
    from ouverture.services.casework.house import House
    from ouverture.services.casework.signed.verdict import Verdict
    from ouverture.services.casework.signed.withdrawing import Withdrawals

STANDS, DOES_NOT = 0, 1
"""Exit codes: the paper is genuine and nothing withdrew it; anything else that could be read."""
MOST_OF_A_PAPER, MOST_OF_A_LIST = 5_000_000, 20_000_000


def register(commands: Any) -> None:
    """Add this door to the command."""
    check = add_door(commands, "check-paper", _check, "a signed paper checked offline: what it says, whether it stands")
    check.add_argument(
        "paper", nargs="?", metavar="TOKEN-or-FILE", help="the code, or a file that holds it (PDF, text)"
    )
    check.add_argument("--keys", metavar="FILE", help="the keys to believe (default: those of this installation)")
    check.add_argument("--withdrawn", metavar="FILE", help="a signed list of withdrawals (default: as known here)")
    check.add_argument(
        "--publish", metavar="FOLDER", help="write this installation's keys and list, to check elsewhere"
    )
    takes_day(check)


def _check(options: argparse.Namespace) -> int:
    if options.publish:
        return _publish(options)
    if not options.paper:
        raise BadInput(
            Text("papier : donnez le code ou le fichier d'un papier signé.",
                 "paper: give the code or the file of a signed paper.")
        )  # fmt: skip
    from ouverture.adapters.signed_papers.checking import checked

    day = asked_day(options)
    keys, known, wrong_list = _what_checks(options, day)
    found = checked(_written(options.paper), keys, known, day, wrong_list)
    shown(options, found.to_json(), _lines(found, options))
    return STANDS if found.state == "good" else DOES_NOT


def _lines(found: Verdict, options: argparse.Namespace) -> list[str]:
    from ouverture.services.casework.signed.verdict import rows_of

    rows = rows_of(found.paper) if found.paper else ()
    return [
        found.says.to(options.language),
        *(f"  {a.to(options.language)}: {b.to(options.language)}" for a, b in rows),
    ]


def _written(paper: str) -> str:
    """The code itself, or what stands in the file of that name."""
    from ouverture.adapters.signed_papers.token import BEGINS

    if paper.strip().upper().startswith(BEGINS):
        return paper
    return read_content(paper, MOST_OF_A_PAPER, "paper").decode("latin-1")


def _what_checks(options: argparse.Namespace, day: date) -> tuple[PublicKeys, Withdrawals | None, bool]:
    """The keys, the list if there is one, and whether one was given that cannot be believed."""
    from ouverture.adapters.signed_papers.keys import BadKeys, read_keys
    from ouverture.adapters.signed_papers.withdrawal_list import BadList, read_list

    keys, known = None, None
    if options.keys:
        try:
            keys = read_keys(read_text(options.keys, MOST_OF_A_PAPER, "--keys"))
        except BadKeys as problem:
            raise BadInput(Text(f"--keys : {problem}.", f"--keys: {problem}.")) from None
    else:
        from ouverture.wiring import what_checks

        with _this_house() as house:
            keys, known = what_checks(house, day)
    if options.withdrawn:
        try:
            return keys, read_list(read_text(options.withdrawn, MOST_OF_A_LIST, "--withdrawn"), keys), False
        except BadList:
            return keys, None, True
    return keys, known, False


@contextmanager
def _this_house() -> Iterator[House]:
    """The installation's own, to be read only; raises BadInput when it cannot be opened."""
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.services.casework.house import House
    from ouverture.services.casework.standing import dossiers
    from ouverture.wiring import paper_signer

    with opened_journal(read_only=True) as record:
        try:
            signer = paper_signer(record, os.environ)
        except NoJournal as problem:
            raise bad_journal(problem) from None
        yield House(record, dossiers(), signer=signer)


def _publish(options: argparse.Namespace) -> int:
    from ouverture.wiring import for_checking_elsewhere

    with _this_house() as house:
        keys, withdrawn = for_checking_elsewhere(house, now().date())
    folder = Path(options.publish)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / "keys.json", keys.encode())
    write_whole(folder / "withdrawn.json", withdrawn.encode())
    said = Text(
        f"keys.json et withdrawn.json écrits dans {folder}. Remettez keys.json en main propre : c'est lui qu'on croit.",
        f"keys.json and withdrawn.json written in {folder}. Hand over keys.json yourself: it is what is believed.",
    )
    return shown(options, {"keys": str(folder / "keys.json"), "withdrawn": str(folder / "withdrawn.json")},
                 [said.to(options.language)])  # fmt: skip
