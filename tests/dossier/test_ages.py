from datetime import date

import pytest

from ouverture.dossier.ages import reaches
from ouverture.dossier.words import table


def test_an_age_is_reached_on_the_birthday() -> None:
    assert reaches("names_own_doctor", date(2010, 3, 3)) == date(2026, 3, 3)
    assert reaches("child_cover_ends", date(2008, 6, 15)) == date(2026, 6, 15)


def test_every_age_says_where_it_comes_from() -> None:
    assert all(row["source"] and row["since"] for row in table("ages").values())


def test_an_age_the_law_does_not_name_is_not_known() -> None:
    with pytest.raises(KeyError):
        reaches("wise", date(2010, 3, 3))
