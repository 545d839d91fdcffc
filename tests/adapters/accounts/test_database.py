"""Where accounts and sessions are kept."""

from ouverture.adapters.accounts.database import database_of


def test_what_the_address_of_the_journal_asks_of_its_server_holds_for_accounts_too() -> None:
    found = database_of({"OUVERTURE_JOURNAL": "postgresql://me@db.example/x?sslmode=verify-full"})
    assert (found["HOST"], found["OPTIONS"]) == ("db.example", {"sslmode": "verify-full"})
