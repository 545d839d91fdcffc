"""An answer in words."""

from datetime import date

import pytest

from ouverture.rules.answer_in_words import value_in_words
from ouverture.rules.facts import Fact
from ouverture.text import Text
from tests.rules.small_laws import NOTHING, fact

KIND = Fact(
    "kind", "one_of", Text("le genre", "the kind"), NOTHING, {"x": Text("icse", "ex"), "y": Text("igrec", "why")}
)


@pytest.mark.parametrize(
    ("one", "value", "said"),
    [
        (fact("a"), True, ("Oui", "Yes")),
        (fact("a"), False, ("Non", "No")),
        (KIND, "y", ("igrec", "why")),
        (fact("since", "date"), date(2026, 3, 1).toordinal(), ("1er mars 2026", "1 March 2026")),
        (fact("years", "whole_number"), 15, ("15", "15")),
    ],
)
def test_an_answer_is_said_as_the_person_would(one: Fact, value: bool | str | int, said: tuple[str, str]) -> None:
    assert value_in_words(one, value) == said
