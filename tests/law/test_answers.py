"""What is given is read, or one sentence names the field and says what would be right."""

import tomllib
from datetime import date, datetime
from importlib.resources import files
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, as_given, known, read, read_one
from ouverture.law.facts import FACTS
from ouverture.law.facts.answers_in_words import options_meant
from ouverture.rules.facts import Fact
from ouverture.text import Text

NOTHING = Text("", "")
MEMBER = Fact("member", "yes_no", NOTHING, NOTHING)
SHELF = Fact("shelf", "one_of", NOTHING, NOTHING, {"novel": NOTHING, "FR": NOTHING, "folk_tale": NOTHING})
UNTIL = Fact("until", "date", NOTHING, NOTHING)
YEARS, PRICE = Fact("years", "whole_number", NOTHING, NOTHING), Fact("price", "money", NOTHING, NOTHING)
TOWN = Fact("town", "text", NOTHING, NOTHING)
DAY = date(2026, 5, 31).toordinal()


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        (MEMBER, True, True),
        (MEMBER, "yes", True),
        (MEMBER, " OUI ", True),
        (MEMBER, "vrai", True),
        (MEMBER, "No", False),
        (MEMBER, "faux", False),
        (MEMBER, "false", False),
        (SHELF, "novel", "novel"),
        (SHELF, " NOVEL ", "novel"),
        (SHELF, "fr", "FR"),
        (UNTIL, date(2026, 5, 31), DAY),
        (UNTIL, datetime(2026, 5, 31, 12, 0), DAY),
        (UNTIL, " 2026-05-31 ", DAY),
        (UNTIL, "31/05/2026", DAY),
        (UNTIL, "31 mai 2026", DAY),
        (YEARS, 15, 15),
        (YEARS, "15", 15),
        (YEARS, 15.0, 15),
        (PRICE, "1 200 €", 1200),
        (PRICE, "12 000,50 €", 12001),
        (PRICE, "12,000.40", 12000),
        (PRICE, "1.234.567 euros", 1234567),
        (PRICE, "12'000", 12000),
        (PRICE, "9 571,49 EUR", 9571),
        (PRICE, 9571.6, 9572),
        (YEARS, 0, 0),
        (PRICE, 10**9, 10**9),
        (TOWN, " Lyon ", "Lyon"),
    ],
)
def test_what_is_written_as_people_write_it_is_read(fact: Fact, raw: Any, value: Any) -> None:
    found = read_one(fact, raw)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("raw", [None, "", "  ", "unknown", "Inconnu", "?"])
@pytest.mark.parametrize("fact", [MEMBER, SHELF, UNTIL, YEARS, TOWN], ids=lambda fact: fact.kind)
def test_unknown_is_not_an_answer(fact: Fact, raw: Any) -> None:
    assert read_one(fact, raw) is None
    assert read({fact.name: raw}, {fact.name: fact}) == {}


@pytest.mark.parametrize(
    ("fact", "raw", "words"),
    [
        (MEMBER, "perhaps", 'member: answer yes or no (true or false), not "perhaps".'),
        (MEMBER, 1, 'member: answer yes or no (true or false), not "1".'),
        (SHELF, "folktale", 'shelf: "folktale" is not possible; for example: folk_tale.'),
        (SHELF, "zzz", 'shelf: "zzz" is not possible; for example: novel, FR, folk_tale.'),
        (
            UNTIL,
            "10/02/2026",
            "until: “10/02/2026” may be 10 February 2026 or 2 October 2026: write the month in letters "
            "(10 February 2026), or year-month-day (2026-02-10).",
        ),
        (
            UNTIL,
            3,
            "until: “3” is not a date we can read: write the day, the month and the year, for example "
            "31 March 2026 or 2026-03-31.",
        ),
        (UNTIL, [1], "until: write one value, no list or table."),
        (MEMBER, {"a": 1}, "member: write one value, no list or table."),
        (YEARS, [1], "years: write one value, no list or table."),
        (YEARS, date(1979, 5, 27), 'years: write a whole number, not "1979-05-27".'),
        (PRICE, {"a": 1}, "price: write one value, no list or table."),
        (YEARS, 10**19, "years: this number is too large."),
        (SHELF, 10**19, "shelf: this number is too large."),
        (SHELF, "\ud800", "shelf: this value is not readable text."),
        (TOWN, "\ud800", "town: this value is not readable text."),
        (TOWN, "a" * 1001, "town: this value is not readable text."),
        (YEARS, "many", 'years: write a whole number, not "many".'),
        (YEARS, 1.5, 'years: write a whole number, not "1.5".'),
        (YEARS, -1, 'years: write a whole number, not "-1".'),
        (YEARS, True, 'years: write a whole number, not "True".'),
        (YEARS, float("inf"), 'years: write a whole number, not "inf".'),
        (YEARS, float("nan"), 'years: write a whole number, not "nan".'),
        (PRICE, 10**9 + 1, 'price: write a whole number, not "1000000001".'),
        (PRICE, "12,000", 'price: "12,000" may be 12000 or 12 euros: write 12000, without a point or a comma.'),
        (PRICE, "12.000 €", 'price: "12.000 €" may be 12000 or 12 euros: write 12000, without a point or a comma.'),
        (PRICE, "about 12", 'price: write a whole number, not "about 12".'),
        (TOWN, 69, "town: write a text between quotes."),
    ],
)
def test_what_cannot_be_read_is_answered_in_one_sentence(fact: Fact, raw: Any, words: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        read_one(fact, raw)
    assert refusal.value.field == fact.name
    assert refusal.value.text.en == str(refusal.value) == words
    assert refusal.value.text.fr.startswith(f"{fact.name} : ")


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("nationality", "France", "FR"),
        ("nationality", "USA", "US"),
        ("nationality", "américaine", "US"),
        ("nationality", "British", "GB"),
        ("nationality", "Québec", "CA"),
        ("nationality", "US citizen", "US"),
        ("nationality", "nationalité française", "FR"),
        ("lives_in", "metropolitan France", "france"),
        ("nationality", "Ohio", "US"),
        ("nationality", "RE", "FR"),
        ("nationality", "La Réunion", "FR"),
        ("nationality", "Aruba", "NL"),
        ("nationality", "Bermudes", "GB"),
        ("nationality", "apatride", "none"),
        ("nationality", "Allemagne", "DE"),
        ("nationality", "日本", "JP"),
        ("born_in", "RE", "FR"),
        ("born_in", "NC", "FR"),
        ("born_in", "GF", "FR"),
        ("born_in", "Aruba", "AW"),
        ("born_in", "Texas", "US"),
        ("lives_in", "La Réunion", "france"),
        ("lives_in", "Nouvelle-Calédonie", "new_caledonia"),
        ("lives_in", "Mayotte", "mayotte"),
        ("lives_in", "Germany", "eu_eea_switzerland"),
        ("lives_in", "USA", "elsewhere"),
        ("works_in", "Suisse", "switzerland"),
        ("lives_in", "en France", "france"),
        ("lives_in", "In the USA", "elsewhere"),
        ("lives_in", "à La Réunion", "france"),
        ("nationality", "from Brazil", "BR"),
        ("born_in", "aux Pays-Bas", "NL"),
        ("pension_from", "d'Algérie", "other_state"),
        ("works_in", "au Luxembourg", "eu_eea"),
        ("works_in", "Luxembourg", "eu_eea"),
        ("works_in", "Andorra", "elsewhere"),
        ("activity", "retired", "pension"),
        ("activity", "Étudiante", "studying"),
        ("activity", "chômeur", "seeking_work"),
        ("stay_label", "Visiteur", "visitor"),
        ("stay_label", "private and family life", "family"),
        ("activity", "je travaille", "working"),
        ("work_kind", "self employed", "self_employed"),
        ("work_kind", "auto-entrepreneuse", "self_employed"),
        ("stay_document", "Titre de séjour", "residence_card"),
        ("family_tie", "my husband", "spouse"),
        ("family_tie", "pacsée", "pacs"),
        ("other_cover", "CSSM", "mayotte"),
        ("other_cover", "No", "none"),
        ("minor_with", "ASE", "care_service"),
        ("seeking_kind", "I worked in France", "after_french_job"),
    ],
)
def test_places_and_labels_are_read_in_people_s_own_words(name: str, said: str, value: str) -> None:
    assert read_one(FACTS[name], said) == value


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("nationality", "Congo", "CD / CG"),
        ("nationality", "congolaise", "CD / CG"),
        ("nationality", "coréenne", "KR / KP"),
        ("nationality", "URSS", "AM / AZ"),
        ("nationality", "US/FR", "US / FR"),
        ("nationality", "française et marocaine", "FR / MA"),
        ("nationality", "Hong Kong", "passport"),
        ("nationality", "Faroe Islands", "DK"),
        ("born_in", "Yougoslavie", "BA / HR"),
        ("born_in", "Saint-Martin", "FR / SX"),
        ("nationality", "zzzzzzzz", "Maroc"),
        ("stay_document", "récépissé", "renewal_receipt / first_request_receipt"),
        ("stay_document", "VLS-TS", "long_stay_visa_validated / long_stay_visa_not_validated"),
        ("stay_document", "APS", "temporary_protection / provisional_permit"),
        ("work_kind", "salarié", "employee / foreign_employer"),
        ("other_cover", "yes", "s1 / eu_scheme / treaty"),
    ],
)
def test_words_that_fit_no_country_or_several_are_asked_back(name: str, said: str, words: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        read_one(FACTS[name], said)
    assert words in refusal.value.text.en


def test_every_word_of_every_day_stands_for_an_answer_that_exists() -> None:
    raw = tomllib.loads(files("ouverture.law.facts").joinpath("answers_in_words.toml").read_text(encoding="utf-8"))
    known = {(name, option) for name, fact in FACTS.items() for option in fact.options}
    assert {(name, option) for name, options in raw.items() for option in options} <= known
    for name, options in raw.items():
        for option, words in options.items():
            assert all(option in options_meant(FACTS[name], word) for word in words)


@pytest.mark.parametrize(("raw", "read"), [(75011, "75011"), (1000, "01000"), ("75011", "75011")])
def test_a_postcode_without_quotes_is_read(raw: Any, read: str) -> None:
    assert read_one(FACTS["postcode"], raw) == read


def test_a_french_page_reads_the_day_first() -> None:
    assert read_one(UNTIL, "10/02/2026", "fr") == date(2026, 2, 10).toordinal()


def test_a_name_nearly_right_is_suggested() -> None:
    with pytest.raises(AnswerError) as refusal:
        read({"nationalty": "FR"}, FACTS)
    assert refusal.value.field == "nationalty"
    assert refusal.value.text.en == 'nationalty: there is no such fact. Did you mean "nationality"?'
    assert "« nationality »" in refusal.value.text.fr


def test_a_name_like_no_other_gets_the_way_to_the_list() -> None:
    with pytest.raises(AnswerError, match='The command "ouverture facts" lists them'):
        read({"xyzzy": 1}, FACTS)


def test_values_are_given_back_as_they_are_written() -> None:
    assert as_given(UNTIL, DAY) == "2026-05-31"
    assert as_given(MEMBER, False) is False
    assert as_given(SHELF, "novel") == "novel"
    assert as_given(YEARS, 12) == 12


def test_free_text_is_kept_from_the_rules() -> None:
    values = read({"postcode": "75011", "activity": "none"}, FACTS)
    assert values == {"postcode": "75011", "activity": "none"}
    assert known(values, FACTS) == {"activity": "none"}
