"""Where accounts and sessions are kept."""

import os
import subprocess
import sys
from pathlib import Path

from ouverture.adapters.accounts.database import database_of
from tests.adapters.databases import Postgres

STARTS = """
import django
django.setup()
from ouverture.adapters.accounts.database import make_ready
make_ready()
"""


def test_what_the_address_of_the_journal_asks_of_its_server_holds_for_accounts_too() -> None:
    found = database_of({"OUVERTURE_JOURNAL": "postgresql://me@db.example/x?sslmode=verify-full"})
    assert (found["HOST"], found["OPTIONS"]) == ("db.example", {"sslmode": "verify-full"})


def test_hosts_that_start_at_the_same_moment_make_the_tables_one_after_the_other(
    postgres: Postgres, tmp_path: Path
) -> None:
    shared = {"OUVERTURE_JOURNAL": postgres.fresh(), "DJANGO_SETTINGS_MODULE": "ouverture.site.settings"}
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", STARTS],
            env={
                **os.environ,
                **shared,
                "OUVERTURE_HOME": str(tmp_path / host),
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            stderr=subprocess.PIPE,
            text=True,
        )
        for host in ("one", "two", "three")
    ]
    assert [process.communicate(timeout=60)[1].splitlines()[-1:] for process in starting] == [[], [], []]
