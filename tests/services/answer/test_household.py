"""A household assessed together."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.answers import AnswerError
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.household import assess_household, read_household
from ouverture.services.answer.plan import notices_for

TODAY = date(2026, 11, 23)
COUPLE = tomllib.loads(
    (Path(__file__).parents[3] / "examples" / "couple_arriving_together.toml").read_text(encoding="utf-8")
)


def answers(given: dict[str, Any]) -> dict[str, Answer]:
    """Each member's answer."""
    return assess_household(read_household(given), TODAY)


def without_work(partner: dict[str, Any]) -> dict[str, Any]:
    """The partner back in France without a job."""
    return {
        "activity": "none",
        "nationality": "FR",
        "postcode": partner["postcode"],
        "in_france_since": date(2026, 11, 1),
        "other_cover": "none",
        "family_tie": "spouse",
        "listed_benefit": False,
        "rights_open": False,
    }


def test_a_partner_who_starts_work_spares_the_other_the_wait() -> None:
    found = answers(COUPLE)
    assert found["partner"].ground is not None
    assert found["partner"].ground.name == "employee"
    assert found["person"].ground is not None
    assert found["person"].ground.name == "joins_insured_family"


def test_two_who_arrive_together_without_work_both_wait() -> None:
    couple = COUPLE | {"partner": without_work(COUPLE["partner"])}
    couple["person"] = couple["person"] | {"listed_benefit": False}
    found = answers(couple)
    assert {found["person"].verdict, found["partner"].verdict} == {"covered_later"}


def test_the_tie_one_of_a_couple_names_is_the_others_too() -> None:
    couple = COUPLE | {"partner": without_work(COUPLE["partner"])}
    couple["person"] = couple["person"] | {"listed_benefit": False}
    couple["partner"] = {name: value for name, value in couple["partner"].items() if name != "family_tie"}
    assert {found.verdict for role, found in answers(couple).items() if role != "child 1"} == {"covered_later"}


def test_a_minor_follows_an_insured_parent_and_waits_for_an_uninsured_one() -> None:
    assert answers(COUPLE)["child 1"].verdict == "covered"
    couple = COUPLE | {"partner": without_work(COUPLE["partner"])}
    couple["person"] = couple["person"] | {"listed_benefit": False}
    assert answers(couple)["child 1"].verdict == "covered_later"


def test_a_fault_names_the_member_and_the_field() -> None:
    with pytest.raises(AnswerError) as refused:
        read_household({"partner": {"activty": "none"}})
    assert refused.value.field == "partner.activty"
    with pytest.raises(AnswerError) as refused:
        read_household({"person": {}, "cousin": {}})
    assert refused.value.field == "cousin"


@pytest.mark.parametrize(
    "given",
    [
        {"person": {}, "children": 5},
        {"person": {}, "children": None},
        {"person": {}, "children": {"activity": "minor"}},
        {"person": {}, "children": [5]},
        {"person": 5},
        {"partner": None},
    ],
)
def test_a_household_that_is_not_made_of_tables_is_refused_in_a_sentence(given: dict[str, Any]) -> None:
    with pytest.raises(AnswerError, match=r"write (a|one) table"):
        read_household(given)


def family_of(partner: dict[str, Any], **person: Any) -> dict[str, Answer]:
    """A Brazilian wife with a card, three weeks in France, her child, and the partner given."""
    wife = {
        "activity": "none",
        "nationality": "BR",
        "lives_in": "france",
        "in_france_since": date(2026, 11, 1),
        "stay_document": "residence_card",
        "stay_document_until": date(2027, 10, 31),
        "family_tie": "spouse",
        "other_cover": "none",
        "rights_open": False,
        "listed_benefit": False,
    }
    child = {"activity": "minor", "born_on": date(2019, 6, 1), "nationality": "BR", "lives_in": "france"}
    return answers({"person": wife | person, "partner": partner, "children": [child]})


CROSS_BORDER = {
    "activity": "working", "work_kind": "abroad", "works_in": "eu_eea", "lives_in": "france", "nationality": "FR",
    "other_cover": "s1",
}  # fmt: skip
IRISH_PENSION = {
    "activity": "pension", "pension_from": "eu_eea_switzerland_uk", "lives_in": "france", "nationality": "IE",
    "other_cover": "s1",
}  # fmt: skip
ANDORRA = CROSS_BORDER | {"works_in": "elsewhere", "other_cover": "treaty"}
POSTED = CROSS_BORDER | {"work_kind": "posted", "posting_paper": "a1", "nationality": "PL"}
POSTED.pop("works_in")
CONSUL = {"activity": "working", "work_kind": "diplomat", "lives_in": "france", "nationality": "JP"}


@pytest.mark.parametrize("partner", [CROSS_BORDER, IRISH_PENSION, POSTED], ids=["worker", "pensioner", "posted"])
def test_the_family_living_with_one_whom_another_state_insures_is_on_the_same_s1(partner: dict[str, Any]) -> None:
    found = family_of(partner)
    assert {(found[role].verdict, found[role].outcome.route) for role in found} == {("served_for_another_state", "s1")}  # type: ignore[union-attr]


def test_the_family_of_a_worker_of_andorra_is_served_on_the_treatys_form() -> None:
    found = family_of(ANDORRA)
    assert {answer.outcome.route for answer in found.values() if answer.outcome} == {"treaty_form"}


def test_the_wife_of_a_consul_is_not_told_to_wait_three_months() -> None:
    assert family_of(CONSUL)["person"].verdict == "other_scheme"


def test_a_child_follows_the_parent_who_works_in_france() -> None:
    found = family_of(CROSS_BORDER, activity="working", work_kind="employee", work_started_on=date(2026, 11, 2))
    assert found["person"].verdict == "covered"
    assert found["child 1"].ground is not None
    assert found["child 1"].ground.name == "minor_of_insured_adult"


ALONE = {
    "lives_in": "france",
    "other_cover": "none",
    "rights_open": False,
    "family_tie": "none",
    "listed_benefit": False,
}
CHILD = {"activity": "minor", "nationality": "ML", "lives_in": "france"}
NEWCOMER = ALONE | {
    "activity": "none", "nationality": "US", "in_france_since": date(2026, 10, 1), "family_tie": "spouse",
    "stay_document": "long_stay_visa_validated", "stay_document_until": date(2027, 9, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("parent", "ground"),
    [
        (
            {"stay_standing": "none", "irregular_since": date(2026, 1, 1), "resources_under_c2s": True},
            "minor_state_aid",
        ),
        ({"stay_standing": "none", "irregular_since": date(2026, 11, 1)}, "minor_state_aid"),
        (
            {"stay_document": "asylum_certificate", "stay_document_until": date(2027, 3, 1),
             "in_france_since": date(2026, 11, 1)},
            "minor_asylum_or_refugee",
        ),
    ],
)  # fmt: skip
def test_a_child_need_not_wait_for_a_parent_who_waits(parent: dict[str, Any], ground: str) -> None:
    """CASF L251-1: State aid at once; D160-2 II 1°: minors who depend on an asylum seeker at once."""
    found = answers({"person": ALONE | {"activity": "none", "nationality": "ML"} | parent, "children": [CHILD]})
    assert found["child 1"].ground is not None
    assert found["child 1"].ground.name == ground


def test_the_child_of_a_consul_comes_under_the_consuls_state() -> None:
    consul = {"activity": "working", "work_kind": "diplomat", "nationality": "US", "lives_in": "france"}
    found = answers({"person": NEWCOMER, "partner": consul, "children": [CHILD]})
    assert found["child 1"].verdict == found["person"].verdict == "other_scheme"


def test_the_family_of_a_worker_of_monaco_is_not_told_to_wait() -> None:
    at_work = {"activity": "working", "work_kind": "abroad", "works_in": "monaco", "nationality": "FR"}
    found = answers({"person": NEWCOMER, "partner": at_work | {"lives_in": "france"}, "children": [CHILD]})
    assert {found["person"].verdict, found["child 1"].verdict} == {"served_for_another_state"}
    assert found["person"].certainty == "M"


def test_of_a_partner_whose_answer_is_not_known_nothing_is_told_to_the_others() -> None:
    found = answers({"person": NEWCOMER, "partner": {"activity": "working"}, "children": [CHILD]})
    assert [answer.verdict for answer in found.values()] == ["unknown", "unknown", "unknown"]


def test_a_partner_with_a_choice_to_make_leaves_the_other_unsure() -> None:
    to_choose = {
        "activity": "working", "work_kind": "abroad", "works_in": "switzerland", "swiss_choice": "not_made",
        "swiss_choice_since": date(2026, 10, 15), "nationality": "FR", "lives_in": "france",
    }  # fmt: skip
    waiting = answers({"person": NEWCOMER, "partner": to_choose})["person"]
    assert (waiting.verdict, waiting.certainty) == ("covered_later", "M")


HERE_FOR_LONG = NEWCOMER | {"in_france_since": date(2026, 6, 20)}
REFUGEE = ALONE | {
    "activity": "none", "nationality": "AF", "in_france_since": date(2026, 10, 20), "stay_document": "refugee",
    "stay_document_until": date(2027, 5, 1),
}  # fmt: skip


def grounds(given: dict[str, Any]) -> list[str | None]:
    """The ground of each member's answer."""
    return [answer.ground.name if answer.ground else None for answer in answers(given).values()]


def test_of_two_who_may_both_claim_neither_joins_the_other() -> None:
    """D160-2 II 3° spares the wait to who joins an insured person: here nobody is one yet."""
    assert grounds({"person": HERE_FOR_LONG, "partner": HERE_FOR_LONG}) == ["resident", "resident"]


def test_who_is_covered_without_the_tie_does_not_join_one_who_is_covered_through_it() -> None:
    asylum_seeker = REFUGEE | {"stay_document": "asylum_certificate", "family_tie": "spouse"}
    assert grounds({"person": REFUGEE, "partner": asylum_seeker}) == ["refugee", "joins_insured_family"]
    assert grounds({"person": HERE_FOR_LONG, "partner": NEWCOMER}) == ["resident", "joins_insured_family"]


@pytest.mark.parametrize(
    "insured",
    [
        ALONE | {"activity": "none", "nationality": "FR", "rights_open": True, "in_france_since": date(2010, 1, 1)},
        {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "france"},
    ],
)
def test_a_resident_joins_a_partner_who_is_insured_today(insured: dict[str, Any]) -> None:
    assert grounds({"person": insured, "partner": HERE_FOR_LONG})[1] == "joins_insured_family"


def test_the_family_of_one_posted_under_a_treaty_is_promised_nothing_that_the_treaty_may_not_give() -> None:
    """S7: the treaty of 1987 with the United States is about pensions, not sickness."""
    posted = POSTED | {"posting_paper": "treaty", "nationality": "US"}
    posted.pop("other_cover")
    found = family_of(posted, nationality="US")
    for role in ("person", "child 1"):
        assert "if it covers sickness" in found[role].says.en
        assert "treaty_may_not_cover_sickness" in [shown.notice.name for shown in notices_for(found[role])]


def test_who_joins_one_that_has_yet_to_claim_is_told_whose_claim_comes_first() -> None:
    """D160-2 II 3° and L160-2 speak of an insured person: there is one once the claim is in."""
    found = answers({"person": HERE_FOR_LONG, "partner": NEWCOMER, "children": [CHILD]})
    for role in ("partner", "child 1"):
        assert any("claimed first" in one.says.en for one in found[role].supposes)
        assert found[role].certainty == "M"
    assert not any("claimed first" in one.says.en for one in found["person"].supposes)
    at_work = {"activity": "working", "work_kind": "employee", "nationality": "FR", "lives_in": "france"}
    for answer in answers({"person": at_work, "partner": NEWCOMER, "children": [CHILD]}).values():
        assert not any("claimed first" in one.says.en for one in answer.supposes)
