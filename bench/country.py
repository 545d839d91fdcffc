"""The country: sixty-eight million persons whose columns lie on disk, asked again under the law of a day."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from core_rules import crowd, dtype
from timing import Figure, Section, extra_bytes

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import evaluator
from ouverture.rules.columns import UNKNOWN, Column, Columns
from ouverture.rules.rulebook import Law

COUNTRY = 68_000_000
AT_ONCE = 1_000_000
CHECKED = 2000

ABOUT = """{size:,} invented persons, {facts} facts each, one file a fact ({gigabytes:.1f} GB in all), read through the
memory map by one process on one core, under the whole law. The first pass comes after the system was asked to forget
the files; {checked:,} persons taken at random were compared with the proof of each."""


def measure(day: date, seed: int, folder: Path | None) -> Section:
    """Write the files to a temporary folder, decide twice, and throw the files away."""
    law = rulebook().on(day)
    with TemporaryDirectory(prefix="ouverture-country-", dir=folder) as place:
        written = time.perf_counter()
        _write(law, day, seed, Path(place))
        written = time.perf_counter() - written
        size = sum(file.stat().st_size for file in Path(place).iterdir())
        about = ABOUT.format(size=COUNTRY, facts=len(law.program.facts), gigabytes=size / 1e9, checked=CHECKED)
        figures = (Figure("inventing and writing them", f"{written:.0f} s"), *_passes(law, day, Path(place), seed))
    return Section("The country", about, figures)


def _write(law: Law, day: date, seed: int, folder: Path) -> None:
    files = {f.name: np.memmap(folder / f.name, dtype(f), "w+", shape=(COUNTRY,)) for f in law.program.facts}
    for start in range(0, COUNTRY, AT_ONCE):
        part = slice(start, start + AT_ONCE)
        size = min(AT_ONCE, COUNTRY - start)
        crowd(law, day, size, seed + start, {name: file[part] for name, file in files.items()})
    for file in files.values():
        file.flush()


def _passes(law: Law, day: date, folder: Path, seed: int) -> Iterator[Figure]:
    ready = Columns(law, day)
    _forget(folder)
    for name in ("from disk", "again, from the system's memory"):
        wall, processor = time.perf_counter(), time.process_time()
        answers = ready.decide(_columns(law, folder))
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        rate = f"{COUNTRY / wall / 1e6:.0f} million persons a second"
        yield Figure(f"deciding, {name}", f"{wall:.2f} s ({processor:.2f} s of CPU; {rate})")
    _check(law, day, _columns(law, folder), answers, seed)
    memory = extra_bytes(lambda: ready.decide(_columns(law, folder))) / COUNTRY
    yield Figure("extra memory a person, files apart", f"{memory:.2f} bytes", "100 bytes", memory <= 100)
    yield Figure("persons whose ground is decided", f"{np.mean(answers != UNKNOWN):.1%}")


def _columns(law: Law, folder: Path) -> dict[str, Column]:
    return {f.name: np.memmap(folder / f.name, dtype(f), "r") for f in law.program.facts}


def _forget(folder: Path) -> None:
    for file in folder.iterdir():
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _check(law: Law, day: date, columns: dict[str, Column], answers: Column, seed: int) -> None:
    evaluate = evaluator(law, day)
    for place in np.random.default_rng(seed).integers(0, COUNTRY, CHECKED):
        codes = {fact: int(columns[fact.name][place]) for fact in law.program.facts}
        known = {fact: code for fact, code in codes.items() if code != UNKNOWN}
        person = {fact.name: fact.values()[code] if fact.values() else code for fact, code in known.items()}
        proof = evaluate.prove(person)
        expected = UNKNOWN if proof is None else law.grounds.index(proof.ground)
        assert expected == answers[place], f"person {place}: {person}"
