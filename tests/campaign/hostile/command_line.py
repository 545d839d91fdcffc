"""The command line, given anything: each command is run as it is typed, in a process that runs a thousand of them."""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest import mock

from ouverture.cli import _parser as whole_parser
from ouverture.cli import main
from tests.campaign.hostile.words import EXAMPLES, content, example, word

SECONDS = 20
"""After these one command counts as one that never ends."""
OFTEN = {
    "assess": 20, "plan": 8, "price": 20, "number": 15, "caisse": 8, "papers": 8, "deadline": 15, "message": 10,
    "facts": 2, "file": 8, "check-paper": 6, "batch": 2, "returned": 3, "erase": 1, "account": 0.3, "verify": 0.3,
    "rebuild": 0.3, "worker": 0.3, "backup": 0.3, "restore": 0.5, "migrate": 0.3, "troubles": 0.3, "keys": 0.1,
    "doctor": 0.1, "purge": 0.3,
    "read-paper": 0.03, "law-watch": 0.03,
}  # fmt: skip
"""Commands, the quick ones more often; `serve` and `demo` do not end and are tried as a site."""
SLOW = ("--pdf",)
READ = ("file", "table", "source", "mails", "files", "paper", "keys", "withdrawn", "new", "known")
"""Arguments that name what is read: a file of ours turned over, a device, nothing."""
WRITTEN = ("out", "dest", "publish", "post", "pdf")
"""Arguments that name what is written: never anything outside the folder."""
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/", ".", "no such file", "-", "x" * 5000)


class Found(NamedTuple):
    """What came of a thousand commands: how they ended, faults, the longest, and the most memory in kilobytes."""

    ends: Counter[str]
    faults: list[str]
    longest: float
    memory: int


class Endless(Exception):
    """A command went on and on."""


def thousand(seed: str, times: int) -> Found:
    """Run that many commands, in a folder and an installation of their own."""
    chance, ends, faults, longest = random.Random(seed), Counter[str](), list[str](), 0.0
    signal.signal(signal.SIGALRM, _endless)
    with TemporaryDirectory(prefix="ouverture-hostile-") as folder:
        house = Path(folder) / "a" / "b"
        house.mkdir(parents=True)
        settings = {"OUVERTURE_HOME": str(house / "house"), "OUVERTURE_OFFICES": "751,691", "LANG": "C.UTF-8"}
        with mock.patch.dict(os.environ, settings):
            os.environ.pop("OUVERTURE_JOURNAL", None)
            os.chdir(house)
            for _ in range(times):
                typed = arguments(chance)
                before = time.perf_counter()
                end, fault = _run(typed, chance)
                longest = max(longest, time.perf_counter() - before)
                ends[end] += 1
                faults += [f"{[each[:80] for each in typed]}: {fault}"] if fault else []
            os.chdir("/")
    return Found(ends, faults, longest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def arguments(chance: random.Random) -> list[str]:
    """One command with its arguments; the files it names are there."""
    if chance.random() < 0.02:
        return [word(chance) for _ in range(chance.randint(1, 4))]
    (name,) = chance.choices(list(OFTEN), list(OFTEN.values()))
    typed = [name, *_of(_doors()[name], chance, name)]
    if chance.random() < 0.5:
        typed += ["--language", chance.choice(("fr", "en")) if chance.random() < 0.95 else word(chance)]
    typed += (["--json"] if chance.random() < 0.4 else []) + (["--once"] if name == "worker" else [])
    return [each.replace("\0", "") for each in typed]  # no system hands a NUL to a command


@cache
def _doors() -> dict[str, argparse.ArgumentParser]:
    (commands,) = (each for each in whole_parser()._actions if isinstance(each, argparse._SubParsersAction))
    return dict(commands.choices)


def _of(parser: argparse.ArgumentParser, chance: random.Random, name: str) -> list[str]:
    typed: list[str] = []
    for action in parser._actions:
        if action.dest in ("help", "json", "language", "once"):
            continue
        if isinstance(action, argparse._SubParsersAction):
            inner = chance.choice(sorted(action.choices))
            return [inner, *_of(action.choices[inner], chance, name)]
        if action.option_strings:
            if chance.random() < (0.02 if action.option_strings[0] in SLOW else 0.4):
                typed.append(action.option_strings[0])
                typed += [] if action.nargs == 0 else [_value(action, chance, name)]
        elif chance.random() < 0.97:
            typed += [_value(action, chance, name) for _ in range(chance.randint(1, 3) if action.nargs == "+" else 1)]
    return typed


def _value(action: argparse.Action, chance: random.Random, name: str) -> str:
    if action.choices and chance.random() < 0.8:
        return str(chance.choice(list(action.choices)))
    if action.dest in WRITTEN:
        return chance.choice(("out.csv", "out.pdf", "a folder/out", "copy", "x" * 300, "é\n", "", "."))
    if action.dest in READ:
        return _file(chance, name)
    return word(chance)


def _file(chance: random.Random, name: str) -> str:
    if chance.random() < 0.06:
        return chance.choice(DEVICES)
    path = Path(f"given {chance.randrange(20)}")
    like = {"price": lambda: example(chance, "prices"), "batch": lambda: (EXAMPLES / "crowd.csv").read_bytes()[:3000]}
    made = like.get(name, lambda: example(chance))()
    path.write_bytes(made if chance.random() < 0.1 else content(chance, made))
    return str(path)


def _run(typed: list[str], chance: random.Random) -> tuple[str, str]:
    """How the command ended, and the fault if there was one."""
    given = io.TextIOWrapper(io.BytesIO(content(chance) if chance.random() < 0.5 else b"a passphrase of mine\n" * 2))
    said, refused = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    signal.alarm(SECONDS)
    try:
        with mock.patch.multiple(sys, stdin=given, stdout=said, stderr=refused):
            return f"exit {main(typed)}", ""
    except SystemExit as end:
        return f"exit {end.code}", "" if end.code in (0, 2) else f"exit {end.code}"
    except Endless:
        return "never ended", "never ended"
    except BaseException as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return "traceback", f"{type(fault).__name__} in {Path(where.filename).name}:{where.lineno}"
    finally:
        signal.alarm(0)


def _endless(*_: object) -> None:
    raise Endless
