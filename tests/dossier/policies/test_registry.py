"""What answers an event or a day by itself: declared once, listed, and silent where it has nothing to do."""

from datetime import timedelta

from ouverture.dossier.file import File
from ouverture.dossier.number.decisions import CertifyInPlace
from ouverture.dossier.policies.registry import POLICIES, agenda, answering
from tests.dossier.acting import opened
from tests.dossier.certified import CERTIFIED, certified, outcome, waiting

NOTHING: frozenset[str] = frozenset()


def test_each_policy_has_a_name_and_says_what_it_does() -> None:
    assert len(POLICIES) >= 30
    assert [name for name, one in POLICIES.items() if not one.says.strip() or one.name != name] == []


def test_a_file_that_was_never_opened_has_nothing_to_come() -> None:
    assert agenda(File(), CERTIFIED, NOTHING) == []


def test_what_comes_by_itself_stands_in_the_order_of_its_days() -> None:
    days = [one.on for one in agenda(waiting(), CERTIFIED, NOTHING)]
    assert days == sorted(days)
    assert len(days) > 1


def test_a_policy_switched_off_is_on_no_agenda() -> None:
    first = agenda(waiting(), CERTIFIED, NOTHING)[0].policy
    assert first not in {one.policy for one in agenda(waiting(), CERTIFIED, frozenset({first}))}


def test_what_is_for_a_caisse_on_the_system_does_not_answer_in_a_file_kept_by_the_person() -> None:
    outside = opened("recorded")
    of_caisse = {name for name, one in POLICIES.items() if one.connected_only}
    assert of_caisse
    assert not {one.policy for one in agenda(outside, CERTIFIED + timedelta(days=30), NOTHING)} & of_caisse


def test_a_permanent_number_is_answered_by_the_invitation_to_the_account() -> None:
    happened = outcome(waiting(), CertifyInPlace(), CERTIFIED).events[0]
    assert "invite_on_permanent_number" in {one.name for one in answering(certified(), happened, NOTHING)}
    switched_off = frozenset({"invite_on_permanent_number"})
    assert "invite_on_permanent_number" not in {one.name for one in answering(certified(), happened, switched_off)}
