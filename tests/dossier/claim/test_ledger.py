from ouverture.dossier.claim.ledger import Entry, Ledger, movement, posted


def test_a_movement_debits_as_much_as_it_credits() -> None:
    assert movement("bank", "to_recover", 500) == (Entry("bank", debit=500), Entry("to_recover", credit=500))


def test_nothing_moved_is_no_entry() -> None:
    assert movement("bank", "to_recover", 0) == ()
    assert posted(Ledger(bank=-3, due_to_person=3), ()) == Ledger(bank=-3, due_to_person=3)


def test_the_accounts_hold_debits_less_credits() -> None:
    assert posted(Ledger(), movement("health_costs", "due_to_person", 1900)) == Ledger(1900, -1900)
