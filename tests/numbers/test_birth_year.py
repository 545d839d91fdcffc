from ouverture.numbers.birth_year import birth_year


def test_two_digits_can_be_two_centuries() -> None:
    assert birth_year("26", 2026).years == (2026, 1926)
    assert birth_year("01", 2026).years == (2001, 1901)
    assert birth_year("00", 2026).years == (2000,)
    assert birth_year("85", 2026).years == (1985,)


def test_the_answer_depends_on_the_day_it_is_asked() -> None:
    assert birth_year("27", 2026).years == (1927,)
    assert birth_year("27", 2027).years == (2027, 1927)


def test_no_year_is_ever_in_the_future() -> None:
    for code in range(100):
        for on_year in (1999, 2000, 2026, 2100):
            years = birth_year(f"{code:02d}", on_year).years
            assert all(year <= on_year and year % 100 == code for year in years)
