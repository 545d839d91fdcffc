"""A number whose digits contradict the birth in the file is not given: what differs and how to go on is said."""

from datetime import date
from random import Random

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import (
    AcceptDifference,
    GivePermanentNumber,
    IssueWaitingNumber,
    ReactivateNumber,
    ReplaceNumber,
)
from ouverture.dossier.person.decisions import TellBirth
from tests.dossier.acting import AGENT, OTHER_AGENT, after, opened, refused

DAY = date(2026, 3, 2)
A_WOMAN_OF_JULY_1960 = "260072003301190"
A_WOMAN_OF_OCTOBER_1979 = "291079940412337"


def searched(*found: str, facts: tuple[tuple[str, int], ...] = ()) -> File:
    file = after(opened(), Deposit(("identity_document",), facts=facts), DAY)
    return after(after(file, AcceptPiece("identity_document"), DAY), RecordSearch(found), DAY)


def test_the_number_of_somebody_else_is_refused_saying_what_differs_who_can_act_and_how_to_go_on() -> None:
    refusal = refused(
        searched(facts=(("born_on", date(1985, 3, 14).toordinal()),)), GivePermanentNumber(A_WOMAN_OF_JULY_1960), DAY
    )
    assert refusal.code == "number_against_person"
    assert refusal.who_can_act == "caisse"
    for part in ("1985", "July", "March", "second agent", "correct the birth"):
        assert part in refusal.says.en
    assert A_WOMAN_OF_JULY_1960 not in refusal.says.en


@pytest.mark.parametrize(
    "wanted",
    [
        GivePermanentNumber(A_WOMAN_OF_JULY_1960),
        IssueWaitingNumber(A_WOMAN_OF_JULY_1960),
        ReactivateNumber(A_WOMAN_OF_JULY_1960),
        ReplaceNumber(A_WOMAN_OF_JULY_1960, "identity corrected"),
    ],
)
def test_it_is_the_same_whatever_the_act_that_would_give_it(wanted: Command) -> None:
    file = searched(A_WOMAN_OF_JULY_1960) if isinstance(wanted, ReactivateNumber) else searched()
    assert refused(after(file, TellBirth("1985-03-14"), DAY), wanted, DAY).code == "number_against_person"


@pytest.mark.parametrize(
    ("birth", "agrees"),
    [
        (TellBirth("1960-07-02"), True),
        (TellBirth("1960-07-02", sex="woman"), True),
        (TellBirth("1960-07-02", sex="man"), False),
        (TellBirth("1960-08-02"), False),
        (TellBirth("1961"), False),
        (TellBirth("1960"), True),
        (TellBirth("1960-07"), True),
        (TellBirth("1960-06"), False),
    ],
)
def test_sex_year_and_month_are_compared_as_far_as_they_are_known(birth: TellBirth, agrees: bool) -> None:
    file, wanted = after(searched(), birth, DAY), GivePermanentNumber(A_WOMAN_OF_JULY_1960)
    if agrees:
        assert after(file, wanted, DAY, "cnav").number.number == A_WOMAN_OF_JULY_1960
    else:
        assert refused(file, wanted, DAY).code == "number_against_person"


def test_another_agent_who_says_why_lets_it_stand() -> None:
    file = after(searched(), TellBirth("1985-03-14"), DAY)
    wanted = GivePermanentNumber(A_WOMAN_OF_JULY_1960)
    assert refused(file, AcceptDifference(A_WOMAN_OF_JULY_1960, ""), DAY).code == "no_reason_given"
    assert refused(file, AcceptDifference(A_WOMAN_OF_JULY_1960, "x"), DAY, who="").code == "nobody_signed_in"
    assert refused(searched(), AcceptDifference(A_WOMAN_OF_JULY_1960, "x"), DAY).code == "no_difference"
    file = after(
        file, AcceptDifference(A_WOMAN_OF_JULY_1960, "civil status corrected by a court"), DAY, who=OTHER_AGENT
    )
    assert refused(file, wanted, DAY, "caisse", who=OTHER_AGENT).code == "number_against_person"
    assert after(file, wanted, DAY, "caisse", who=AGENT).number.number == A_WOMAN_OF_JULY_1960


def test_a_caisse_outside_is_written_down_as_it_was_seen() -> None:
    file = after(opened("recorded"), TellBirth("1985-03-14"), DAY)
    assert after(file, GivePermanentNumber(A_WOMAN_OF_JULY_1960), DAY, "letter").number.number == A_WOMAN_OF_JULY_1960


@pytest.mark.parametrize("seed", range(3))
def test_a_month_not_known_in_the_number_never_differs(seed: int) -> None:
    chance = Random(seed)
    for _ in range(60):
        month = chance.choice((*range(20, 43), *range(50, 100)))
        digits = f"2{60:02}{month:02}99404{chance.randrange(1, 999):03}"
        number = f"{digits}{97 - int(digits) % 97:02}"
        file = after(searched(), TellBirth(f"1960-{chance.randrange(1, 13):02}-02"), DAY)
        assert after(file, GivePermanentNumber(number), DAY, "cnav").number.stage == "permanent", (
            f"seed {seed} {number}"
        )
