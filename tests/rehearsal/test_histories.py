"""A bounded share of the campaign: histories without a violation, the same for the same seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ouverture.rehearsal.history import fingerprint, rehearse
from ouverture.rehearsal.office import InMemory
from tests.adapters.databases import Postgres
from tests.campaign.rehearsal import written
from tests.rehearsal.harsh import BEFORE_A_CHANGE, harsh

SHARE = range(20261123, 20261123 + 600)
HARSH = (*range(300), 20261852)
KEPT = (37, 76, 1919, 20273832, 20283820, 20297712)
"""Seeds that once found a fault: a term unkept, cover not opened, a number forgotten, a kept payment not paid, a paper
on the desk forgotten when a second claim came, an old letter taken for the news of a second change of caisse."""


def test_no_history_breaks_an_invariant() -> None:
    print("seeds", SHARE)
    broken = [one for seed in (*KEPT, *SHARE) for one in rehearse(seed).broken]
    assert broken == []


def test_no_harsh_history_breaks_an_invariant() -> None:
    print("seeds", HARSH[0], "to", HARSH[-2], "and", HARSH[-1])
    broken = [one for seed in HARSH for one in rehearse(seed, settings=harsh()).broken]
    assert broken == []


def test_no_history_breaks_an_invariant_when_the_law_changes_on_its_way() -> None:
    seeds = range(60)
    print("seeds", seeds)
    histories = [rehearse(seed, begins=BEFORE_A_CHANGE) for seed in seeds]
    assert [one for history in histories for one in history.broken] == []


def test_the_same_seed_gives_the_same_history_in_another_process() -> None:
    program = (
        "from ouverture.rehearsal.history import *; from ouverture.rehearsal.office import InMemory\n"
        "office = InMemory(); rehearse(7, people=3, office=office); print(fingerprint(office))"
    )
    elsewhere = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    here = InMemory()
    rehearse(7, people=3, office=here)
    assert elsewhere == {fingerprint(here)}


def test_the_same_seed_gives_the_same_hash_on_both_databases(tmp_path: Path, postgres: Postgres) -> None:
    found = [written(where, seed=5) for where in (str(tmp_path / "journal.sqlite3"), postgres.fresh())]
    assert found[0] == found[1]
    assert found[0][1] > 100
