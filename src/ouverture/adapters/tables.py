"""Tables of many rows in files, CSV or Parquet, by Polars: read in blocks as columns, answers written back.

Polars is an optional extra (`ouverture[parquet]`): without it, NoTable says so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ouverture.services.answer.read_columns import Given, Numbers, Words
from ouverture.text import Text

if TYPE_CHECKING:
    from polars import DataFrame, LazyFrame, Series

CSV, PARQUET = (".csv", ".tsv", ".txt"), (".parquet", ".pq")
EPOCH = date(1970, 1, 1).toordinal()
_NOTHING = -1


class NoTable(Exception):
    """A file that cannot be read or written as a table; ``text`` says why and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Table:
    """A file of rows; ``columns`` in their order. Parquet is read block by block, CSV at once."""

    def __init__(self, path: Path) -> None:
        """Raises NoTable when the file is no such table, has no column, or two of one name."""
        with _said(path):
            self._frame = _scan(path)
            self.columns: tuple[str, ...] = tuple(self._frame.collect_schema().names())
            self.rows: int = self._frame.select(_polars().len()).collect().item()
        if not self.columns:
            raise NoTable(Text(f"« {path} » : aucune colonne.", f'"{path}": no column.'))
        self._path = path

    def block(self, start: int, size: int, facts: Sequence[str], kept: Sequence[str]) -> Block:
        """Some rows: the columns of ``facts`` to be read, those of ``kept`` as they stand. May run in any thread."""
        wanted = list(dict.fromkeys([*facts, *kept]))
        with _said(self._path):
            frame = self._frame.select(wanted).slice(start, size).collect()
        rows = min(size, self.rows - start)
        return Block(start, rows, {name: _given(frame[name]) for name in facts}, frame.select(list(kept)))


class Block:
    """Some rows of a table, from the row ``start`` on (0 for the first)."""

    def __init__(self, start: int, rows: int, given: Mapping[str, Given], kept: DataFrame) -> None:
        self.start, self.rows, self.given, self.kept = start, rows, given, kept


class Results:
    """Answers gathered block by block, then written whole or not at all."""

    def __init__(self) -> None:
        self._frames: list[DataFrame] = []

    def add(self, block: Block, columns: Mapping[str, Coded | NDArray[Any] | Sequence[str | None]]) -> None:
        """One row of answers a row of the block: its number from 1 on, what was kept, then ``columns``."""
        pl = _polars()
        number = pl.Series("row", np.arange(block.start + 1, block.start + block.rows + 1, dtype=np.uint32))
        answers = [_series(name, column) for name, column in columns.items()]
        self._frames.append(pl.DataFrame([number, *block.kept.get_columns(), *answers]))

    def write(self, path: Path) -> None:
        """Raises NoTable when the file cannot be written; what was there before then stays."""
        part = path.with_name(f".{path.name}.part")
        try:
            with _said(path):
                frame = _polars().concat(self._frames)
                if path.suffix.lower() in PARQUET:
                    frame.write_parquet(part, compression="lz4", statistics=False)
                else:
                    frame.write_csv(part, separator=_separator_of(path.suffix))
                part.replace(path)
        finally:
            part.unlink(missing_ok=True)


class Coded:
    """A column of words, each row by the place of its word in ``words``; -1 for none."""

    def __init__(self, words: Sequence[str], places: NDArray[Any]) -> None:
        self.words, self.places = words, places


def is_table(path: Path) -> bool:
    """Whether the name ends as that of a table we read and write."""
    return path.suffix.lower() in (*CSV, *PARQUET)


def _scan(path: Path) -> LazyFrame:
    pl = _polars()
    if path.suffix.lower() in PARQUET:
        scanned: LazyFrame = pl.scan_parquet(path)
        return scanned
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline(100_000)
    separator = _separator_in(header, path.suffix)
    _check_each_once(next(csv.reader([header], delimiter=separator), []))
    read: LazyFrame = pl.read_csv(path, separator=separator, infer_schema=False).lazy()
    return read


def _check_each_once(names: list[str]) -> None:
    """Raise NoTable for a column that stands twice: which of the two is meant cannot be known."""
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise NoTable(
            Text(
                f"{twice} : cette colonne est deux fois dans le fichier ; gardez-en une.",
                f"{twice}: this column stands twice in the file; keep one.",
            )
        )


def _separator_in(header: str, suffix: str) -> str:
    return max((",", ";", "\t"), key=lambda sign: (header.count(sign), sign == _separator_of(suffix)))


def _separator_of(suffix: str) -> str:
    return "\t" if suffix.lower() == ".tsv" else ","


def _given(column: Series) -> Given:
    """A column as words or numbers; dates and whole numbers as they are, anything else by its distinct words."""
    pl = _polars()
    kind = column.dtype
    if kind in (pl.Datetime, pl.Date):
        return Numbers(_filled(column.cast(pl.Date).to_physical(), _NOTHING - EPOCH) + np.int32(EPOCH))
    if kind.is_integer():
        whole = column.cast(pl.Int64, strict=False)
        marked = whole.replace(_NOTHING, _NOTHING - 1).fill_null(_NOTHING).clip(-(2**31), 2**31 - 1)
        return Numbers(marked.cast(pl.Int32).to_numpy())
    if kind == pl.Boolean:
        return Words((False, True), _filled(column.cast(pl.Int8), _NOTHING))
    if kind.is_nested() or kind == pl.Binary:
        raise NoTable(
            Text(
                f"colonne {column.name} : écrivez une valeur par ligne, pas une liste ni une table.",
                f"column {column.name}: write one value a row, no list or table.",
            )
        )
    if kind == pl.Null:
        return Words((), np.full(len(column), _NOTHING, np.int32))
    if isinstance(kind, pl.Enum):
        words = kind.categories.to_list()
        places = column.to_physical()
        return Words(words, _filled(places if not places.null_count() else places.cast(pl.Int32), _NOTHING))
    return _words(column if kind == pl.Categorical else column.cast(pl.String).cast(pl.Categorical))


def _filled(column: Series, nothing: int) -> NDArray[Any]:
    """The numbers of a column, ``nothing`` where none stands: a column without gaps is taken as it lies in memory."""
    found: NDArray[Any] = (column.fill_null(nothing) if column.null_count() else column).to_numpy()
    return found


def _words(column: Series) -> Words:
    distinct = column.unique().drop_nulls()
    physical = distinct.to_physical().to_numpy().astype(np.int64)
    lookup = np.full(int(physical.max(initial=0)) + 2, _NOTHING, np.int32)
    lookup[physical] = np.arange(len(physical))
    places = column.to_physical().cast(_polars().Int64).fill_null(len(lookup) - 1).to_numpy()
    return Words(distinct.cast(_polars().String).to_list(), lookup[places])


def _series(name: str, column: Coded | NDArray[Any] | Sequence[str | None]) -> Series:
    pl = _polars()
    if isinstance(column, Coded):
        if not column.words:
            empty: Series = pl.repeat(None, len(column.places), dtype=pl.String, eager=True).alias(name)
            return empty
        # The last word stands for none: -1 is its place from the end.
        words = pl.Series(name, [*column.words, None], dtype=pl.Enum(column.words))
        coded: Series = words.gather(pl.Series((column.places % len(words)).astype(np.uint32)))
        return coded
    if isinstance(column, np.ndarray):
        days = pl.Series(name, np.where(column < 0, 0, column - EPOCH).astype(np.int32)).cast(pl.Date)
        dated: Series = pl.select(pl.when(pl.Series(column >= 0)).then(days).otherwise(None).alias(name)).to_series()
        return dated
    plain: Series = pl.Series(name, list(column), dtype=pl.String)
    return plain


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What Polars or the system says of a file, as one sentence."""
    of_polars: type[Exception] = _polars().exceptions.PolarsError
    try:
        yield
    except (OSError, UnicodeError, of_polars) as problem:
        reason = getattr(problem, "strerror", None) or str(problem).splitlines()[0]
        raise NoTable(
            Text(
                f"« {path} » ne peut pas être lu ou écrit comme table ({reason}).",
                f'"{path}" cannot be read or written as a table ({reason}).',
            )
        ) from None


def _polars() -> Any:
    try:
        import polars
    except ImportError:
        raise NoTable(
            Text(
                "batch : il manque la bibliothèque Polars ; installez polars (pip install polars).",
                "batch: the Polars library is missing; install polars (pip install polars).",
            )
        ) from None
    return polars
