"""`ouverture law-watch`: a newer export of the codes against the texts held. It alters nothing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, asked_day, shown, takes_day
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.services.answer.assess import Answer

CROWD = 1_000_000


def register(commands: Any) -> None:
    """Add this door to the command."""
    watch = add_door(
        commands, "law-watch", _watch, "what changed in a newer export of the codes, and what stands on it"
    )
    watch.add_argument(
        "new", help="articles as JSON Lines (code, article, legiarti, from, to, text), or a folder of them"
    )
    watch.add_argument("--examples", default="examples", help="a folder of persons to answer (default: %(default)s)")
    watch.add_argument("--crowd", type=int, default=CROWD, help="persons drawn to count answers (default: %(default)s)")
    takes_day(watch)


def _watch(options: argparse.Namespace) -> int:
    from ouverture.services.law_watch.export import ExportError, read_export
    from ouverture.services.law_watch.watch import watch

    if options.crowd < 0:
        raise BadInput(Text("--crowd : donnez un nombre, 0 pour personne.", "--crowd: give a number, 0 for nobody."))
    try:
        export = read_export(Path(options.new))
    except ExportError as problem:
        raise BadInput(problem.text) from None
    day = asked_day(options)
    report = watch(export, _answers(Path(options.examples), options), day, options.crowd)
    return shown(options, report.to_json(), report.lines(options.language))


def _answers(folder: Path, options: argparse.Namespace) -> Mapping[str, Answer]:
    """The answer to each example of the folder; none when there is no such folder."""
    from ouverture.cli.person_file import answers

    found: dict[str, Answer] = {}
    for file in sorted(folder.glob("*.toml")):
        read = argparse.Namespace(**{**vars(options), "file": str(file)})
        named = answers(read).items()
        found |= {f"{file.stem} {role}".strip(): answer for role, answer in named}
    return found
