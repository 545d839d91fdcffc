"""`ouverture verify`, `rebuild` and `worker`: the keeping of the record."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ouverture.cli.door import BadInput, add_door, asked_day, now, shown, takes_day
from ouverture.cli.terminal import write_refusal
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.journal.examine import Examined
    from ouverture.adapters.journal.record import Record
    from ouverture.adapters.journal.seals import Seal
    from ouverture.adapters.journal.store import Fault
    from ouverture.adapters.vault.sealed_vault import SealedVault

ALTERED, DAMAGED = 1, 3
"""Exit codes of `verify`: a hand changed something; the database cannot be read."""


def register(commands: Any) -> None:
    """Add these doors to the command."""
    verify = add_door(commands, "verify", _verify, "is everything in the journal still what was written? what is not")
    verify.add_argument(
        "--seal", action="append", default=[], metavar="TEXT", help="a seal kept outside; several times"
    )
    rebuild = add_door(commands, "rebuild", _rebuild, "make the queue and the look-up tables again from the events")
    takes_day(rebuild, "as they stand on this day (default: today)")
    worker = add_door(commands, "worker", _worker, "send what is due, look at the files whose day has come")
    worker.add_argument("--once", action="store_true", help="one round, then stop")
    worker.add_argument("--post", default="post", metavar="FOLDER", help="where letters are put (default: post)")
    worker.add_argument("--clock-is-right", action="store_true", help="nothing was written for a year or more")


@contextmanager
def opened_journal(make: bool = False, read_only: bool = False, place: Path | None = None) -> Iterator[Record]:
    """The journal that the settings name, or the one in the file ``place``.

    Raises BadInput when it cannot be opened, and Damaged when it is only read and broken.
    """
    from ouverture.adapters.journal.installation import open_record
    from ouverture.adapters.journal.keyring import WrongKey
    from ouverture.adapters.journal.opening import SETTING, NoJournal
    from ouverture.adapters.journal.store import Damaged, WrongSchema

    settings = {**os.environ, SETTING: str(place)} if place else os.environ
    try:
        record = open_record(settings, make=make, read_only=read_only)
    except (NoJournal, WrongSchema, WrongKey) as problem:
        raise bad_journal(problem) from None
    except Damaged as problem:
        if read_only:
            raise
        raise bad_journal(f"the database is damaged ({problem}): run ouverture verify") from None
    try:
        yield record
    except WrongKey as problem:
        raise bad_journal(problem) from None
    finally:
        record.store.close()


def bad_journal(problem: object) -> BadInput:
    """The refusal of a door that cannot use the journal."""
    return BadInput(Text(f"journal : {problem}.", f"journal: {problem}."))


def _verify(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.store import Damaged

    copied = _faults_of_copy()
    try:
        with opened_journal(read_only=True) as record:
            found = examined(record, seals_given(options.seal), vault=vault_at(record))
    except Damaged as problem:
        said = Text(f"journal : la base est abîmée ({problem}).", f"journal: the database is damaged ({problem}).")
        for says in (*(each.says for each in copied), said):
            write_refusal(says.to(options.language))
        return DAMAGED
    found = found._replace(faults=(*copied, *found.faults))
    shown(options, _document(found), [says.to(options.language) for says in _said(found)])
    return ALTERED if found.faults or found.unkept else 0


def _faults_of_copy() -> tuple[Fault, ...]:
    """What is wrong with the file, byte for byte, when the journal that the settings name is a copy."""
    from ouverture.adapters.journal.copies import read_beside
    from ouverture.adapters.journal.opening import NoJournal, place_of
    from ouverture.adapters.journal.store import whole

    try:
        place = place_of(os.environ)
        found = read_beside(place) if isinstance(place, Path) and place.is_file() else None
    except (NoJournal, OSError, ValueError):
        return ()  # opening it says what is wrong with the place
    return tuple(map(whole, found.faults)) if found else ()


def seals_given(texts: list[str]) -> tuple[Seal, ...]:
    """The seals a person typed; raises BadInput."""
    from ouverture.adapters.journal.seals import UnreadableSeal, read_seal

    try:
        return tuple(map(read_seal, texts))
    except UnreadableSeal:
        raise BadInput(
            Text("--seal : un sceau est une ligne de neuf mots, qui commence par ouverture-seal-2.",
                 "--seal: a seal is one line of nine words, which begins with ouverture-seal-2.")
        ) from None  # fmt: skip


def vault_at(record: Record, place: Path | None = None) -> SealedVault:
    """The pages that go with the journal that the settings name, or with the one in the file ``place``."""
    from ouverture.adapters.vault.folders import Folders, beside
    from ouverture.adapters.vault.sealed_vault import SealedVault
    from ouverture.adapters.vault.shelves import shelves_of

    return SealedVault(Folders(beside(place)) if place else shelves_of(os.environ, record.store), record)


def examined(
    record: Record, outside: tuple[Seal, ...], known: bool = True, vault: SealedVault | None = None
) -> Examined:
    """All of a journal against its events, the seals given and, if ``known``, the last one kept on this machine.

    With ``vault``, the pages that go with it too.
    """
    from ouverture.adapters.journal.examine import examine
    from ouverture.adapters.journal.kept_seals import last_kept, other_before, seal_file
    from ouverture.adapters.journal.store import whole
    from ouverture.services.casework.standing import broken, dossiers

    kept = last_kept(seal_file(os.environ, record)) if known else None
    found = examine(record, dossiers(), broken, now(), (*outside, *((kept,) if kept else ())))
    if known and (other := other_before(os.environ, record)):
        found = found._replace(faults=(whole(_replaced(other)), *found.faults))
    if vault is None or found.faults:  # what an altered journal says of its pages proves nothing
        return found
    from ouverture.adapters.vault.keeping import faults_of_vault

    return found._replace(faults=tuple(faults_of_vault(vault, record)))


def _replaced(other: str) -> Text:
    return Text(
        f"Un autre journal était à cette place, dont les sceaux sont dans {other}.txt : celui-ci l'a remplacé.",
        f"Another journal stood in this place, whose seals are in {other}.txt: this one has replaced it.",
    )


def _document(found: Examined) -> dict[str, Any]:
    faults = [
        {"file": each.stream, "event": each.version, "position": each.position, "says": each.says._asdict()}
        for each in found.faults
    ]
    counts = {"events": found.events, "files": found.files, "readings": found.readings}
    unkept = [{"file": each.stream, "says": each.says._asdict()} for each in found.unkept]
    notes = [says._asdict() for says in found.notes]
    named = {"fault": faults[0] if faults else None, "faults": faults, "unkept": unkept, "notes": notes}
    return {**counts, "seal": found.seal.text, **named}


def _said(found: Examined) -> list[Text]:
    if found.faults:
        return [*(each.says for each in (*found.faults, *found.unkept)), *found.notes]
    if not found.events:
        return [
            Text(
                "Le journal est vide : rien n'y a été écrit, ou tout a disparu. Un sceau gardé ailleurs le dirait.",
                "The journal is empty: nothing was written in it, or all is gone. A seal kept elsewhere would tell.",
            )
        ]
    return [
        *(each.says for each in found.unkept),
        Text(
            f"{found.events} événements, {found.files} dossiers, {found.readings} consultations : rien n'a changé.",
            f"{found.events} events, {found.files} files, {found.readings} readings: nothing has changed.",
        ),
        Text(f"Sceau, à garder ailleurs : {found.seal.text}", f"Seal, to be kept elsewhere: {found.seal.text}"),
        *found.notes,
    ]


def _rebuild(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.rebuild import rebuild
    from ouverture.services.casework.standing import dossiers

    with opened_journal() as record:
        made = rebuild(record, dossiers(), asked_day(options))
    said = Text(
        f"{made.files} dossiers relus, {made.events} événements : les tables sont refaites.",
        f"{made.files} files read again, {made.events} events: the tables are made again.",
    )
    aside = Text(
        f"{made.set_aside} dossiers ne sont pas ce que le programme a écrit : laissés tels quels, verify les nomme.",
        f"{made.set_aside} files are not what the program wrote: they are left as they are, and verify names them.",
    )
    told = [said, aside] if made.set_aside else [said]
    return shown(options, made._asdict(), [one.to(options.language) for one in told])


def _worker(options: argparse.Namespace) -> int:
    import signal
    from threading import Event

    from ouverture.adapters.journal.kept_seals import keep_seal
    from ouverture.adapters.post.opening import NoPost, open_post
    from ouverture.adapters.worker.files import duties
    from ouverture.adapters.worker.loop import ClockIsFar, one_round, work
    from ouverture.services.casework.standing import dossiers

    try:
        post = open_post(Path(options.post), os.environ)
    except NoPost as problem:
        raise BadInput(Text(f"courrier : {problem}.", f"post: {problem}.")) from None
    with opened_journal(make=True) as record:
        vault = vault_at(record)

        def purge(stream: str) -> None:
            post.purge(stream)
            vault.forget(stream)

        mine = duties(record, dossiers(), post, now)._replace(
            keep_seal=lambda seal: keep_seal(os.environ, record, seal),
            purge=purge,
        )
        try:
            if options.once:
                return _said_of_a_round(options, one_round(mine, now(), options.clock_is_right))
            stop = Event()
            for each in (signal.SIGINT, signal.SIGTERM):
                signal.signal(each, lambda *_: stop.set())
            erased = work(mine, now, stop, options.clock_is_right, _say_that_it_waits)
        except ClockIsFar as problem:
            raise BadInput(
                Text(f"horloge : {problem}. Mettez-la à l'heure ; si elle l'est, donnez --clock-is-right.",
                     f"clock: {problem}. Set it right; if it is, give --clock-is-right.")
            ) from None  # fmt: skip
    if erased:
        _begin_anew()
    return 0


def _say_that_it_waits(problem: Exception) -> None:
    """To whoever reads the log of the service: the kind of the fault, and nothing it quotes."""
    print(
        f"worker: the database or a disk is out of reach ({type(problem).__name__}); I wait",
        file=sys.stderr,
        flush=True,
    )


def _begin_anew() -> NoReturn:
    """The same command in the same process, with nothing of its memory left: it had met a file that was erased."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _said_of_a_round(options: argparse.Namespace, done: Any) -> int:
    aside = Text(
        f" {done.troubled} incidents : leurs dossiers sont mis de côté.",
        f" {done.troubled} faults: their files are set aside.",
    )
    said = Text(
        f"{done.sent} messages partis, {done.woken} dossiers regardés.",
        f"{done.sent} messages sent, {done.woken} files looked at.",
    ).to(options.language)
    return shown(options, done._asdict(), [said + (aside.to(options.language) if done.troubled else "")])
