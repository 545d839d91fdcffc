"""`ouverture backup`, `restore`, `migrate`, `troubles`, `erase` and `keys rotate`: a journal kept in good order."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, now, shown
from ouverture.cli.journal import ALTERED, bad_journal, examined, opened_journal, seals_given, vault_at
from ouverture.cli.reading import read_beginning
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.journal.examine import Examined
    from ouverture.adapters.journal.migrating import Migrated
    from ouverture.adapters.journal.seals import Seal


MOST_OF_A_MAIL = 1 << 20
"""A report begins with what it reports: the rest of a longer mail is not read."""


def register(commands: Any) -> None:
    """Add these doors to the command."""
    backup = add_door(commands, "backup", _backup, "a copy of the journal while it is in use, checked once written")
    backup.add_argument("dest", metavar="DEST", help="a file that is not there yet")
    restore = add_door(commands, "restore", _restore, "a journal put back from a copy, checked against a seal")
    restore.add_argument("source", metavar="SOURCE", help="the copy; OUVERTURE_JOURNAL names a place that is empty")
    restore.add_argument("--seal", action="append", default=[], metavar="TEXT", help="a seal kept outside")
    migrate = add_door(commands, "migrate", _migrate, "a journal of an older release written over for this one")
    migrate.add_argument("--dry-run", action="store_true", help="do it beside the journal, and leave all as it was")
    add_door(commands, "troubles", _troubles, "files that are set aside because something failed in them")
    returned = add_door(commands, "returned", _returned, "e-mails that came back, or are said to have arrived")
    returned.add_argument("mails", nargs="+", metavar="MAIL", help="one file a mail, as the sender's box received it")
    erase = add_door(commands, "erase", _erase, "destroy all that is personal in one file, for ever")
    erase.add_argument("stream", metavar="FILE", help="the name of the file")
    erase.add_argument("--post", default="post", metavar="FOLDER", help="where letters are put (default: post)")
    erase.add_argument("--sure", action="store_true", help="without it, what would be destroyed is told")
    keys = add_door(
        commands, "keys", _rotate, "another key for the journal: all is wrapped again, no event is rewritten"
    )
    keys.add_argument("what", choices=["rotate"])


def _place() -> Path | str:
    from ouverture.adapters.journal.opening import NoJournal, place_of

    try:
        return place_of(os.environ)
    except NoJournal as problem:
        raise bad_journal(problem) from None


def _file() -> Path:
    if isinstance(place := _place(), str):
        raise BadInput(
            Text("journal : pour PostgreSQL, pg_dump et pg_restore (docs/security.md), puis verify.",
                 "journal: for PostgreSQL, use pg_dump and pg_restore (docs/security.md), then verify.")
        )  # fmt: skip
    return place


def _named(field: str, given: str) -> Path:
    """The file named so. Raises BadInput for a name that can only be a folder: "", ".", "/"."""
    path = Path(given)
    if path.name in ("", ".."):
        raise BadInput(
            Text(f"{field} : donnez le nom d'un fichier, par exemple copie.sqlite3.",
                 f"{field}: give the name of a file, for example copy.sqlite3.")
        )  # fmt: skip
    return path


def _backup(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.copies import write_beside
    from ouverture.adapters.journal.moving import CannotMove, copy_whole, remove
    from ouverture.adapters.vault.folders import beside

    place, dest = _file(), _named("dest", options.dest)
    if not place.exists():
        raise bad_journal(f"there is no journal in {place}")
    try:
        with _vault_copied(place, dest):
            copy_whole(place, dest)
    except CannotMove as problem:
        raise bad_journal(problem) from None
    found = _examined_at(dest, (), known=False, with_pages=True)
    if found.faults:
        remove(dest)
        rmtree(beside(dest), ignore_errors=True)
        return _faulty(options, *(each.says for each in found.faults))
    write_beside(dest, found.seal)
    said = Text(
        f"{found.events} événements copiés et vérifiés. La clé n'y est pas : gardez-la ailleurs. "
        f"Sceau : {found.seal.text}",
        f"{found.events} events copied and checked. The key is not in it: keep it elsewhere. Seal: {found.seal.text}",
    )
    return shown(options, _document(found), [said.to(options.language)])


def _restore(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.copies import read_beside
    from ouverture.adapters.journal.moving import CannotMove, copy_whole, remove
    from ouverture.adapters.vault.folders import beside

    source, place = _named("source", options.source), _file()
    if not source.exists():
        raise bad_journal(f"there is no copy in {source}")
    copied = read_beside(source)
    given = seals_given(options.seal or list(copied.seals))
    if not given:
        raise BadInput(
            Text("--seal : donnez un sceau gardé ailleurs, ou la copie avec son fichier .seal.",
                 "--seal: give a seal kept outside, or the copy with its .seal file.")
        )  # fmt: skip
    if copied.faults:
        return _faulty(options, *copied.faults)
    try:
        with _vault_copied(source, place):
            copy_whole(source, place)
    except CannotMove as problem:
        raise bad_journal(problem) from None
    found = _examined_at(place, given, known=False, with_pages=True)
    if found.faults:
        remove(place)
        rmtree(beside(place), ignore_errors=True)
        return _faulty(options, *(each.says for each in found.faults))
    missing = _missing(found)
    said = Text(
        f"{found.events} événements remis et vérifiés.{missing.fr}",
        f"{found.events} events put back and checked.{missing.en}",
    )
    return shown(options, _document(found), [said.to(options.language)])


def _missing(found: Examined) -> Text:
    """What the last seal kept on this machine covers more than the copy, from which all goes on."""
    from ouverture.adapters.journal.kept_seals import keep_seal, last_kept, seal_file

    with opened_journal(read_only=True) as record:
        kept = last_kept(seal_file(os.environ, record))
        keep_seal(os.environ, record, found.seal)
    lost = kept.events - found.events if kept else 0
    if lost <= 0:
        return Text("", "")
    return Text(
        f" Le dernier sceau gardé ici en couvre {lost} de plus : ils ne sont pas dans cette copie.",
        f" The last seal kept here covers {lost} more: they are not in this copy.",
    )


@contextmanager
def _vault_copied(source: Path, into: Path) -> Iterator[None]:
    """Inside, the journal is copied: its pages are before, and what came meanwhile is after."""
    from ouverture.adapters.vault.folders import beside
    from ouverture.adapters.vault.keeping import copy_vault, let_go_of_erased

    if beside(into).exists():
        raise bad_journal(f"{beside(into)} is there already: move it away first")
    copy_vault(beside(source), beside(into))
    try:
        yield
    except Exception:
        rmtree(beside(into), ignore_errors=True)
        raise
    copy_vault(beside(source), beside(into))
    with opened_journal(read_only=True, place=into) as record:
        let_go_of_erased(vault_at(record, into), record)


def _examined_at(place: Path, outside: tuple[Seal, ...], known: bool, with_pages: bool = False) -> Examined:
    from ouverture.adapters.journal.store import Damaged

    try:
        with opened_journal(read_only=True, place=place) as record:
            return examined(record, outside, known, vault_at(record, place) if with_pages else None)
    except Damaged as problem:
        raise bad_journal(f"the database is damaged ({problem})") from None


def _faulty(options: argparse.Namespace, *faults: Text) -> int:
    refused = Text("Rien n'a été mis en place :", "Nothing was put in place:")
    document = {"faults": [says._asdict() for says in faults]}
    shown(options, document, [says.to(options.language) for says in (refused, *faults)])
    return ALTERED


def _document(found: Examined) -> dict[str, Any]:
    faults = [each.says._asdict() for each in found.faults]
    return {"events": found.events, "files": found.files, "seal": found.seal.text, "faults": faults}


def _migrate(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.moving import CannotMove, put_in_place, remove, schema_of
    from ouverture.adapters.journal.store import SCHEMA

    if isinstance(place := _place(), str):
        return _guarded(options, SCHEMA)
    if not place.exists():
        raise bad_journal(f"there is no journal in {place}")
    try:
        schema = schema_of(place)
    except CannotMove as problem:
        raise bad_journal(problem) from None
    if schema >= SCHEMA:
        return _guarded(options, schema)
    made, old = (place.with_name(f"{place.name}.{end}") for end in (f"schema{SCHEMA}", f"schema{schema}"))
    if made.exists() or old.exists():
        raise bad_journal(f"{made} or {old} is there from another time: move it away first")
    done = _written_over(place, made)
    if options.dry_run:
        remove(made)
    else:
        put_in_place(made, place, old)
    return _said_of_migration(options, done, old)


def _guarded(options: argparse.Namespace, schema: int) -> int:
    """A journal of this schema: what an older release did not have its database refuse is put in it."""
    before = _lacks_guards(read_only=True)
    after = _lacks_guards(read_only=False) if before and not options.dry_run else before
    said = [Text(f"Ce journal est déjà de schéma {schema}.", f"This journal is of schema {schema} already.")]
    if before and options.dry_run:
        said.append(
            Text("Sa base refuserait ensuite toute ligne mise très loin en avant. Rien n'a changé.",
                 "Its database would then refuse any row put far ahead. Nothing was changed.")
        )  # fmt: skip
    elif after:
        said.append(
            Text("Sa base ne refuse pas encore une ligne mise très loin en avant : relancez avec le rôle qui possède "
                 "les tables.",
                 "Its database does not refuse yet a row put far ahead: run this with the role that owns the tables.")
        )  # fmt: skip
    elif before:
        said.append(
            Text("Sa base refuse maintenant toute ligne mise très loin en avant.",
                 "Its database now refuses any row put far ahead.")
        )  # fmt: skip
    document = {"schema": schema, "events": 0, "guarded": not after}
    return shown(options, document, [one.to(options.language) for one in said])


def _lacks_guards(read_only: bool) -> bool:
    from ouverture.adapters.journal.opening import NoJournal, open_store
    from ouverture.adapters.journal.store import WrongSchema

    try:
        store = open_store(os.environ, read_only)
    except (NoJournal, WrongSchema) as problem:
        raise bad_journal(problem) from None
    try:
        return store.read(store.lacks_guards)
    finally:
        store.close()


def _written_over(place: Path, made: Path) -> Migrated:
    from ouverture.adapters.journal.installation import key_of
    from ouverture.adapters.journal.keyring import WrongKey
    from ouverture.adapters.journal.migrating import CannotMigrate, migrate
    from ouverture.adapters.journal.moving import reading_of, remove
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.adapters.journal.sqlite import open_sqlite
    from ouverture.services.casework.standing import dossiers

    os.close(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    store = open_sqlite(made)
    try:
        with reading_of(place) as read:
            done = migrate(read, store, key_of(os.environ, store, make=False), dossiers(), now().date())
        store.close()
        found = _examined_at(made, (), known=False)
        if found.faults:
            raise bad_journal(f"what was written is not what was read: {found.faults[0].says.en}")
    except (CannotMigrate, WrongKey, NoJournal) as problem:
        store.close()
        remove(made)
        raise bad_journal(problem) from None
    except BadInput:
        remove(made)
        raise
    return done


def _said_of_migration(options: argparse.Namespace, done: Migrated, old: Path) -> int:
    counts = f"{done.events} / {done.files} / {done.messages}"
    if options.dry_run:
        said = Text(
            f"Essai réussi : {counts} (événements, dossiers, messages). Rien n'a changé.",
            f"The trial went well: {counts} (events, files, messages). Nothing was changed.",
        )
    else:
        said = Text(
            f"Écrit au schéma de cette version : {counts} (événements, dossiers, messages). L'ancien : {old}",
            f"Written for this release: {counts} (events, files, messages). The old one: {old}",
        )
    return shown(options, {**done._asdict(), "dry_run": options.dry_run}, [said.to(options.language)])


def _troubles(options: argparse.Namespace) -> int:
    from ouverture.adapters.worker.troubles import troubles

    with opened_journal(read_only=True) as record:
        found = troubles(record.store)
    nothing = Text("Aucun dossier n'est mis de côté.", "No file is set aside.").to(options.language)
    lines = [
        Text(
            f"{one.stream} : {one.says} ({one.doing}), {one.times} fois depuis {one.since[:16]}.",
            f"{one.stream}: {one.says} ({one.doing}), {one.times} times since {one.since[:16]}.",
        ).to(options.language)
        for one in found
    ]
    return shown(options, [one._asdict() for one in found], lines or [nothing])


def _returned(options: argparse.Namespace) -> int:
    from ouverture.adapters.post.returned import read_returned
    from ouverture.adapters.worker.returns import take_back
    from ouverture.services.casework.standing import dossiers

    told = 0
    with opened_journal() as record:
        for name in options.mails:
            returned = read_returned(read_beginning(name, MOST_OF_A_MAIL, "mail"))
            told += returned is not None and take_back(record, dossiers(), returned, now())
    others = len(options.mails) - told
    said = Text(
        f"{told} retours inscrits dans leurs dossiers ; {others} courriels ne disent rien des nôtres.",
        f"{told} returns written in their files; {others} mails say nothing of ours.",
    )
    return shown(options, {"told": told, "others": others}, [said.to(options.language)])


def _erase(options: argparse.Namespace) -> int:
    from ouverture.adapters.post.folder import LetterFolder

    with opened_journal() as record:
        if not record.history(options.stream).lines:
            raise BadInput(
                Text(f"dossier : il n'y a pas de dossier « {options.stream} ».",
                     f'file: there is no file "{options.stream}".')
            )  # fmt: skip
        if not options.sure:
            raise BadInput(
                Text("--sure : ce qui est personnel dans ce dossier sera détruit pour toujours. Donnez --sure.",
                     "--sure: all that is personal in this file will be destroyed for ever. Give --sure.")
            )  # fmt: skip
        record.forget(options.stream, now())
        vault_at(record).forget(options.stream)
        letters = LetterFolder(Path(options.post)).purge(options.stream)
    said = Text(
        f"Effacé. {letters} lettres détruites ; ce que les sauvegardes contiennent s'efface avec elles.",
        f"Erased. {letters} letters destroyed; what backups hold goes with them.",
    )
    return shown(options, {"file": options.stream, "letters": letters}, [said.to(options.language)])


def _rotate(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.installation import KEY, key_file, write_key
    from ouverture.adapters.journal.rotating import rotate

    if os.environ.get(KEY):
        raise BadInput(
            Text(f"{KEY} : mettez d'abord la clé dans un fichier, que cette commande puisse remplacer.",
                 f"{KEY}: put the key in a file first, which this command can replace.")
        )  # fmt: skip
    path, key = key_file(os.environ), os.urandom(32)
    new, old = (path.with_name(f"{path.name}.{end}") for end in ("new", "old"))
    with opened_journal() as record:
        try:
            write_key(new, key)  # kept before anything depends on it
        except OSError as problem:
            raise bad_journal(f"the new key cannot be kept in {new} ({problem.strerror})") from None
        files = rotate(record, key)
        os.replace(path, old)
        os.replace(new, path)
    said = Text(
        f"{files} dossiers sous la nouvelle clé {path}. Relancez chaque processus ; détruisez {old} quand aucune "
        "sauvegarde n'en a plus besoin.",
        f"{files} files under the new key {path}. Start every process again; destroy {old} once no backup needs it.",
    )
    return shown(options, {"files": files, "key": str(path)}, [said.to(options.language)])
