import json

import pytest

from ouverture.places.desks import all_desks, desk
from ouverture.places.place_error import PlaceError
from ouverture.text import LANGUAGES


def test_students_from_abroad_have_their_own_site() -> None:
    students = desk("students_from_abroad")
    assert students.website == "etudiant-etranger.ameli.fr"
    assert students.certainty == "H"
    assert "Nouvelle-Calédonie" in students.for_whom.fr


def test_talent_files_go_to_paris_and_the_answer_says_this_changes() -> None:
    talent = desk("talent_researchers")
    assert talent.postal_address == ("CPAM de Paris", "75948 PARIS CEDEX 19")
    assert "changes" in talent.warning.en


def test_an_unknown_desk_names_the_known_ones() -> None:
    with pytest.raises(PlaceError, match="students_from_abroad"):
        desk("nowhere")


def test_every_desk_is_plain_json_and_full_sentences() -> None:
    for each in all_desks():
        assert json.loads(json.dumps(each.to_json()))["key"] == each.key
        for language in LANGUAGES:
            assert all(each.sentences(language))
