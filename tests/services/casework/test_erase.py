"""A person erases the file they keep for themselves; nobody erases another's, nor one that a caisse holds."""

import pytest

from ouverture.services.casework import acts
from ouverture.services.casework.access import NO_SUCH_FILE, NOT_YOUR_ROLE
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.erase import HELD_BY_A_CAISSE, Erasure, erase
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE, STRANGER


def test_the_record_a_person_keeps_is_erased_and_the_proof_is_shown(house: House) -> None:
    before = house.journal.history(RECORD).version
    owner = SHE._replace(acts_for=(FILE, RECORD))
    done = erase(house, owner, RECORD, NOON)
    assert isinstance(done, Erasure)
    assert (done.events, done.readable) == (before, 0)
    assert house.met(RECORD).erased
    assert [one.what for _, one in house.journal.readings(RECORD)][-1] == "erase"


def test_nothing_that_was_tried_in_it_stays_in_memory(house: House) -> None:
    owner = SHE._replace(acts_for=(FILE, RECORD))
    view = look_at(house, owner, Look(RECORD, "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    acts_of(owner, view)
    assert RECORD in acts._tried
    erase(house, owner, RECORD, NOON)
    assert RECORD not in acts._tried


def test_a_file_that_a_caisse_holds_is_not_erased(house: House) -> None:
    assert erase(house, SHE, FILE, NOON) == HELD_BY_A_CAISSE
    assert not house.journal.history(FILE).erased


@pytest.mark.parametrize(("actor", "refused"), [(STRANGER, (NO_SUCH_FILE, NOT_YOUR_ROLE)), (AGENT, (NOT_YOUR_ROLE,))])
def test_nobody_else_erases_it(house: House, actor: object, refused: object) -> None:
    assert erase(house, actor, RECORD, NOON) in refused  # type: ignore[arg-type, operator]
    assert not house.journal.history(RECORD).erased


def test_a_file_that_does_not_exist_is_said_so(house: House) -> None:
    nobody = SHE._replace(acts_for=("nothing",))
    assert erase(house, nobody, "nothing", NOON) == NO_SUCH_FILE
