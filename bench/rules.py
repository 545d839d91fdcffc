"""The figures of the rules, each beside its limit and its peers, in one run.

    python bench/rules.py --on 2026-11-23             one person, a million persons, cold start
    python bench/rules.py --on 2026-11-23 --country   and the country (about 5 GB on disk, some minutes)

Prints what it measures and writes docs/bench.md. Only ratios and CPU times mean something: they were taken in one run,
on one machine, one after the other, beside whatever else it was doing (its load is given).
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

import cold_start
import country
import many_persons
import one_person
from page import table, write_part
from timing import Section, load, machine

SEED = 20261123
HEAD = """# What it costs

Written by `python bench/rules.py`; do not edit. Taken for the law of {day}.

- Machine: {machine}; shared with other work.
- NumPy {numpy}, OpenFisca-Core {openfisca}, seed {seed}.
- Load (1 / 5 / 15 minutes) before: {before}; after: {after}.

Times are CPU times of the process unless said otherwise; ratios are between figures of this run.
"""
NO_COUNTRY = "\n## The country\n\nNot measured in this run (`--country`).\n"


def main(arguments: Sequence[str]) -> int:
    """Measure, print, write the page; 1 when a limit is missed or a peer answers differently."""
    options = _options(arguments)
    before, sections = load(), []
    try:
        for section in _sections(options):
            print(table(section), flush=True)
            sections.append(section)
    except many_persons.AnswersDiffer as problem:
        print(problem, file=sys.stderr)
        return 1
    head = HEAD.format(
        day=options.on,
        machine=machine(),
        numpy=version("numpy"),
        openfisca=version("openfisca-core"),
        before=before,
        after=load(),
        seed=SEED,
    )
    print(head)
    write_part("rules", head + "".join(map(table, sections)) + ("" if options.country else NO_COUNTRY))
    return int(any(figure.kept is False for section in sections for figure in section.figures))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the rules, beside their peers.")
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DATE", help="the law of this day")
    parser.add_argument("--country", action="store_true", help="sixty-eight million persons, from disk")
    parser.add_argument("--folder", type=Path, help="where the country's files go for a while (default: temporary)")
    return parser.parse_args(arguments)


def _sections(options: argparse.Namespace) -> Iterator[Section]:
    yield one_person.measure(options.on, SEED)
    yield many_persons.measure(options.on, SEED)
    yield cold_start.measure(options.on)
    if options.country:
        yield country.measure(options.on, SEED, options.folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
