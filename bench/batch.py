"""`ouverture batch` from Parquet to Parquet, beside the least any program can do: read it and write as much back.

A ratio within one run: machines differ, and so does what else they do.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from ouverture.cli import main as ouverture

MILLION = 1_000_000
CHOICES: dict[str, tuple[str | None, ...]] = {
    "activity": ("none",),
    "nationality": ("FR", "US", "DZ", "DE", "GB", "BR"),
    "lives_in": ("france",),
    "family_tie": ("none", "spouse"),
    "other_cover": ("none", "s1", "eu_scheme"),
}
YES_OR_NO = (
    "relative_insured",
    "listed_benefit",
    "resources_reach_rsa",
    "resources_under_c2s",
    "eu_resident_five_years",
)
DAYS = {"in_france_since": ("2024-01-01", "2026-11-01"), "stay_document_until": ("2026-12-01", "2030-01-01"),
        "irregular_since": ("2024-01-01", "2026-11-01")}  # fmt: skip
CARDS = ("residence_card", "long_stay_visa_validated", "none")


def crowd(rows: int, seed: int) -> pl.DataFrame:
    """Invented residents without work, every answer known, as a caisse would hold them."""
    chance = np.random.default_rng(seed)
    columns = {name: _words(chance.integers(0, len(words), rows), words) for name, words in CHOICES.items()}
    columns |= {name: pl.Series(chance.random(rows) < 0.5) for name in YES_OR_NO}
    columns |= {name: pl.Series(np.zeros(rows, bool)) for name in ("rights_open", "removal_order")}
    for name, (first, last) in DAYS.items():
        days = chance.integers(*(date.fromisoformat(day).toordinal() for day in (first, last)), rows)
        columns[name] = pl.Series((days - date(1970, 1, 1).toordinal()).astype(np.int32)).cast(pl.Date)
    french = (columns["nationality"].to_physical() == 0).to_numpy()
    columns["stay_document"] = _words(np.where(french, 3, chance.integers(0, 3, rows)), (*CARDS, None))
    return pl.DataFrame(columns)


def _words(places: np.ndarray, words: tuple[str | None, ...]) -> pl.Series:
    kinds = pl.Enum([word for word in words if word is not None])
    return pl.Series(words, dtype=pl.String).cast(kinds).gather(places.astype(np.uint32))


def least(run: Callable[[], object], times: int) -> tuple[float, float]:
    """The shortest of several runs, in seconds: by the clock, and of the processor's work (all threads together)."""
    walls, works = [], []
    for _ in range(times):
        begun, worked = time.perf_counter(), time.process_time()
        run()
        walls.append(time.perf_counter() - begun)
        works.append(time.process_time() - worked)
    return min(walls), min(works)


def main(arguments: list[str]) -> int:
    """Measure, and print rows a second and the ratio."""
    parser = argparse.ArgumentParser(description="Measure ouverture batch, beside reading and writing the bare file.")
    parser.add_argument("--rows", type=int, default=MILLION)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--seed", type=int, default=20261128)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "crowd.parquet", Path(folder) / "answers.parquet"
        crowd(options.rows, options.seed).write_parquet(source)
        batch, work = least(lambda: ouverture(["batch", str(source), str(out), "--on", "2026-11-23"]), options.times)
        answers = pl.read_parquet(out)
        bare, _ = least(lambda: (pl.read_parquet(source), answers.write_parquet(out)), options.times)
    print(f"seed {options.seed}: {options.rows / batch:,.0f} rows a second; {batch / bare:.1f} times the bare file;")
    print(f"{options.rows / work:,.0f} rows a second of one processor's work")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
