"""What is erased is in the memory of no process: the site and the worker begin anew, a reader of pages ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import ouverture
from ouverture.adapters.journal.installation import open_record
from ouverture.cli import main
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.person.decisions import TellAddress, TellNames
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers
from tests.memory import found_in_memory, wait_until_gone

NAME, STREET = "Adamantine Martinovitch", "1 rue des Inventions"
WANTED = (NAME.encode(), STREET.encode())
AT = datetime.now(UTC) - timedelta(days=5)
SITE = """
from ouverture.site import renewing, server
from ouverture.site.page.house import house
renewing.LOOK_EVERY, server.warm_up = 0.2, lambda: None
house().met("hers")
server.run(port=0)
"""
WORKER = """
from ouverture.adapters.worker import loop
from ouverture.cli import main
loop.IDLE_SECONDS = 0.1
main(["worker"])
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal in which a person gave their papers; a letter to them is due."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "journal.sqlite3"))
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    record = open_record(os.environ)
    told: tuple[Command, ...] = (
        OpenFile("a person", "751", channels=("letter",)), TellNames(NAME), TellAddress((STREET,), "75011", "Paris"),
        Deposit(("identity_document",), ground="resident"),
    )  # fmt: skip
    for nth, wanted in enumerate(told):
        order = Order("hers", wanted, Moment(AT.date(), "person"), f"hers/{nth}", AT)
        assert isinstance(handle(record, dossiers(), order), Done)
    record.store.close()
    return tmp_path


@contextmanager
def running(program: str) -> Iterator[subprocess.Popen[str]]:
    settings = {**os.environ, "PYTHONPATH": str(Path(ouverture.__file__).parent.parent)}
    process = subprocess.Popen([sys.executable, "-c", program], env=settings, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=40)
        assert process.stderr is not None
        process.stderr.close()


def test_after_a_file_is_erased_neither_the_site_nor_the_worker_has_anything_of_it_in_memory(place: Path) -> None:
    with running(SITE) as site, running(WORKER) as worker:
        assert site.stderr is not None
        address = next(word for word in site.stderr.readline().split() if word.startswith("http"))
        until = time.monotonic() + 120
        while not list(place.glob("post/to_send/*.txt")):
            assert worker.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        assert found_in_memory(site.pid, WANTED) == set(WANTED), "or this search would find nothing anywhere"
        assert main(["erase", "hers", "--sure"]) == 0
        for process in (site, worker):
            assert wait_until_gone(process.pid, WANTED) == set()
            assert process.poll() is None, "it is the same process, begun anew"
        with urllib.request.urlopen(f"{address}health", timeout=30) as answer:
            assert answer.status == 200
    assert main(["verify"]) == 0
