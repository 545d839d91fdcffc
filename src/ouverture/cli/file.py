"""`ouverture file`: the use cases of a file, for a person at a terminal or a script. The same door as every desk."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from ouverture.cli.door import BadInput, add_door, asked_day, now, shown, takes_day
from ouverture.cli.journal import bad_journal
from ouverture.cli.reading import read_beginning
from ouverture.text import Language, Text

if TYPE_CHECKING:
    from ouverture.services.casework.actors import Actor
    from ouverture.services.casework.house import House
    from ouverture.services.casework.look import FileView

TERMINAL = "terminal"
"""The opaque identity of whoever has the journal and its key before them, when ``--as`` gives none."""

NO_WORK = Text("Aucun acte n'attend.", "No act waits.")
NOBODY_FOUND = Text(
    "Aucun dossier à ce numéro ou à ce nom, parmi ceux que vous pouvez voir.",
    "No file under this number or name, among those you may see.",
)
NOTHING_WOULD_CHANGE = Text("Rien ne serait enregistré.", "Nothing would be recorded.")


def register(commands: Any) -> None:
    """Add these doors to the command."""
    about = "a file: open, show, do an act, the work that waits, find a person"
    parser = commands.add_parser("file", help=about, description=about)
    acts = parser.add_subparsers(required=True, metavar="WHAT")
    opening = _door(acts, "open", _open, "open a file with a caisse; prints its name")
    opening.add_argument("--caisse", required=True, metavar="CODE", help="see `ouverture caisse POSTCODE`")
    show = _door(acts, "show", _show, "what is owed, what is held, what can be done")
    show.add_argument("stream", metavar="FILE", help="the name that `file open` printed")
    do = _door(acts, "do", _do, "do an act, each answer as NAME=VALUE")
    do.add_argument("stream", metavar="FILE")
    do.add_argument("act", help="its name, from `file show`")
    do.add_argument("answers", nargs="*", metavar="NAME=VALUE")
    do.add_argument("--preview", action="store_true", help="say what would happen, and write nothing")
    do.add_argument("--key", default="", help="the same for the same order sent twice")
    do.add_argument("--seen", type=int, default=None, metavar="VERSION", help="refuse if the file has moved on since")
    happened = "in a record of a caisse outside: the day on which it was (default: today)"
    do.add_argument("--happened-on", default="", metavar="DATE", help=happened)
    do.add_argument("--seen-by", default="", choices=("", "letter", "call", "screen"), help="how it is known")
    carry = _door(acts, "carry", _carry, "the whole file, encrypted under a passphrase read from standard input")
    carry.add_argument("stream", metavar="FILE")
    carry.add_argument("dest", metavar="DEST", help="a file that is not there yet")
    again = _door(acts, "reopen", _reopen, "a carried file as a file of your own again; prints its name")
    again.add_argument("source", metavar="SOURCE", help="what `file carry` wrote; its passphrase on standard input")
    work = _door(acts, "work", _work, "the acts that wait, the first due first")
    work.add_argument("--holder", default="caisse")
    find = _door(acts, "find", _find, "a number, or a name with perhaps a birth date")
    find.add_argument("asked", nargs="+")


def _door(acts: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    parser = add_door(acts, name, run, about)
    parser.add_argument(
        "--as", dest="actor", default="person", metavar="ROLE[:OFFICE][@IDENTITY]",
        help="who acts: person, helper, agent:751, supervisor:751, cnav… (default: person)",
    )  # fmt: skip
    takes_day(parser)
    return parser


def _house() -> House:
    from ouverture.adapters.journal.keyring import WrongKey
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.adapters.journal.store import WrongSchema
    from ouverture.wiring import open_house

    try:
        return open_house(os.environ)
    except (NoJournal, WrongSchema, WrongKey) as problem:
        raise bad_journal(problem) from None


def _actor(options: argparse.Namespace, stream: str = "") -> Actor:
    from ouverture.services.casework.actors import ROLES, Actor

    said, _, identity = str(options.actor).partition("@")
    role, _, office = said.partition(":")
    if role not in ROLES:
        listed = ", ".join(ROLES)
        french = f"--as : « {role} » n'est pas un rôle ; écrivez {listed}."
        raise BadInput(Text(french, f'--as: "{role}" is no role; write {listed}.'))
    return Actor(identity or TERMINAL, role, _caisse(office) if office else "", (stream,) if stream else ())


def _caisse(code: str) -> str:
    from ouverture.places.caisse import caisse_of
    from ouverture.places.place_error import PlaceError

    try:
        return caisse_of(code).key
    except PlaceError as problem:
        raise BadInput(Text(f"--as : {problem.text.fr}", f"--as: {problem.text.en}")) from None


def _open(options: argparse.Namespace) -> int:
    from ouverture.services.casework.begin import begin

    stream, house = uuid4().hex[:20], _house()
    done = _answered(begin(house, _actor(options, stream), stream, options.caisse, asked_day(options), now()))
    return shown(options, {"file": stream, "version": done.version}, [stream])


def _show(options: argparse.Namespace) -> int:
    from ouverture.services.casework.acts import acts_of

    view = _view(options, _house())
    acts = [one for one in acts_of(_actor(options, options.stream), view) if one.possible]
    language: Language = options.language
    document = {
        "file": view.stream,
        "version": view.version,
        "headline": view.headline and _owed(view.headline),
        "also": [_owed(one) for one in view.also],
        "parts": {part.name: [_row(row) for row in part.rows] for part in view.parts},
        "acts": [one.kind for one in acts],
    }
    first = view.headline
    lines = [f"{first.holder_says.to(language)} – {first.due}: {first.says.to(language)}"] if first else []
    lines += [f"  {row.label.to(language)}: {row.state.to(language)}" for part in view.parts for row in part.rows]
    lines += [f"  {one.kind}: {one.label.to(language)}" for one in acts]
    return shown(options, document, lines)


def _carry(options: argparse.Namespace) -> int:
    from ouverture.adapters.carried_file import SHORTEST, sealed
    from ouverture.services.casework.look import Look
    from ouverture.services.papers.carried_pages import carried_whole

    dest, passphrase = Path(options.dest), _passphrase()
    if dest.exists():
        raise BadInput(Text(f"{dest} existe déjà : donnez un autre nom.", f"{dest} exists already: give another name."))
    if len(passphrase) < SHORTEST:
        raise BadInput(Text(f"Phrase secrète : {SHORTEST} signes au moins.", f"Passphrase: at least {SHORTEST} signs."))
    look = Look(options.stream, "terminal", asked_day(options), now())
    copy = _answered(carried_whole(_house(), _actor(options, options.stream), look))
    try:
        dest.write_bytes(sealed(copy.written, passphrase))
    except OSError:
        french = f"{dest} ne peut pas être écrit : donnez un nom dans un dossier où vous pouvez écrire."
        raise BadInput(
            Text(french, f"{dest} cannot be written: give a name in a folder you may write in.")
        ) from None  # fmt: skip
    if copy.stay:
        print(_staying(copy.stay).to(options.language), file=sys.stderr)
    document = {"file": options.stream, "events": copy.events, "pages": copy.pages, "pages_left": copy.stay}
    return shown(options, document, [str(dest)])


def _reopen(options: argparse.Namespace) -> int:
    from ouverture.adapters.carried_file import LARGEST, CannotOpen, unsealed
    from ouverture.services.papers.carried_pages import reopen_whole
    from ouverture.wiring import close_helpers

    written = read_beginning(options.source, LARGEST + 1)
    try:
        plain = unsealed(written, _passphrase())
    except CannotOpen as problem:
        raise BadInput(problem.says) from None
    stream, house = uuid4().hex[:20], _house()
    try:
        done = reopen_whole(house, _actor(options, stream), plain, stream, asked_day(options), now())
    finally:
        close_helpers(house)
    done = _answered(done)
    if done.missing:
        print(_staying(done.missing).to(options.language), file=sys.stderr)
    document = {"file": stream, "events": done.events, "pages": done.pages, "pages_left": done.missing}
    return shown(options, document, [stream])


def _staying(many: int) -> Text:
    return Text(f"Pages qui ne sont pas dans la copie : {many}.", f"Pages that are not in the copy: {many}.")


def _passphrase() -> str:
    return getpass.getpass("") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _view(options: argparse.Namespace, house: House) -> FileView:
    from ouverture.services.casework.look import Look, look_at

    look = Look(options.stream, "terminal", asked_day(options), now())
    return cast("FileView", _answered(look_at(house, _actor(options, options.stream), look)))


def _owed(one: Any) -> dict[str, Any]:
    return {**one._asdict(), "due": one.due.isoformat(), **{name: getattr(one, name)._asdict() for name in _SENTENCES}}


_SENTENCES = ("holder_says", "says", "otherwise")


def _row(row: Any) -> dict[str, Any]:
    since, note = row.since and row.since.isoformat(), row.note and row.note._asdict()
    return {"label": row.label._asdict(), "state": row.state._asdict(), "since": since, "note": note}


def _do(options: argparse.Namespace) -> int:
    from ouverture.services.casework.acting import Wanted, carry_out, chosen_key
    from ouverture.services.casework.acts import act_of, preview_of, read_form
    from ouverture.services.casework.carry_out import Changed
    from ouverture.services.casework.forms import FieldError, FieldErrors
    from ouverture.services.casework.on_its_day import said_day

    house, actor = _house(), _actor(options, options.stream)
    view = _view(options, house)
    _answered(act_of(actor, view, options.act))
    day = said_day(actor, view, options.act, options.happened_on, options.language)
    if isinstance(day, FieldError):
        raise BadInput(Text(f"--happened-on : {day.says.fr}", f"--happened-on: {day.says.en}"))
    command = read_form(view, options.act, _typed(options.answers), options.language)
    if isinstance(command, FieldErrors):
        said = [one.says for one in command.errors]
        raise BadInput(Text(" ".join(one.fr for one in said), " ".join(one.en for one in said)))
    if options.preview:
        would = _answered(preview_of(actor, view, command, options.seen_by, day))
        lines = [one.to(options.language) for one in would.events]
        nothing = [NOTHING_WOULD_CHANGE.to(options.language)]
        return shown(options, {"events": [one._asdict() for one in would.events]}, lines or nothing)
    key = chosen_key("terminal", options.key or uuid4().hex)
    wanted = Wanted(options.stream, command, view.day, key, now(), options.seen, options.seen_by, day)
    done = _answered(carry_out(house, actor, wanted))
    if isinstance(done, Changed):
        now_at = done.version
        raise BadInput(
            Text(f"--seen : le dossier est à la version {now_at}.", f"--seen: the file is at version {now_at}.")
        )
    document = {"file": done.stream, "version": done.version, "repeated": done.repeated}
    return shown(options, document, [str(done.version)])


def _typed(answers: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for answer in answers:
        name, sign, value = answer.partition("=")
        if not sign:
            raise BadInput(
                Text(f"« {answer} » : écrivez NOM=VALEUR.", f'"{answer}": write NAME=VALUE.')
            )  # fmt: skip
        found.setdefault(name, []).append(value)
    return found


def _work(options: argparse.Namespace) -> int:
    from ouverture.services.casework.work import WorkAsked, work_of

    found = _answered(work_of(_house(), _actor(options), WorkAsked(options.holder), asked_day(options)))
    tasks = [one.task for one in found]
    rows = [{"due": f"{one.due}", "file": one.stream, "act": one.act, "about": one.about} for one in tasks]
    return shown(options, rows, ["  ".join(row.values()) for row in rows] or [NO_WORK.to(options.language)])


def _find(options: argparse.Namespace) -> int:
    from ouverture.services.casework.find import find_person

    found = _answered(find_person(_house(), _actor(options), " ".join(options.asked), now()))
    rows = [{"file": one.stream, "name": one.person.name, "born_on": one.person.born_on} for one in found]
    lines = [f"{row['file']}  {row['name']}  {row['born_on']}" for row in rows]
    return shown(options, rows, lines or [NOBODY_FOUND.to(options.language)])


def _answered(answer: Any) -> Any:
    """What a use case gave; raises BadInput with the sentence of a refusal."""
    from ouverture.services.casework.refusing import Refusal

    if isinstance(answer, Refusal):
        raise BadInput(answer.says)
    return answer
