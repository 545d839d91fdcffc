"""Whoever acts is known, may do what their role may, in files that are theirs; everything else is a sentence."""

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication, Withdraw
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import asserted_by, grants, may_do
from ouverture.services.casework.acting import carry_out, open_file
from ouverture.services.casework.actors import ROLES, Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from tests.services.casework.wired import (
    AGENT,
    AGENT_ELSEWHERE,
    DAY,
    FILE,
    NOON,
    RECORD,
    SHE,
    STRANGER,
    SUPERVISOR,
    act,
    claim,
    wanted,
)


def code_of(answer: object) -> str:
    assert isinstance(answer, Refusal), answer
    assert answer.says.fr
    assert answer.says.en
    return answer.code


def test_every_role_has_a_grant() -> None:
    assert set(grants()) == set(ROLES)


def test_who_acted_is_in_the_record(house: House) -> None:
    act(house, AGENT, FILE, AcceptPiece("identity_document"))
    assert house.journal.history(FILE).lines[-1].who == "agent-7"
    assert house.journal.history(FILE).lines[0].who == "she"


@pytest.mark.parametrize("actor", [STRANGER, AGENT_ELSEWHERE, Actor("d", "doctor"), Actor("k", "kiosk")])
def test_a_file_that_is_not_theirs_does_not_exist_for_them(house: House, actor: Actor) -> None:
    version = house.met(FILE).version
    assert code_of(act(house, actor, FILE, claim())) == "no_such_file"
    assert code_of(look_at(house, actor, Look(FILE, "curiosity", DAY, NOON))) in ("no_such_file", "not_your_role")
    assert house.met(FILE).version == version


def test_a_file_that_does_not_exist_gets_the_same_sentence(house: House) -> None:
    nobody = Actor("she", "person", "", ("nothing-here",))
    unknown = look_at(house, nobody, Look("nothing-here", "own_file", DAY, NOON))
    assert unknown == look_at(house, STRANGER, Look(FILE, "own_file", DAY, NOON))


def test_no_agent_opens_the_record_that_a_person_keeps_of_a_caisse_outside(house: House) -> None:
    assert code_of(look_at(house, AGENT_ELSEWHERE, Look(RECORD, "casework", DAY, NOON))) == "no_such_file"
    assert isinstance(look_at(house, SHE, Look(RECORD, "own_file", DAY, NOON)), FileView)


def test_a_person_does_not_decide_for_the_caisse(house: House) -> None:
    assert code_of(act(house, SHE, FILE, GrantApplication("joins_insured_family", DAY))) != "no_such_file"
    assert house.met(FILE).state.application.stage == "open"


def test_in_a_record_she_writes_down_what_a_letter_told(house: House) -> None:
    act(house, SHE, RECORD, claim())
    done = act(house, SHE, RECORD, GrantApplication("joins_insured_family", DAY))
    assert isinstance(done, Done)
    assert done.events[0].by == "letter"


def test_the_same_order_sent_twice_is_done_once_and_another_under_its_key_is_refused(house: House) -> None:
    first = wanted(FILE, AcceptPiece("identity_document"), key="one-key")
    assert isinstance(carry_out(house, AGENT, first), Done)
    again = carry_out(house, AGENT, first)
    assert isinstance(again, Done)
    assert again.repeated
    other = first._replace(command=AcceptPiece("marriage_certificate"))
    assert code_of(carry_out(house, AGENT, other)) == "sent_otherwise"


def test_an_old_version_seen_does_nothing_and_says_what_changed(house: House) -> None:
    seen = house.met(FILE).version
    act(house, AGENT, FILE, AcceptPiece("identity_document"))
    late = carry_out(house, SUPERVISOR, wanted(FILE, AcceptPiece("marriage_certificate"), seen=seen))
    assert isinstance(late, Changed)
    assert late.since[0].kind == "piece_accepted"


def test_an_agent_opens_files_for_their_own_office_only(house: House) -> None:
    assert code_of(open_file(house, AGENT_ELSEWHERE, wanted("new", OpenFile("new", "751")))) == "not_your_office"
    assert code_of(open_file(house, SHE, wanted("new", OpenFile("new", "693")))) == "office_is_outside"
    assert isinstance(open_file(house, AGENT, wanted("new", OpenFile("new", "751"))), Done)


OURS = sorted(kind for kind, one in COMMANDS.items() if one.__module__.startswith("ouverture."))
"""Other tests declare commands of their own."""


@pytest.mark.parametrize("kind", OURS)
def test_every_command_is_some_roles_to_give_or_the_houses_own(kind: str) -> None:
    can = [role for role in ROLES if may_do(Actor("x", role), COMMANDS[kind]) is None]
    assert can or COMMANDS[kind].may[0] in ("clock", "post")


def test_what_is_asserted_is_the_word_of_the_role_or_of_what_it_saw() -> None:
    assert asserted_by(SHE, Withdraw, connected=False) == "person"
    assert asserted_by(SHE, GrantApplication, connected=False) == "letter"
    assert asserted_by(SHE, GrantApplication, connected=False, seen_by="call") == "call"
    assert asserted_by(SHE, GrantApplication, connected=False, seen_by="nonsense") == "letter"
    assert asserted_by(AGENT, Withdraw, connected=True) == "caisse"
