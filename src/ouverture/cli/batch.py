"""`ouverture batch`: a table of persons in, one verdict a row out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, asked_day, shown, takes_day
from ouverture.text import Language, Text

if TYPE_CHECKING:
    from ouverture.adapters.tables import Block, Table
    from ouverture.services.answer.many import ManyAnswers

ROWS_AT_ONCE = 1 << 18
KEPT = ("id",)
"""Columns that are no fact and are handed back without being asked for."""


def register(commands: Any) -> None:
    """Add these doors to the command."""
    batch = add_door(commands, "batch", _batch, "many persons at once: a table in, one verdict a row out")
    batch.add_argument("table", metavar="IN", help="CSV or Parquet, one column a fact, one row a person")
    batch.add_argument("out", metavar="OUT", help="CSV or Parquet")
    batch.add_argument("--keep", action="append", default=[], metavar="COLUMN", help="a column to hand back as it is")
    takes_day(batch)


def _batch(options: argparse.Namespace) -> int:
    from ouverture.adapters.tables import NoTable, Results, Table
    from ouverture.law.answers import AnswerError
    from ouverture.services.answer.many import Reader
    from ouverture.services.answer.read_columns import read_crowd

    source, out = _paths(options)
    try:
        begun = time.monotonic()
        day, table, results = asked_day(options), Table(source), Results()
        facts, kept = _sorted_columns(table, options.keep)
        counts: Counter[str] = Counter()

        def answered(start: int) -> tuple[Block, ManyAnswers, dict[str, Any]]:
            block = table.block(start, ROWS_AT_ONCE, facts, kept)
            answers = ready.result().answer(read_crowd(block.given, block.rows))
            return block, answers, columns_out(answers, options.language)

        # The law is made ready while the first rows are read.
        with ThreadPoolExecutor(1 + (os.cpu_count() or 1)) as threads:
            ready = threads.submit(Reader, day)
            for block, answers, columns in threads.map(answered, range(0, max(table.rows, 1), ROWS_AT_ONCE)):
                results.add(block, columns)
                counts.update(_counted(answers))
                _progress(block.start + block.rows, table.rows, options.language)
        results.write(out)
    except (NoTable, AnswerError) as problem:
        raise BadInput(problem.text) from None
    return _summed_up(options, counts, table.rows, time.monotonic() - begun)


def columns_out(answers: ManyAnswers, language: Language) -> dict[str, Any]:
    """The columns of the answers, as the adapter writes them."""
    from ouverture.adapters.tables import Coded
    from ouverture.services.answer.summary import summary

    told = summary(answers, language)
    coded = {name: Coded(column.words, column.places) for name, column in told.coded.items()}
    return {**coded, "from": answers.starts_on}


def _paths(options: argparse.Namespace) -> tuple[Path, Path]:
    from ouverture.adapters.tables import is_table

    source, out = Path(options.table), Path(options.out)
    for name, path in (("IN", source), ("OUT", out)):
        if not is_table(path):
            raise BadInput(
                Text(
                    f"{name} : « {path} » ; donnez un fichier .csv, .tsv ou .parquet.",
                    f'{name}: "{path}"; give a .csv, .tsv or .parquet file.',
                )
            )
    if source.exists() and not source.is_file():
        raise BadInput(Text(f"IN : « {source} » n'est pas un fichier.", f'IN: "{source}" is not a file.'))
    if out.exists() and source.exists() and out.samefile(source):
        raise BadInput(Text("OUT : donnez un autre fichier que IN.", "OUT: give another file than IN."))
    if not out.parent.is_dir():
        raise BadInput(
            Text(f"OUT : le dossier « {out.parent} » n'existe pas.", f'OUT: the folder "{out.parent}" does not exist.')
        )
    return source, out


def _sorted_columns(table: Table, keep: Sequence[str]) -> tuple[list[str], list[str]]:
    """The columns that are facts, and those handed back; raises BadInput for a column that is neither."""
    from ouverture.law.answers import AnswerError, read
    from ouverture.law.facts import FACTS

    kept = [name for name in table.columns if name in keep or (name in KEPT and name not in FACTS)]
    missing = [name for name in keep if name not in table.columns]
    if missing:
        raise BadInput(Text(f"--keep : aucune colonne {missing[0]}.", f"--keep: there is no column {missing[0]}."))
    facts = [name for name in table.columns if name not in kept]
    try:
        read(dict.fromkeys(facts), FACTS)
    except AnswerError as problem:
        fr, en = f" Ou gardez-la : --keep {problem.field}", f" Or keep it: --keep {problem.field}"
        raise BadInput(Text(problem.text.fr + fr, problem.text.en + en)) from None
    return facts, kept


def _counted(answers: ManyAnswers) -> Counter[str]:
    from ouverture.services.answer.summary import verdict_counts

    return verdict_counts(answers) + Counter(exact=answers.read_exactly, faults=len(answers.faults))


def _progress(done: int, rows: int, language: Language) -> None:
    said = Text(f"{done} lignes sur {rows}", f"{done} of {rows} rows").to(language)
    if sys.stderr is not None:
        print(said, end="\r" if sys.stderr.isatty() and done < rows else "\n", file=sys.stderr, flush=True)


def _summed_up(options: argparse.Namespace, counts: Counter[str], rows: int, seconds: float) -> int:
    exact, faults = counts.pop("exact", 0), counts.pop("faults", 0)
    verdicts = dict(sorted(counts.items()))
    document = {"rows": rows, "verdicts": verdicts, "exact_readings": exact, "faults": faults, "seconds": seconds}
    said = Text(
        f"{rows} lignes en {seconds:.1f} s : {exact} lues une à une, {faults} avec un défaut.",
        f"{rows} rows in {seconds:.1f} s: {exact} read one by one, {faults} with a fault.",
    ).to(options.language)
    return shown(options, document, [said, *(f"  {name}: {number}" for name, number in verdicts.items())])
