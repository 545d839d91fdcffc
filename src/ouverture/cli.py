"""The command `ouverture`: each sub-command answers one question.

Exit 0: answered; 2: bad input, in a sentence. Only `verify` has exit 1: the journal was altered.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ouverture import __version__
from ouverture.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from ouverture.adapters.journal.record import Record

Command = Callable[[argparse.Namespace], int]


class BadInput(Exception):
    """Something the person typed cannot be used; ``text`` says what and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never lets a traceback out for bad input."""
    options = _parser().parse_args(arguments)
    command: Command = options.run
    try:
        return command(options)
    except BadInput as problem:
        print(problem.text.to(options.language), file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("ouverture", description="Both sides of the counter of French health insurance.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    assess = _command(commands, "assess", _assess, "am I covered? verdict, proof, articles, what is missing")
    _takes_file(assess)
    facts = _command(commands, "facts", _facts, "the vocabulary: every fact that can be given")
    facts.add_argument("name", nargs="?", help="one fact only")
    plan = _command(commands, "plan", _plan, "what to do: steps, papers with reasons, where to send, dates")
    _takes_file(plan)
    plan.add_argument("--pdf", metavar="OUT", help="also write the plan of one person as a PDF")
    number = _command(commands, "number", _number, "which kind of number this is, and what it opens")
    number.add_argument("text", nargs="+")
    caisse = _command(commands, "caisse", _caisse, "the caisse of a postcode, with its address")
    caisse.add_argument("postcode")
    caisse.add_argument("--commune", help="the town, when several share the postcode")
    papers = _command(commands, "papers", _papers, "a birth certificate from a country: apostille, translation")
    papers.add_argument("country", nargs="+")
    papers.add_argument("--on", type=_day, default=None, metavar="DATE", help="as of this day (default: today)")
    deadline = _command(commands, "deadline", _deadline, "a deadline of the law, counted step by step")
    deadline.add_argument("rule", nargs="?", help="its name; without it, the list")
    deadline.add_argument("--from", dest="start", metavar="DATE", help="the day of the event that starts it")
    deadline.add_argument("--place", default="metropole", help="where, for public holidays (default: metropole)")
    deadline.add_argument("--suspended", action="append", default=[], metavar="FROM..TO", help="a suspension")
    deadline.add_argument("--no-remedies", action="store_true", help="the notice did not say how to appeal")
    deadline.add_argument("--first-received", metavar="DATE", help="the day a first, wrong body received it")
    message = _command(commands, "message", _message, "what a message, a letter or an agent's words mean")
    message.add_argument("text", nargs="+", help="the words received; - for standard input")
    message.add_argument(
        "--known", action="append", default=[], metavar="NAME=VALUE", help="e.g. number_status=waiting"
    )
    _takes_journal(commands)
    for name, run, about in (
        ("serve", _serve, "the site, on this machine"),
        ("demo", _serve, "the site, opened for a first look"),
    ):
        site = _command(commands, name, run, about)
        site.add_argument("--host", default="127.0.0.1")
        site.add_argument("--port", type=int, default=8000)
    return parser


def _takes_journal(commands: Any) -> None:
    _command(commands, "verify", _verify, "is every event of the journal still what was written? the first that is not")
    rebuild = _command(commands, "rebuild", _rebuild, "make the work queue and the number index again from the events")
    rebuild.add_argument("--on", type=_day, default=None, metavar="DATE", help="as they stand on this day")
    worker = _command(commands, "worker", _worker, "send what is due, look at the files whose day has come")
    worker.add_argument("--once", action="store_true", help="one round, then stop")
    worker.add_argument("--post", default="post", metavar="FOLDER", help="where letters are put (default: post)")


def _command(commands: Any, name: str, run: Command, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--language", choices=LANGUAGES, default=_language_of_the_machine())
    parser.set_defaults(run=run)
    return parser


def _takes_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="TOML or JSON; - for standard input")
    parser.add_argument("--on", type=_day, default=None, metavar="DATE", help="the day asked (default: today)")


def _language_of_the_machine() -> Language:
    return "fr" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).lower().startswith("fr") else "en"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date; write 2026-05-31') from None


def _show(options: argparse.Namespace, document: Any, lines: Sequence[str]) -> int:
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines))
    return 0


def _given(options: argparse.Namespace) -> dict[str, Any]:
    from ouverture.law.answers import AnswerError
    from ouverture.services.files import parse

    try:
        raw = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        return parse(raw.decode("utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "UTF-8"
        raise BadInput(
            Text(f"file : « {options.file} » ne peut pas être lu ({reason}).",
                 f'file: "{options.file}" cannot be read ({reason}).')
        ) from None  # fmt: skip
    except AnswerError as problem:
        raise BadInput(problem.text) from None


def _assess(options: argparse.Namespace) -> int:
    from ouverture.services.show import answer_lines

    answers = _answers(options)
    if len(answers) == 1 and "" in answers:
        from ouverture.services.plan import with_papers

        return _show(options, with_papers(answers[""]), answer_lines(answers[""], options.language))
    lines = [
        line for role, answer in answers.items() for line in (f"== {role}", *answer_lines(answer, options.language), "")
    ]
    return _show(options, {role: answer.to_json() for role, answer in answers.items()}, lines)


def _plan(options: argparse.Namespace) -> int:
    from ouverture.services.plan import make_plan
    from ouverture.services.show import plan_lines

    plans = {role: make_plan(answer) for role, answer in _answers(options).items()}
    if options.pdf:
        _write_pdf(plans, options)
    if list(plans) == [""]:
        return _show(options, plans[""].to_json(), plan_lines(plans[""], options.language))
    lines = [line for role, plan in plans.items() for line in (f"== {role}", *plan_lines(plan, options.language), "")]
    return _show(options, {role: plan.to_json() for role, plan in plans.items()}, lines)


def _write_pdf(plans: dict[str, Any], options: argparse.Namespace) -> None:
    from ouverture.adapters.pdf import plan_pdf

    if list(plans) != [""]:
        raise BadInput(Text("--pdf : un fichier PDF se fait pour une personne, pas pour un foyer.",
                            "--pdf: a PDF is made for one person, not for a household."))  # fmt: skip
    try:
        Path(options.pdf).write_bytes(plan_pdf(plans[""], options.language))
    except OSError as problem:
        raise BadInput(
            Text(f"--pdf : « {options.pdf} » ne peut pas être écrit ({problem.strerror}).",
                 f'--pdf: "{options.pdf}" cannot be written ({problem.strerror}).')
        ) from None  # fmt: skip


def _answers(options: argparse.Namespace) -> dict[str, Any]:
    """One answer under "" for a person, one under each role for a household."""
    from ouverture.law.answers import AnswerError, read
    from ouverture.law.facts import FACTS
    from ouverture.services.assess import assess
    from ouverture.services.files import is_household
    from ouverture.services.household import assess_household, read_household

    given = _given(options)
    on = options.on or date.today()
    try:
        if is_household(given):
            return assess_household(read_household(given), on)
        return {"": assess(read(given, FACTS), on)}
    except AnswerError as problem:
        raise BadInput(problem.text) from None


def _facts(options: argparse.Namespace) -> int:
    from ouverture.law.answers import AnswerError, read
    from ouverture.law.facts import FACTS
    from ouverture.services.show import fact_json, fact_lines

    if options.name is not None and options.name not in FACTS:
        try:
            read({options.name: None}, FACTS)
        except AnswerError as problem:
            raise BadInput(problem.text) from None
    shown = [fact for fact in FACTS.values() if options.name in (None, fact.name)]
    lines = [line for fact in shown for line in fact_lines(fact, options.language)]
    return _show(options, [fact_json(fact) for fact in shown], lines)


def _number(options: argparse.Namespace) -> int:
    from ouverture.numbers.reading import read

    reading = read(" ".join(options.text), on=date.today())
    return _show(options, reading.to_json(), reading.sentences(options.language))


def _caisse(options: argparse.Namespace) -> int:
    from ouverture.places.caisses import find
    from ouverture.places.place_error import PlaceError

    try:
        answer = find(options.postcode, options.commune)
    except PlaceError as problem:
        raise BadInput(problem.text) from None
    return _show(options, answer.to_json(), answer.sentences(options.language))


def _papers(options: argparse.Namespace) -> int:
    from ouverture.places.papers import birth_certificate
    from ouverture.places.place_error import PlaceError

    try:
        answer = birth_certificate(" ".join(options.country), options.on or date.today())
    except PlaceError as problem:
        raise BadInput(problem.text) from None
    return _show(options, answer.to_json(), answer.sentences(options.language))


def _deadline(options: argparse.Namespace) -> int:
    from ouverture.clock import deadlines
    from ouverture.clock.day_words import read_day, read_suspension

    if options.rule is None:
        rules = deadlines.rules()
        listed = {name: rule.title._asdict() for name, rule in rules.items()}
        return _show(options, listed, [f"{name}: {rule.title.to(options.language)}" for name, rule in rules.items()])
    if options.start is None:
        raise BadInput(Text("--from : donnez le jour de l'événement, par exemple --from 2026-05-31.",
                            "--from: give the day of the event, for example --from 2026-05-31."))  # fmt: skip
    try:
        counting = deadlines.count(
            options.rule,
            read_day(options.start),
            place=options.place,
            suspended=[read_suspension(text) for text in options.suspended],
            notified_with_remedies=not options.no_remedies,
            first_received=read_day(options.first_received) if options.first_received else None,
        )
    except deadlines.DeadlineError as problem:
        raise BadInput(problem.text) from None
    return _show(options, counting.to_json(), counting.sentences(options.language))


def _message(options: argparse.Namespace) -> int:
    from ouverture.wording.messages.decoding import UnreadableMessage, decode

    try:
        text = sys.stdin.buffer.read().decode("utf-8") if options.text == ["-"] else " ".join(options.text)
    except UnicodeDecodeError:
        raise BadInput(Text("message : l'entrée n'est pas en UTF-8.", "message: the input is not in UTF-8.")) from None
    known = {name: value for name, _, value in (said.partition("=") for said in options.known)}
    try:
        answer = decode(text, known)
    except UnreadableMessage as problem:
        raise BadInput(problem.text) from None
    return _show(options, answer.to_json(), answer.sentences(options.language))


@contextmanager
def _journal(make: bool = False) -> Iterator[Record]:
    """The journal that the settings name; raises BadInput when it cannot be opened."""
    from ouverture.adapters.journal.installation import open_record
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.adapters.journal.sealing import WrongKey
    from ouverture.adapters.journal.store import WrongSchema

    try:
        record = open_record(os.environ, make=make)
    except (NoJournal, WrongSchema) as problem:
        raise BadInput(Text(f"journal : {problem}.", f"journal: {problem}.")) from None
    try:
        yield record
    except WrongKey as problem:
        raise BadInput(Text(f"journal : {problem}.", f"journal: {problem}.")) from None
    finally:
        record.store.close()


def _verify(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.verify import verify

    with _journal() as record:
        found = verify(record.store)
    document = {
        "events": found.events,
        "files": found.files,
        "seal": found.root.hex(),
        "fault": found.fault and {
            "file": found.fault.stream,
            "event": found.fault.version,
            "position": found.fault.position,
            "says": found.fault.says._asdict(),
        },
    }  # fmt: skip
    intact = Text(
        f"{found.events} événements, {found.files} dossiers : rien n'a changé. Sceau : {found.root.hex()}",
        f"{found.events} events, {found.files} files: nothing has changed. Seal: {found.root.hex()}",
    )
    _show(options, document, [(found.fault.says if found.fault else intact).to(options.language)])
    return 1 if found.fault else 0


def _rebuild(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.rebuild import rebuild
    from ouverture.services.dossiers import dossiers

    with _journal() as record:
        made = rebuild(record, dossiers(), options.on or _now().date())
    said = Text(
        f"{made.files} dossiers relus, {made.events} événements : les tables sont refaites.",
        f"{made.files} files read again, {made.events} events: the tables are made again.",
    )
    return _show(options, made._asdict(), [said.to(options.language)])


def _worker(options: argparse.Namespace) -> int:
    import signal
    from threading import Event

    from ouverture.adapters.post.opening import NoPost, open_post
    from ouverture.adapters.worker.files import duties
    from ouverture.adapters.worker.loop import one_round, work
    from ouverture.services.dossiers import dossiers

    try:
        post = open_post(Path(options.post), os.environ)
    except NoPost as problem:
        raise BadInput(Text(f"courrier : {problem}.", f"post: {problem}.")) from None
    with _journal(make=True) as record:
        mine = duties(record, dossiers(), post, _now)
        if options.once:
            done = one_round(mine, _now())
            said = Text(
                f"{done.sent} messages partis, {done.woken} dossiers regardés.",
                f"{done.sent} messages sent, {done.woken} files looked at.",
            )
            return _show(options, done._asdict(), [said.to(options.language)])
        stop = Event()
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda *_: stop.set())
        work(mine, _now, stop)
    return 0


def _now() -> datetime:
    """The moment, in the time of the caisses."""
    return datetime.now(ZoneInfo("Europe/Paris"))


def _serve(options: argparse.Namespace) -> int:
    from ouverture.site.server import run

    run(options.host, options.port)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
