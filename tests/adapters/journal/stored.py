"""Where in a SQLite file each stored value lies: the bytes of every row, of every table and index.

After the format of the file (https://www.sqlite.org/fileformat2.html): pages of a tree, cells in a page, a record in a
cell, whose tail may go on in pages of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

TREES = "SELECT name, tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0"
COLUMNS = "SELECT CASE WHEN pk = 1 AND type = 'INTEGER' THEN '' ELSE name END FROM pragma_table_info(?)"
"""The column that is the row's number is in no record: where it would stand, SQLite reads nothing. It has no name."""
INDEXED = "SELECT coalesce(name, 'rowid') FROM pragma_index_xinfo(?)"
DESCRIPTION = "sqlite_master"
"""What SQLite knows of its tables. The numbers of its rows mean nothing: nothing is found by them."""
INDEX, TABLE = (2, 10), (5, 13)
"""The kinds of pages of a tree: those inside it, then its leaves."""
SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
"""How many bytes a value takes, by its type; text and blobs say their own."""


class Stored(NamedTuple):
    """Some bytes of the file, by their places: those of one column of one row, or of what says their types."""

    tree: str
    column: str
    at: tuple[int, ...]


class Cell(NamedTuple):
    """One record of a tree: the places of its row's number, when it has one, and of its own bytes."""

    number: tuple[int, ...]
    record: tuple[int, ...]


def stored_values(path: Path) -> tuple[Stored, ...]:
    """Every value that a file holds, the description of its own tables included. The file is at rest: it has no log."""
    whole = path.read_bytes()
    return tuple(
        value
        for name, root, columns in _trees(path)
        for cell in _cells(whole, root)
        for value in _values(whole, name, columns, cell)
        if value.at
    )


def _trees(path: Path) -> list[tuple[str, int, list[str]]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = [(DESCRIPTION, 1, ["type", "name", "tbl_name", "rootpage", "sql"])]
        for name, table, root in connection.execute(TREES).fetchall():
            ask = COLUMNS if name == table else INDEXED
            found.append((name, root, [column for (column,) in connection.execute(ask, (name,)).fetchall()]))
    return found


def _cells(whole: bytes, page: int) -> Iterator[Cell]:
    size = _number(whole, 16, 2)
    head = (page - 1) * size + (100 if page == 1 else 0)
    kind, cells = whole[head], _number(whole, head + 3, 2)
    inside = kind in (INDEX[0], TABLE[0])
    pointers = head + (12 if inside else 8)
    for nth in range(cells):
        at = (page - 1) * size + _number(whole, pointers + 2 * nth, 2)
        if inside:
            yield from _cells(whole, _number(whole, at, 4))
            at += 4
        if kind != TABLE[0]:
            yield _cell(whole, size, at, kind == TABLE[1])
    if inside:
        yield from _cells(whole, _number(whole, head + 8, 4))


def _cell(whole: bytes, size: int, at: int, of_a_table: bool) -> Cell:
    length, at = _varint(whole, at)
    number = at
    if of_a_table:
        _, at = _varint(whole, at)
    most, least = (size - 35 if of_a_table else (size - 12) * 64 // 255 - 23), (size - 12) * 32 // 255 - 23
    here = length
    if length > most:
        some = least + (length - least) % (size - 4)
        here = some if some <= most else least
    places = [*range(at, at + here)]
    follows = _number(whole, at + here, 4) if here < length else 0
    while len(places) < length:
        start = (follows - 1) * size
        places += range(start + 4, start + 4 + min(size - 4, length - len(places)))
        follows = _number(whole, start, 4)
    return Cell(tuple(range(number, at)), tuple(places))


def _values(whole: bytes, tree: str, columns: list[str], cell: Cell) -> Iterator[Stored]:
    record = bytes(whole[at] for at in cell.record)
    head, at = _varint(record, 0)
    if tree != DESCRIPTION:
        yield Stored(tree, "the row's number", cell.number)
    yield Stored(tree, "the size of the types", cell.record[:at])
    value = head
    for column in columns:
        before, (kind, at) = at, _varint(record, at)
        length = SIZES[kind] if kind < 12 else (kind - 12) // 2
        if column:
            yield Stored(tree, f"the type of {column}", cell.record[before:at])
            yield Stored(tree, column, cell.record[value : value + length])
        value += length
    assert (at, value) == (head, len(record)), f"{tree}: a record of {len(record)} bytes is read as {value}"


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    found = 0
    for nth in range(9):
        byte = data[at + nth]
        if nth == 8:
            return found << 8 | byte, at + 9
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, at + nth + 1
    raise AssertionError("nine bytes were read")


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")
