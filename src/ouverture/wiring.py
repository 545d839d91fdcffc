"""The house put together: the only place where services meet adapters."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from functools import cache

from ouverture.adapters.accounts.brought_in import TextBook
from ouverture.adapters.accounts.demands import DemandBook
from ouverture.adapters.accounts.mail_doors import MailDoors
from ouverture.adapters.accounts.runs import RunBook
from ouverture.adapters.journal.figures import Figures, answers, figures
from ouverture.adapters.journal.forgetting import erased_since
from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.opening import NoJournal
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SqliteStore
from ouverture.adapters.ocr.reader import ProcessReader, best_reader
from ouverture.adapters.signed_papers.keys import SETTING as PAPER_KEYS
from ouverture.adapters.signed_papers.keys import BadKeys, PaperSigner, PublicKeys, keys_document, numbers_of
from ouverture.adapters.signed_papers.withdrawal_list import list_document
from ouverture.adapters.vault.scanner import scanner_of
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.adapters.vault.shelves import bring_in, shelves_of
from ouverture.adapters.vault.workroom import Workroom
from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.services.casework.house import House
from ouverture.services.casework.signed.withdrawing import Withdrawals, withdrawals
from ouverture.services.casework.standing import dossiers
from ouverture.services.papers.ports import Papers, Reader

JOURNAL, KEY_FILE = "OUVERTURE_JOURNAL", "OUVERTURE_KEY_FILE"
BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
OFFICES = "OUVERTURE_OFFICES"
"""The caisses that work on this system, by their codes, with commas between them."""


def open_house(settings: Mapping[str, str]) -> House:
    """The house that the settings describe; raises NoJournal or WrongSchema, each with one sentence."""
    offices = offices_named(settings)
    record = open_record(settings)
    shelves = shelves_of(settings, record.store)
    bring_in(settings, shelves)
    papers = Papers(SealedVault(shelves, record), Workroom(scanner_of(settings)), open_reader())
    signer = paper_signer(record, settings)
    ways_in, texts = MailDoors(), TextBook()
    return House(
        record, dossiers(), offices, papers, DemandBook(), signer, RunBook(), ways_in=ways_in, brought_in=texts
    )


def offices_named(settings: Mapping[str, str]) -> frozenset[str]:
    """The caisses that the settings name; raises NoJournal for a code that no caisse bears: no file would be theirs."""
    codes = [code.strip() for code in settings.get(OFFICES, "").split(",")]
    try:
        return frozenset(caisse_of(code).key for code in codes if code)
    except PlaceError as problem:
        raise NoJournal(f"{OFFICES}: {problem}".rstrip(".")) from None


def paper_signer(record: Record, settings: Mapping[str, str]) -> PaperSigner:
    """Who signs the papers of the caisses whose journal this is; raises NoJournal, with one sentence."""
    try:
        return PaperSigner(record.keyring.seals, numbers_of(settings.get(PAPER_KEYS)))
    except BadKeys as problem:
        raise NoJournal(str(problem)) from None


def what_checks(house: House, day: date) -> tuple[PublicKeys, Withdrawals]:
    """The keys and the list by which papers of this house are checked, as they stand on the day."""
    signer = house.signer
    return signer.public if isinstance(signer, PaperSigner) else {}, withdrawals(house, day)


def for_checking_elsewhere(house: House, day: date) -> tuple[str, str]:
    """The file of keys and the signed list of withdrawals, for whoever checks without a network."""
    signer = house.signer
    assert isinstance(signer, PaperSigner)
    return keys_document(signer.public), list_document(withdrawals(house, day), signer)


@cache
def open_reader() -> Reader:
    """Who reads papers here: one process for the whole house; where the extra is not installed, one that says so."""
    return best_reader()


def close_helpers(house: House) -> None:
    """End the processes that open and read files for this house; the next file starts them again."""
    for one in (house.papers.cleaner, house.papers.reader) if house.papers else ():
        if isinstance(one, Workroom | ProcessReader):
            one.close()


def erased_ever(house: House) -> int:
    """How many files of this house were erased, by whichever process."""
    return len(erased_since(house.journal.store, BEFORE_ALL)) if isinstance(house.journal, Record) else 0


@contextmanager
def made_up_at_once(house: House) -> Iterator[None]:
    """Inside, this process alone writes in this house, and need not outlive a power cut: all is invented.

    What it met is remembered, and what it writes is on the disk when the block ends.
    """
    store = house.journal.store if isinstance(house.journal, Record) else None
    with store.unhurried_disk() if isinstance(store, SqliteStore) else nullcontext(), house.recall.alone():
        yield


def is_ready(house: House) -> bool:
    """Whether the journal of this house can be read; raises what its database raises."""
    return isinstance(house.journal, Record) and answers(house.journal.store)


def figures_of(house: House, now: datetime) -> Figures | None:
    """How late this house is, and how large; None when its journal is in no database."""
    return figures(house.journal.store, now) if isinstance(house.journal, Record) else None


def open_account(settings: Mapping[str, str], login: str, role: str, office: str = "", label: str = "") -> str | None:
    """Make an account of staff in the installation's own database: its first password; None when the login is taken."""
    _open_accounts(settings)
    from ouverture.adapters.accounts import keeping

    return keeping.open_account(login, role, office, label)


def reset_account(settings: Mapping[str, str], login: str) -> str | None:
    """Another first password, and no telephone and no session any more; None when there is no such login."""
    _open_accounts(settings)
    from ouverture.adapters.accounts import keeping

    return keeping.reset_account(login)


def switch_account(settings: Mapping[str, str], login: str, on: bool) -> bool:
    """Let an account in again, or in no more; False when there is no such login."""
    _open_accounts(settings)
    from ouverture.adapters.accounts import keeping

    return keeping.switch_account(login, on)


def _open_accounts(settings: Mapping[str, str]) -> None:
    os.environ.update({name: value for name, value in settings.items() if name.startswith("OUVERTURE_")})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ouverture.site.settings")
    import django

    django.setup()
    from ouverture.adapters.accounts.database import make_ready

    make_ready()
