"""A file in which nothing is pending is looked at all the same, once a year, by the policy that is there for it.

Nobody of the rehearsal comes here any more: whoever is covered has a card to keep up to date, whoever is not has a next
act. Somebody who left France, whose file is still open, does.
"""

from datetime import date, timedelta

import pytest

from ouverture.dossier.file import File, replay
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.kernel import Moment
from ouverture.dossier.machine import wake
from ouverture.dossier.messages.events import MessageDelivered
from ouverture.dossier.number.events import NumberClosed
from ouverture.dossier.obligations import obligations
from ouverture.dossier.rights.events import RightsClosed
from ouverture.dossier.watch.events import Reviewed
from tests.dossier.acting import with_waiting_number

DAY, LEFT = date(2026, 3, 2), date(2026, 9, 1)
OFF = frozenset({"review_a_quiet_file"})


@pytest.fixture
def quiet() -> File:
    """Somebody who was covered, left France, and was told of it; the number is closed and nothing is on its way."""
    file = with_waiting_number(DAY)
    at = Moment(LEFT, "caisse")
    arrived = tuple(MessageDelivered(at, one.message) for one in file.messages.on_their_way)
    return replay((RightsClosed(at, "left_france", LEFT), NumberClosed(at, "duplicate", ""), *arrived), file)


def test_only_the_yearly_look_is_owed(quiet: File) -> None:
    assert [each.act for each in obligations(quiet, LEFT)] == ["review_file"]


def test_the_look_is_taken_on_its_day(quiet: File) -> None:
    due = obligations(quiet, LEFT)[0].due
    assert any(isinstance(one, Reviewed) for one in wake(quiet, due).events)


def test_without_the_policy_nobody_looks_and_an_invariant_says_so(quiet: File) -> None:
    late = obligations(quiet, LEFT)[0].due + timedelta(days=1)
    slept = wake(quiet, late, OFF)
    assert not any(isinstance(one, Reviewed) for one in slept.events)
    assert list(broken_state(slept.file, late))
