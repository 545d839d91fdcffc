"""A file of lines is read in the words people use; what cannot be read is one sentence that names the field."""

from datetime import date
from typing import Any

import pytest

from ouverture.law.answers import AnswerError
from ouverture.pricing.acts import acts, statuses
from ouverture.pricing.rows import read_table
from ouverture.services.answer.price import fields
from ouverture.services.answer.price.answering import price_file
from ouverture.services.answer.price.documents import read_document
from ouverture.services.answer.price.shown import to_json
from ouverture.services.answer.price.whole import answer_file

TODAY = date(2026, 11, 28)
GP = 'act = "gp"\non = 2026-02-01\nfee = 30\nsector = 1\npathway = "in"\n'


def said(text: str) -> dict[str, Any]:
    return answer_file(read_document(text), TODAY).to_json()


def refused(text: str) -> AnswerError:
    with pytest.raises(AnswerError) as refusal:
        said(text)
    return refusal.value


WRONG = [
    ("fee = -1", "fee", "a sum cannot be negative"),
    ("fee = 0", "fee", "nothing was paid"),
    ("fee = 1e9", "fee", "check this sum"),
    ("fee = 1000000000000000000000000", "fee", "check this sum"),
    ("fee = nan", "fee", "write a sum"),
    ("fee = inf", "fee", "write a sum"),
    ("fee = true", "fee", "write a sum"),
    ('fee = "a lot"', "fee", "write a sum"),
    ("fee = [30]", "fee", "write a sum"),
    ("fee = 30.005", "fee", "two decimals"),
    ("fee = 30\nsector = 7", "sector", "write 1, 2, optam or none"),
    ('fee = 30\npathway = "sideways"', "pathway", "write in, direct"),
    ('fee = 30\nplace = "Germany"', "place", "care outside France"),
    ("fee = 30\nabroad = true", "place", "care outside France"),
    ("fee = 30\nage = -4", "age", "whole number"),
    ("fee = 30\nage = 400", "age", "whole number"),
    ("fee = 30\nborn_on = 2027-01-01", "born_on", "after the care"),
    ("fee = 30\nborn_on = 1980-01-01\nage = 12", "age", "does not fit"),
    ("fee = 30\nquantity = 1.5", "quantity", "whole number"),
    ("fee = 30\nquantity = 0", "quantity", "whole number"),
    ('fee = 30\nthird_party = "perhaps"', "third_party", "yes or no"),
    ('fee = 30\nsituations = ["rich"]', "situations", "not known"),
    ('fee = 30\nsituations = ["Alsace"]', "situations", "local_scheme"),  # living there is not being in the scheme
    ("fee = 30\nsectr = 2", "sectr", 'nearest is "sector"'),
    ('fee = 30\nrepaid_on = "soon"', "repaid_on", ""),
    ("fee = 30\nrepaid_on = 2026-01-31", "repaid_on", "before the care"),
    ("fee = 30\ntariff = 0", "tariff", "write a sum above zero"),
]


@pytest.mark.parametrize(("lines", "field", "words"), WRONG)
def test_bad_input_is_one_sentence_that_names_the_field(lines: str, field: str, words: str) -> None:
    refusal = refused(f'act = "gp"\non = 2026-02-01\n{lines}')
    assert refusal.field == field
    assert words in refusal.text.en
    assert refusal.text.fr.startswith(f"{field} :")


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("", "line", "at least one act"),
        ("[]", "line", "at least one act"),
        ("fee = 30", "act", "say the act"),
        ('act = "xyz"\nfee = 3', "act", "not known"),
        ('act = "refund of a refund"\nfee = 3', "act", "a repayment is no care"),
        ('act = "medicine"\nfee = 3', "label", "65, 30, 15 or 100"),
        ('act = "medicine"\nlabel = 50\nfee = 3', "label", "write 65"),
        ('act = "gp child"\nfee = 35\nage = 40', "age", "of a child under 6"),
        ('act = "technical act"\nsector = 1\npathway = "in"', "fee", "what was paid"),
        ('act = "remboursement de kiné"\nfee = 3', "act", "a repayment is no care"),
        ('act = "gp"\non = "yesterday"\nfee = 30', "on", ""),
        ("line = [3]", "line", "each line is a table"),
        ("{{{", "file", "TOML"),
    ],
)
def test_a_file_that_cannot_be_priced_says_why(text: str, field: str, words: str) -> None:
    refusal = refused(text)
    assert refusal.field == field
    assert words in refusal.text.en


@pytest.mark.parametrize(
    "fee", ["30", "30.0", '"30"', '"30,00 €"', '"30.00 EUR"', '"€30"', '" 30,00"', '"30 euros"', '"0030.00"']
)
def test_a_sum_is_read_as_people_write_it(fee: str) -> None:
    assert said(GP.replace("fee = 30", f"fee = {fee}"))["repaid"] == 19.0


@pytest.mark.parametrize(
    ("written", "repaid"),
    [
        ('acte = "médecin généraliste"\ndate = "1er février 2026"\nmontant = "30,00"\nsecteur = "secteur 1"\n'
         'parcours = "dans le parcours"', 19.0),
        ('{"act": "GP consultation", "on": "2026-02-01", "fee": 30, "sector": "1", "pathway": "no MT"}', 7.0),
        ('act = "visit"\nspecialty = "psychiatrist"\non = 2026-02-01\nfee = 57\nsector = 1\npathway = "mt"', 37.9),
        ('act = "specialist"\non = 2026-02-01\nfee = 55\nsector = 2\noptam = "yes"\npathway = "correspondent"', 20.05),
        ('act = "box at 15 %"\non = 2026-02-01\nfee = 2', 0.0),
        ('act = "medicine"\nclass = "moderate"\non = 2026-02-01\nprice = 10', 2.0),
        (GP + 'patient = "child of 10"', 21.0),
        (GP + 'patient = "pregnant, 7th month"', 30.0),
        (GP + "pregnant = 7", 30.0),
        (GP + "pregnant = 3", 19.0),
        (GP + 'maternity = "7th month"', 30.0),
        (GP + 'patient = { type = "child of 10" }', 21.0),
        (GP + 'patient = { kind = "adult", condition = "ALD" }', 28.0),
        (GP.replace('"in"', '"outside the pathway"'), 7.0),
        (GP.replace("sector = 1", 'sector = "secteur 2 non OPTAM"'), 14.1),
        (GP + "[patient]\nage = 40\nald = true", 28.0),
        (GP + '[patient]\nsituation = "Alsace-Moselle"', 25.0),
        (GP + "patient = { c2s = true, age = 30 }", 30.0),
        (GP + "consultation_number = 26", 21.0),
        (GP + 'age = "10 ans"', 21.0),
        (GP + "[already]\nparticipations = 25", 21.0),
        ('act = "gp"\non = 2026-02-01\nsector = 1\npathway = "in"', 19.0),
        ('act = "gp"\non = 2026-02-01\nunit_fee = 30\nquantity = 6\nsector = 1\npathway = "in"', 118.0),
    ],
)  # fmt: skip
def test_other_words_give_the_same_price(written: str, repaid: float) -> None:
    assert said(written)["repaid"] == repaid


def test_hospital_days_alone_are_the_daily_charge() -> None:
    assert said('act = "hospital"\non = 2026-03-05\ndays = 5')["left_to_pay"] == 115.0


@pytest.mark.parametrize("name", list(acts()))
def test_every_spelling_of_an_act_reaches_it(name: str) -> None:
    for word in acts()[name].spellings:
        fields = {"act": word, "on": "2026-02-01", "fee": 30, "age": 3 if acts()[name].patient_under_age else 30}
        assert price_file(fields, TODAY).lines[0].asked.line.act == name, word


@pytest.mark.parametrize("name", list(statuses()))
def test_every_spelling_of_a_situation_reaches_it(name: str) -> None:
    for word in statuses()[name].spellings:
        line = price_file({"act": "gp", "on": "2026-02-01", "fee": 30, "situations": word}, TODAY).lines[0].asked.line
        assert name in line.patient.situations, word


def test_every_other_word_of_a_field_is_read_as_the_field() -> None:
    for name in ("fee", "sector", "pathway", "on"):
        for word in read_table("spellings")["fields"][name]["words"]:
            given = {"act": "gp", "on": "2026-02-01", "fee": 30, "sector": 1, "pathway": "in"}
            given[word] = given.pop(name)
            assert to_json(price_file(given, TODAY))["repaid"] == 19.0, word


def test_a_field_that_is_not_used_is_named() -> None:
    assert said(GP + 'colour = "blue"')["notes"][0]["en"] == "Fields not read: colour."


def test_a_day_without_tariff_is_said_with_the_days_held() -> None:
    found = said(GP.replace("2026-02-01", "2010-01-05"))
    assert found["repaid"] is None
    assert "2016-01-01 → …" in found["not_held"]["en"]


def test_several_lines_move_one_set_of_counters() -> None:
    lines = "".join(f"[[line]]\n{GP}" for _ in range(6))
    found = said(lines)
    assert [one["participation"] for one in found["lines"]] == [2, 2, 2, 2, 0, 0]
    assert found["total"] == {"repaid": 118.0, "left_to_pay": 62.0}
    assert found["lines"][-1]["counted_this_year"]["participations"] == 4


def test_a_child_and_a_parent_have_counters_of_their_own() -> None:
    lines = [{"act": "blood test", "on": "2026-02-01", "fee": 20, "patient": {"name": who}} for who in "aaaaab"]
    kept = [one.priced.deducted for one in price_file({"lines": lines}, TODAY).lines]
    assert kept == [200, 200, 200, 200, 0, 200]


def test_what_stands_outside_the_lines_holds_for_all() -> None:
    found = said('sector = 1\npathway = "in"\n[patient]\nald = true\n[[line]]\nact = "gp"\non = 2026-02-01\nfee = 30')
    assert found["repaid"] == 28.0


def test_a_list_in_json_is_a_list_of_lines() -> None:
    assert len(said('[{"act": "gp", "fee": 30}, {"act": "gp", "fee": 30}]')["lines"]) == 2


def test_less_than_expected_becomes_a_question_to_the_caisse() -> None:
    assert "received less" in said(GP + "received = 17")["difference"]["en"]
    assert "received more" in said(GP + "received = 20")["difference"]["en"]
    assert said(GP + "received = 19")["difference"] is None
    out = GP.replace('"in"', '"out"')
    assert "another reading" in said(out + "received = 8.40")["difference"]["en"]


def test_the_class_of_a_medicine_is_asked_only_if_it_changes_a_cent() -> None:
    assert said('act = "medicine"\non = 2026-02-01\nfee = 10\nc2s = true')["repaid"] == 10.0
    assert refused('act = "medicine"\non = 2026-02-01\nfee = 10\ninvalidity = true').field == "label"


@pytest.mark.parametrize(
    ("act", "words"),
    [("psychologue", "neither its tariff nor its rate"), ("night visit", "supplements for a visit, a night")],
)
def test_care_that_no_source_prices_is_known_by_name_and_never_taken_for_another(act: str, words: str) -> None:
    for situation in ([], ["c2s"], ["long_illness"]):
        found = answer_file({"act": act, "on": "2026-02-01", "fee": 50, "situations": situation}, TODAY).to_json()
        assert (found["repaid"], found["base"]) == (None, None)
        assert words in found["not_held"]["en"]
    given = said('act = "night visit"\non = 2026-02-01\nfee = 60\ntariff = 60\nsector = 1\npathway = "in"')
    assert given["repaid"] == 40.0


def test_a_year_that_crosses_the_caps_says_where_it_does_and_the_next_year_starts_again() -> None:
    days = [date(2026, 1 + nth // 3, 1 + nth % 3) for nth in range(27)] + [date(2027, 1, 4)]
    lines = [{"act": "gp", "on": day, "fee": 30, "sector": 1, "pathway": "in", "professional": nth}
             for nth, day in enumerate(days)]  # fmt: skip
    found = answer_file({"lines": lines}, TODAY).to_json()["lines"]
    assert [one["participation"] for one in found] == [2.0] * 25 + [0.0, 0.0, 2.0]
    assert "since a cap is reached" in " ".join(step["says"]["en"] for step in found[25]["steps"])


@pytest.mark.parametrize("words", ["pregnant = true", 'patient = "enceinte"', 'situations = ["pregnant"]'])
def test_a_pregnancy_without_its_month_is_no_maternity_period_and_the_month_is_asked(words: str) -> None:
    found = said(GP + words)
    assert found["repaid"] == 19.0
    (month,) = (one for one in found["asks"] if one["field"] == "maternity_month")
    assert month["repaid_otherwise"] == 30.0
    assert "maternity" not in {each["value"] for one in found["asks"] for each in one["answers"]}
    assert "maternity" not in str(said(GP + "pregnant = false")["asks"])


def test_a_day_that_has_not_come_is_priced_by_the_tables_of_today_and_says_so() -> None:
    assert "has not come yet" in said(GP.replace("2026-02-01", "2030-01-01"))["notes"][0]["en"]
    assert said(GP)["notes"] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GP + "".join(f'x{nth} = "y"\n' for nth in range(5000)), "at most 200 fields in a line"),
        ("".join(f"[[line]]\n{GP}" for _ in range(201)), "at most 200 lines in a file"),
    ],
)
def test_a_file_that_would_take_minutes_is_refused_before_it_is_read(text: str, says: str) -> None:
    assert says in refused(text).text.en


def test_an_unknown_field_that_every_line_repeats_is_compared_with_ours_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = list[str]()

    def compare(key: str, *_: object, **__: object) -> list[str]:
        compared.append(key)
        return []

    monkeypatch.setattr(fields, "get_close_matches", compare)
    said("".join(f'[[line]]\n{GP}zzq = "seen"\n' for _ in range(20)))
    assert compared == ["zzq"]
