"""A person is found by a number, or by a name as any office writes it; what differs is said."""

from pathlib import Path

import pytest

from ouverture.dossier.person.decisions import TellBirth, TellNames
from ouverture.dossier.refusals import Refusal
from ouverture.evidence.name_parts import parts_of_name, rough
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.find import Candidate, find_person, same_person
from ouverture.services.casework.house import House
from tests.services.casework.wired import AGENT, AGENT_ELSEWHERE, FILE, NOON, RECORD, SHE, act, house_in, opened


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder: Path = tmp_path_factory.mktemp("house")
    made = opened(house_in(folder))
    act(made, SHE, FILE, TellNames("Nguyễn", "Łukasz", ("Thị Minh", "Ada")))
    act(made, SHE, FILE, TellBirth("1985-03-04", "Huế", "VN"))
    return made


def found(house: House, asked: str) -> tuple[Candidate, ...]:
    answer = find_person(house, AGENT, asked, NOON)
    assert not isinstance(answer, Refusal)
    return answer


@pytest.mark.parametrize(
    "asked",
    ["Nguyễn", "NGUYEN", "nguyen ada", "Ada Nguyen", "Lukasz", "Nguyen 1985-03-04", "Nguyen 1985-04-03", "Nguyenn Ada"],
)
def test_a_name_in_any_order_with_or_without_its_signs_leads_to_the_file(house: House, asked: str) -> None:
    assert FILE in [one.stream for one in found(house, asked)]


def test_each_candidate_says_why_and_what_is_in_doubt(house: House) -> None:
    same, swapped, other = (found(house, f"Nguyen {day}")[0] for day in ("1985-03-04", "1985-04-03", "1990-01-01"))
    assert not same.doubts
    assert "swapped" in " ".join(one.en for one in swapped.doubts)
    assert "another" in " ".join(one.en for one in other.doubts)


@pytest.mark.parametrize("asked", ["%", "_", "", "Smith", "*", "1961-00-00"])
def test_what_leads_nowhere_finds_nobody(house: House, asked: str) -> None:
    assert found(house, asked) == ()


def test_an_agent_elsewhere_sees_that_a_file_exists_and_cannot_open_it(house: House) -> None:
    answer = find_person(house, AGENT_ELSEWHERE, "Nguyen", NOON)
    assert not isinstance(answer, Refusal)
    assert not answer[0].open_to_you


def test_a_record_that_somebody_keeps_at_home_is_found_by_no_office(house: House) -> None:
    act(house, SHE, RECORD, TellNames("Kept", "", ("Athome",)))
    for staff in (AGENT, AGENT_ELSEWHERE, Actor("cnav", "cnav"), Actor("auditor", "auditor")):
        answer = find_person(house, staff, "Kept Athome", NOON)
        assert isinstance(answer, Refusal) or answer == (), staff.role


def test_a_person_does_not_search(house: House) -> None:
    assert isinstance(find_person(house, SHE, "Nguyen", NOON), Refusal)


def test_a_search_is_written_down_without_what_was_typed(house: House) -> None:
    found(house, "Nguyen")
    assert "Nguyen" not in str(house.journal.readings(""))


def test_a_file_is_not_its_own_double(house: House) -> None:
    assert same_person(house, AGENT, FILE, NOON) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("Mohamed", "Muhammad"), ("Youssef", "Yusuf"), ("Chaoui", "Shaoui"), ("Kowalski", "Kovalsky")]
)
def test_transliterations_of_one_name_share_a_rough_key(one: str, other: str) -> None:
    assert rough(parts_of_name(one)[0]) == rough(parts_of_name(other)[0])


@pytest.mark.parametrize(
    ("name", "parts"), [("de la Cruz", ("cruz",)), ("O'Neil", ("oneil",)), ("E", ("e",)), ("", ())]
)
def test_particles_are_left_out_unless_nothing_else_is_there(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of_name(name) == parts


def test_the_scanned_code_of_a_first_sheet_leads_to_its_file_and_to_no_other(house: House) -> None:
    one = found(house, f" ouverture:file:{FILE}\n")
    assert [(each.stream, each.reasons[0].en) for each in one] == [(FILE, "The code of the first sheet they sent.")]
    assert found(house, "ouverture:file:nobody") == ()
