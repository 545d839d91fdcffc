"""`ouverture number`: which kind of number this is, what it opens, and whether it goes with a declared birth."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, now, shown
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.numbers.agreement import Agreement, Sex

SEXES: dict[str, Sex] = {
    **dict.fromkeys(("man", "male", "m", "homme", "h"), "man"),
    **dict.fromkeys(("woman", "female", "f", "femme", "w"), "woman"),
}


def register(commands: Any) -> None:
    """Add these doors to the command."""
    number = add_door(commands, "number", _number, "which kind of number this is, and what it opens")
    number.add_argument("text", nargs="+")
    number.add_argument("--born-on", metavar="DATE", help="the date of birth, to hold the number against")
    number.add_argument("--sex", help="man or woman, as in the civil status")
    number.add_argument("--born-at", metavar="PLACE", help="an Insee code, or the name of a commune or country")


def _number(options: argparse.Namespace) -> int:
    from ouverture.numbers.reading import read

    text = " ".join(options.text)
    if not text.strip():
        raise BadInput(
            Text("numéro : il n'y a rien à lire, donnez un numéro.", "number: there is nothing to read, give a number.")
        )
    reading = read(text, on=now().date())
    beside = _beside(text, options)
    if beside is None:
        return shown(options, reading.to_json(), reading.sentences(options.language))
    document = {**reading.to_json(), "agreement": beside.to_json()}
    return shown(options, document, [*reading.sentences(options.language), *beside.sentences(options.language)])


def _beside(text: str, options: argparse.Namespace) -> Agreement | None:
    """The number beside what was declared of the birth; None when nothing was."""
    from ouverture.clock.day_reading import DayNotRead, read_day
    from ouverture.numbers.agreement import agreement

    if not (options.born_on or options.sex or options.born_at):
        return None
    try:
        born_on = read_day(options.born_on, options.language) if options.born_on else None
    except DayNotRead as problem:
        raise BadInput(Text(f"--born-on : {problem.text.fr}", f"--born-on: {problem.text.en}")) from None
    return agreement(text, born_on=born_on, sex=_sex(options.sex), place=options.born_at, on=now().date())


def _sex(said: str | None) -> Sex | None:
    if said is None:
        return None
    if said.lower() not in SEXES:
        raise BadInput(
            Text(
                f"--sex : « {said} » n'est pas lu ; écrivez homme ou femme.",
                f'--sex: "{said}" cannot be read; write man or woman.',
            )
        )
    return SEXES[said.lower()]
