"""Several hosts over one PostgreSQL, no shared disk: killed and replaced, the server restarted, its replica promoted.

A host is a site and a worker, two processes with a folder of their own, which goes with them. Persons walk on.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import NamedTuple

from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.record import Record
from ouverture.adapters.vault.keeping import faults_of_vault
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.adapters.vault.shelves import shelves_of
from ouverture.services.casework.standing import broken, dossiers
from tests.adapters.databases import Postgres, running_postgres
from tests.adapters.vault.files import photograph
from tests.campaign.over_hosts import Person
from tests.campaign.report import Trial

HOSTS, PERSONS, KILLS, RESTARTS = 3, 6, 40, 6
MOST_PHOTOGRAPHS = 8
"""Of a person: a paper takes twenty pages at most."""
SOURCE = Path(__file__).resolve().parents[2] / "src"
SECRET = "kT7vQ2mZ9xLp4RwB8nHs3JdF6gYc1VaEuX5oNiKtMqW0rCbDzP"
"""Of tests alone; signs that nobody would guess are asked for."""
SHARED = {
    "PYTHONPATH": str(SOURCE), "OUVERTURE_KEY": "ab" * 32, "OUVERTURE_SECRET_KEY": SECRET,
    "OUVERTURE_OFFICES": "751",
}  # fmt: skip
NOTED = "exchange_recorded"
START = 180.0
"""Seconds a host may take to start on a machine that does much else."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried; ``share`` of 1 is all of it."""
    kills, restarts = max(2, round(KILLS * share)), max(1, round(RESTARTS * share))
    what = f"{HOSTS} hosts over one PostgreSQL: killed, {restarts} restarts of the server, a replica promoted"
    yield [Trial(what, kills, lambda: lived_through(random.Random(seed), kills, restarts))]


class Did(NamedTuple):
    """What the site acknowledged to one person: their file, the exchanges noted, how many photographs kept."""

    stream: str
    exchanges: Sequence[str]
    photographs: int


class Host(NamedTuple):
    """A site and a worker, and all that they have of their own."""

    port: int
    home: Path
    processes: tuple[subprocess.Popen[bytes], ...]

    @property
    def listens(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False

    def kill(self) -> None:
        """Gone, and its folder with it."""
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.home)

    def stop(self) -> None:
        """Stopped, as an operator does."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(60)


class Hosts:
    """The hosts that are there now, and the settings they share."""

    def __init__(self, folder: Path, url: str) -> None:
        self.settings = {**SHARED, "OUVERTURE_JOURNAL": url}
        self._folder, self._there, self._made = folder, list[Host](), 0

    def ports(self) -> list[int]:
        """Where they listen: a load balancer leaves out those that do not."""
        return [host.port for host in list(self._there) if host.listens]

    def start(self) -> None:
        """One more, in an empty folder."""
        self._made += 1
        home = self._folder / f"host-{self._made}"
        home.mkdir(mode=0o700)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("OUVERTURE", "DJANGO"))}
        environment = {**kept, **self.settings, "OUVERTURE_HOME": str(home)}
        commands = (["serve", "--port", str(port)], ["worker", "--post", str(home / "post")])
        with self.log.open("ab") as log:
            started = tuple(
                subprocess.Popen(
                    [sys.executable, "-m", "ouverture", *each],
                    env=environment, stdin=subprocess.DEVNULL, stderr=log, stdout=log,
                )
                for each in commands
            )  # fmt: skip
        self._there.append(Host(port, home, started))

    @property
    def log(self) -> Path:
        return self._folder / "log"

    def wait(self) -> None:
        """Until each of them listens."""
        until = time.monotonic() + START
        while not all(host.listens for host in self._there):
            ended = [each.args for host in self._there for each in host.processes if each.poll() is not None]
            assert not ended, f"ended by itself: {ended}: {self._said()}"
            assert time.monotonic() < until, f"a host does not start: {self._said()}"
            time.sleep(0.2)

    def _said(self) -> str:
        """The last lines that are no requests."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        return " / ".join([line for line in lines if not line.startswith("{")][-8:])[-600:]

    def replace(self, chance: random.Random) -> None:
        """One of them is killed, and another starts in its place with nothing of it."""
        self._there.pop(chance.randrange(len(self._there))).kill()
        self.start()
        self.wait()

    def stop(self) -> None:
        """The end."""
        for host in self._there:
            host.stop()


def lived_through(chance: random.Random, kills: int, restarts: int) -> str:
    """Persons walk while hosts and servers go; what was acknowledged is there, once, and nothing else is wrong."""
    with TemporaryDirectory(prefix="ouverture-hosts-") as folder, running_postgres() as server:
        replica = server.followed()
        hosts = Hosts(Path(folder), either(server, replica))
        try:
            for _ in range(HOSTS):
                hosts.start()
            hosts.wait()
            did = _walked(hosts, server, replica, chance, kills, restarts)
            faults = _faults(hosts, did)
        finally:
            hosts.stop()
            replica.stop()
        told = hosts.log.read_text("utf-8", "replace")
    assert not faults, "; ".join(faults)
    assert "Traceback" not in told, told[told.index("Traceback") :][:300]
    exchanges, photographs = sum(len(one.exchanges) for one in did), sum(one.photographs for one in did)
    return f"{exchanges:,} exchanges and {photographs} photographs of {len(did)} persons: none lost, none twice"


def either(server: Postgres, replica: Postgres) -> str:
    """The address that leads to whichever of the two takes what is written."""
    return f"postgresql://postgres@/postgres?host={server.folder},{replica.folder}&target_session_attrs=read-write"


def _walked(
    hosts: Hosts, server: Postgres, replica: Postgres, chance: random.Random, kills: int, restarts: int
) -> list[Did]:
    over = Event()
    blows = ["host"] * kills + ["server"] * restarts
    chance.shuffle(blows)
    with ThreadPoolExecutor(PERSONS) as threads:
        walks = [threads.submit(_walk, hosts, random.Random(chance.random()), over) for _ in range(PERSONS)]
        try:
            for blow in blows:
                time.sleep(chance.uniform(0.5, 2.0))
                if blow == "host":
                    hosts.replace(chance)
                else:
                    server.stop()
                    server.start()
            server.crash()
            replica.promote()
            time.sleep(5)
        finally:
            over.set()
        return [walk.result() for walk in walks]


def _walk(hosts: Hosts, chance: random.Random, over: Event) -> Did:
    """Open a file, then note exchanges and send photographs until it is over."""
    she = Person(hosts.ports, chance)
    began = she.send(she.look("/en/begin/").form("/begin/"), caisse="751")
    assert began.status == 302, f"no file: {began.status}"
    found = re.search(r"/en/file/([\w-]+)/", she.look(began.leads_to).text)
    assert found, "the page of the link does not lead to the file"
    stream, exchanges, photographs = found[1], list[str](), 0
    while not over.is_set():
        name = f"e{len(exchanges)}"
        _note(she, f"/en/file/{stream}/do/record_exchange/", name)
        exchanges.append(name)
        if photographs < MOST_PHOTOGRAPHS and chance.random() < 0.3:
            form = she.look(f"/en/file/{stream}/papers/").form("/chosen/add/")
            answer = she.send_file(form._replace(fields={**form.fields, "paper": "bank_details"}), "pages",
                                   photograph(f"{stream} {photographs}"))  # fmt: skip
            assert answer.status == 302, f"photograph: {answer.status}"
            photographs += 1
    return Did(stream, exchanges, photographs)


def _note(she: Person, act: str, name: str) -> None:
    """An exchange written down: what is typed, then the page that shows it again and keeps it."""
    typed = {"exchange": name, "way": "call", "with_whom": "the desk", "said": f"they said {name}", "whose": "caisse"}
    shown = she.send(she.look(act).form("/record_exchange/"), **typed)
    assert shown.status == 302, f"exchange: {shown.status}"
    kept = she.send(she.look(shown.leads_to).form("/check/"))
    assert kept.status == 302, f"exchange, checked: {kept.status}"


def _faults(hosts: Hosts, did: list[Did]) -> list[str]:
    """What a host that was never there before finds wrong."""
    with TemporaryDirectory(prefix="ouverture-hosts-") as home:
        settings = {**hosts.settings, "OUVERTURE_HOME": home}
        record = open_record(settings)
        try:
            vault = SealedVault(shelves_of(settings, record.store), record)
            found = [fault for one in did for fault in _of(record, vault, one)]
            examined = examine(record, dossiers(), broken, datetime.now(UTC)).faults
            return found + [fault.says.en for fault in (*examined, *faults_of_vault(vault, record))]
        finally:
            record.store.close()


def _of(record: Record, vault: SealedVault, did: Did) -> Iterator[str]:
    noted = [json.loads(line.body)["exchange"] for line in record.history(did.stream).lines if line.kind == NOTED]
    if sorted(noted) != sorted(did.exchanges):
        yield f"exchanges: {len(did.exchanges)} acknowledged, {len(noted)} there, {len(set(noted))} of them different"
    kept = {leaf.digest for leaf in vault.leaves(did.stream)}
    if len(kept) != did.photographs:
        yield f"photographs: {did.photographs} acknowledged, {len(kept)} there"
