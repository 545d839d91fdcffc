from datetime import date

from ouverture.places.days_in_words import in_words


def test_a_day_is_written_as_people_read_it() -> None:
    assert in_words(date(2016, 2, 19)) == ("19 février 2016", "19 February 2016")
    assert in_words(date(2022, 3, 1)) == ("1er mars 2022", "1 March 2022")
