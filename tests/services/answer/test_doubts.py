"""What is not sure for this person is not said as sure, though the outcome stands."""

from datetime import date
from typing import Any

import pytest

from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.plan import make_plan

TODAY = date(2026, 11, 23)
VISITOR_AT_WORK: dict[str, Any] = {
    "activity": "working", "work_kind": "foreign_employer", "work_started_on": date(2026, 1, 15), "nationality": "US",
    "stay_document": "long_stay_visa_validated", "stay_document_until": date(2026, 12, 31), "lives_in": "france",
}  # fmt: skip
POLE_AT_WORK = {"activity": "working", "work_kind": "employee", "nationality": "PL", "lives_in": "france"}
IN_TREATMENT = {"activity": "here_for_treatment", "nationality": "MA", "lives_in": "france", "other_cover": "none"}
ABROAD = {"activity": "none", "nationality": "FR", "lives_in": "eu_eea_switzerland", "other_cover": "none"}
INSURED = {
    "activity": "none", "nationality": "FR", "lives_in": "france", "in_france_since": date(2010, 1, 1),
    "other_cover": "none", "rights_open": True,
}  # fmt: skip
KEPT = {
    "activity": "none", "nationality": "MA", "lives_in": "france", "other_cover": "none", "rights_open": True,
    "stay_document": "residence_card", "stay_document_until": date(2026, 9, 30), "removal_order": False,
}  # fmt: skip
IN_EUROPE = {"activity": "none", "lives_in": "france", "other_cover": "eu_scheme", "family_tie": "none"}
SWISS_JOB = {
    "activity": "working", "work_kind": "abroad", "works_in": "switzerland", "lives_in": "france",
    "swiss_choice": "switzerland",
}  # fmt: skip
FRONTIER = {"activity": "working", "work_kind": "employee", "nationality": "MA", "lives_in": "eu_eea_switzerland"}
SOLDIER = {"activity": "working", "work_kind": "military", "nationality": "FR"}
FRENCH_PENSION = {"activity": "pension", "pension_from": "france", "nationality": "FR"}
BENEFIT_FROM_ABROAD = {
    "activity": "seeking_work", "seeking_kind": "benefit_from_abroad", "lives_in": "france", "nationality": "IT",
    "other_cover": "none",
}  # fmt: skip
NO_PERMIT = {
    "activity": "none", "lives_in": "france", "stay_document": "none", "irregular_since": date(2026, 10, 20),
    "other_cover": "none", "in_france_since": date(2015, 1, 10), "rights_open": False,
}  # fmt: skip
AT_A_CONSULATE = {"activity": "working", "work_kind": "diplomat", "nationality": "MA", "lives_in": "france"}
WIFE_OF_A_CONSUL = {
    "activity": "none", "lives_in": "france", "other_cover": "none", "family_tie": "spouse", "relative_insured": False,
    "relative_other_cover": "official", "rights_open": False,
}  # fmt: skip
ROMANIAN_WITHOUT_MEANS = {
    "activity": "none", "nationality": "RO", "lives_in": "france", "other_cover": "none", "family_tie": "none",
    "in_france_since": date(2026, 6, 1), "rights_open": False, "eu_resident_five_years": False,
    "resources_reach_rsa": False,
}  # fmt: skip
ANY_RIGHTS = {"activity": "none", "nationality": "US", "lives_in": "france", "other_cover": "none", "rights_open": True}


FROM_MAYOTTE = {
    "activity": "seeking_work", "seeking_kind": "french_benefit", "nationality": "FR", "lives_in": "france",
    "rights_open": True,
}  # fmt: skip
AFTER_A_JOB = {
    "activity": "seeking_work", "seeking_kind": "after_french_job", "nationality": "IT", "lives_in": "france",
    "other_cover": "none", "family_tie": "none", "in_france_since": date(2026, 7, 15), "eu_resident_five_years": False,
    "resources_reach_rsa": False,
}  # fmt: skip
BACK_AFTER_A_JOB = AFTER_A_JOB | {"nationality": "FR", "in_france_since": date(2026, 10, 15), "listed_benefit": False}
BRITON = {"nationality": "GB", "lives_in": "france", "other_cover": "none", "in_france_since": date(2018, 3, 1),
          "stay_document": "withdrawal_agreement"}  # fmt: skip
POLE_POSTED = {"activity": "working", "work_kind": "posted", "posting_paper": "a1", "nationality": "PL"}
NO_LISTED_PAPER = {
    "nationality": "CN", "lives_in": "france", "other_cover": "none", "in_france_since": date(2020, 8, 1),
    "stay_document_until": date(2027, 1, 15),
}  # fmt: skip
EXAMINED = {
    "activity": "none", "nationality": "SY", "lives_in": "france", "other_cover": "none", "family_tie": "none",
    "stay_document": "first_request_receipt", "stay_document_until": date(2027, 1, 29), "rights_open": False,
    "listed_benefit": False,
}  # fmt: skip
ENDED = {"stay_document_until": date(2026, 6, 30)}
CARD_IN_DATE = {
    "nationality": "TR", "lives_in": "france", "other_cover": "none", "in_france_since": date(2016, 11, 1),
    "stay_document": "residence_card", "stay_document_until": date(2028, 10, 31),
}  # fmt: skip
PAPER_ENDED = {
    "activity": "none", "lives_in": "france", "other_cover": "none", "stay_document_until": date(2026, 11, 10),
}  # fmt: skip


def answer(**facts: Any) -> Answer:
    """The answer to a person of these facts."""
    return assess(read(facts, FACTS), TODAY)


@pytest.mark.parametrize(
    ("facts", "doubtful", "words"),
    [
        (VISITOR_AT_WORK, {"stay_label": "visitor"}, "undertaking"),
        (POLE_AT_WORK, {"other_cover": "eu_scheme"}, "only one of the two"),
        (
            IN_TREATMENT | {"stay_document": "residence_card", "stay_document_until": date(2027, 1, 1)},
            {"rights_open": True},
            "you seem to live here",
        ),
        (
            IN_TREATMENT,
            {"stay_document": "provisional_permit", "stay_document_until": date(2027, 5, 31)},
            "you seem to live here",
        ),
        (FROM_MAYOTTE, {"other_cover": "mayotte"}, "do not say how they move here"),
        (AFTER_A_JOB, {"rights_open": False}, "losing it does not close them"),
        (BACK_AFTER_A_JOB, {"rights_open": False}, "show your contract and payslips"),
        (BRITON | {"activity": "none", "rights_open": True}, ENDED, "your card has ended"),
        (BRITON | {"activity": "working", "work_kind": "employee"}, ENDED, "your card has ended"),
        *(
            (CARD_IN_DATE | did, {"stay_standing": "refused"}, "If it was withdrawn")
            for did in (
                {"activity": "none", "family_tie": "none", "rights_open": True},
                {"activity": "none", "family_tie": "none", "rights_open": False},
                {"activity": "working", "work_kind": "self_employed"},
                {"activity": "pension", "pension_from": "france", "rights_open": True},
            )
        ),
        (POLE_POSTED | {"lives_in": "france"}, {"work_started_on": date(2024, 1, 1)}, "24 months at most"),
        *(
            (NO_LISTED_PAPER | did | {"stay_document": paper}, {"rights_open": True}, "your rights may be kept")
            for did in ({"activity": "none", "family_tie": "none"}, {"activity": "working", "work_kind": "employee"})
            for paper in ("appointment", "online_confirmation", "short_stay")
        ),
        *(
            (
                PAPER_ENDED | {"nationality": "SN", "stay_document": paper},
                {"rights_open": True},
                "after the last document on the list ended",
            )
            for paper in ("extension_certificate", "first_request_receipt", "long_stay_visa_not_validated")
        ),
        (EXAMINED, {"in_france_since": date(2026, 9, 29)}, "opens nothing before more than three months"),
        (ABROAD, {"family_tie": "spouse", "relative_insured": True}, "L160-4"),
        (INSURED, {"residence_check": "closed"}, "decided to close your rights"),
        (INSURED, {"residence_check": "findings"}, "answer its findings within the month"),
        (KEPT, {"residence_check": "closed"}, "Contest its decision within two months"),
        ({"activity": "detained", "nationality": "FR"}, {"lives_in": "elsewhere"}, "another country does not"),
        (IN_EUROPE, {"nationality": "GB"}, "GHIC"),
        (
            {"activity": "pension", "pension_from": "eu_eea_switzerland_uk", "lives_in": "france", "nationality": "TR"}
            | {"other_cover": "none"},
            {"stay_document": "none"},
            "with no residence document in date",
        ),
        (
            {"activity": "working", "work_kind": "minister_of_religion", "nationality": "CA", "lives_in": "france"}
            | {"stay_document": "long_stay_visa_validated", "stay_document_until": date(2027, 3, 4)},
            {"stay_label": "visitor"},
            "whether a ministry is such work",
        ),
        (
            {"activity": "minor", "minor_with": "undocumented_parents", "lives_in": "france"},
            {"nationality": "FR"},
            "the child is French",
        ),
        (BENEFIT_FROM_ABROAD, {"rights_open": True}, "our sources do not say which"),
        (BENEFIT_FROM_ABROAD, {"in_france_since": date(2020, 1, 1)}, "a former frontier worker"),
        (
            {"activity": "seeking_work", "seeking_kind": "french_benefit", "nationality": "FR", "other_cover": "none"},
            {"lives_in": "eu_eea_switzerland"},
            "keeps the status of insured",
        ),
        (AT_A_CONSULATE, {"rights_open": True}, "hired here, you may be an ordinary employee"),
        (WIFE_OF_A_CONSUL, {"nationality": "FR"}, "being French, you may accompany nobody"),
        (ROMANIAN_WITHOUT_MEANS, {"listed_benefit": True}, "show it to the caisse"),
        (SWISS_JOB, {"nationality": "TN"}, "only for nationals of the Union"),
        (FRONTIER | {"other_cover": "none"}, {"stay_document": "none"}, "wherever one lives"),
        (SOLDIER, {"lives_in": "mayotte"}, "a member of the armed forces"),
        ({"activity": "none", "lives_in": "mayotte"}, {"other_cover": "s1"}, "which of the two pays here"),
        (
            FRENCH_PENSION | {"french_pension_years": 9, "france_pays_care_abroad": False},
            {"lives_in": "monaco"},
            "no text held says which one pays, in Monaco",
        ),
        (FRENCH_PENSION | {"lives_in": "france", "rights_open": True}, {"other_cover": "s1"}, "only one of the two"),
        (NO_PERMIT, {"nationality": "GB"}, "Withdrawal Agreement"),
        (NO_PERMIT | {"nationality": "ML"}, {"resources_under_c2s": False}, "only if your resources fall"),
        (
            ANY_RIGHTS | {"stay_document": "residence_card", "stay_document_until": date(2027, 1, 1)},
            {"in_france_since": date(2026, 11, 1)},
            "certificate of rights",
        ),
    ],
)
def test_a_doubt_changes_the_sentence_and_the_certainty_but_not_the_outcome(
    facts: dict[str, Any], doubtful: dict[str, Any], words: str
) -> None:
    with_doubt = answer(**facts, **doubtful)
    assert words in with_doubt.says.en
    assert with_doubt.certainty != "H"
    assert with_doubt.ground is not None
    assert with_doubt.says != with_doubt.ground.says


@pytest.mark.parametrize(
    "facts",
    [
        EXAMINED | {"in_france_since": date(2026, 6, 1)},
        EXAMINED | {"in_france_since": date(2026, 9, 29), "family_tie": "spouse", "relative_insured": True},
        BRITON | {"activity": "none", "rights_open": True, "stay_document_until": date(2030, 1, 1)},
        POLE_POSTED | {"lives_in": "france", "work_started_on": date(2026, 1, 1)},
        NO_LISTED_PAPER | {"activity": "none", "stay_document": "appointment", "rights_open": False},
    ],
)
def test_where_the_second_obstacle_is_not_there_the_answer_is_the_grounds_own(facts: dict[str, Any]) -> None:
    assert answer(**facts).doubts == ()


def test_a_document_in_doubt_and_a_short_stay_are_sent_for_the_day_on_which_the_three_months_have_run() -> None:
    """CSS D160-2 I: even accepted, the document opens nothing before."""
    plan = make_plan(answer(**EXAMINED, in_france_since=date(2026, 9, 29)))
    days = {step.text.name: step.on for step in plan.steps}
    assert days["gather_papers"] == TODAY
    assert days["send_by_post_or_hand"] == date(2026, 12, 30)


@pytest.mark.parametrize("check", ["closed", "findings"])
def test_who_may_lose_the_rights_is_not_told_that_nothing_is_to_be_done(check: str) -> None:
    plan = make_plan(answer(**INSURED, residence_check=check))
    assert "nothing_to_do" not in [step.text.name for step in plan.steps]
    assert plan.papers.nothing is None


def test_without_the_doubt_the_work_of_a_talent_is_sure() -> None:
    sure = answer(**VISITOR_AT_WORK, stay_label="talent")
    assert sure.doubts == ()
    assert sure.certainty == "H"


def test_who_says_no_document_and_open_rights_is_told_to_choose_the_one_they_had() -> None:
    none = answer(
        activity="none", nationality="TN", lives_in="france", other_cover="none", family_tie="none", rights_open=True,
        stay_document="none", irregular_since=date(2026, 5, 16), resources_under_c2s=True,
    )  # fmt: skip
    assert none.certainty != "H"
    assert "choose it with its last day" in none.says.en


def test_the_plan_of_a_visitor_at_work_begins_with_the_undertaking() -> None:
    plan = make_plan(answer(**VISITOR_AT_WORK, stay_label="visitor"))
    assert plan.steps[0].text.name == "visitor_before_working"


@pytest.mark.parametrize(
    "facts",
    [
        {"nationality": "FR"},
        {"nationality": "US", "stay_document": "residence_card", "stay_document_until": date(2027, 12, 1)},
    ],
)
def test_what_is_asked_of_europeans_makes_nobody_else_less_sure(facts: dict[str, Any]) -> None:
    """R111-3 and D160-2 decide of a French or a permit holder; only for Europeans does practice ask for resources."""
    here = {"activity": "none", "lives_in": "france", "other_cover": "none", "rights_open": False, "family_tie": "none",
            "listed_benefit": False}  # fmt: skip
    for since, verdict in ((date(2026, 1, 1), "covered"), (date(2026, 11, 1), "covered_later")):
        found = answer(**here, **facts, in_france_since=since)
        assert (found.verdict, found.certainty) == (verdict, "H")
    european = answer(**here, nationality="IT", resources_reach_rsa=True, in_france_since=date(2026, 1, 1))
    assert european.certainty == "M"


def test_a_doubt_that_holds_whatever_is_missing_is_told_before_all_is_known() -> None:
    """S40: of a Briton settled before 2021 nothing is certain without the Withdrawal Agreement."""
    unsettled = assess(
        read(
            {**NO_PERMIT, "nationality": "GB", "irregular_since": None, "resources_under_c2s": False}
            | {"rights_open": True},
            FACTS,
        ),
        TODAY,
    )
    assert (unsettled.verdict, unsettled.ground) == ("not_covered", None)
    assert "Withdrawal Agreement" in unsettled.says.en


def test_a_verdict_that_stands_on_sources_in_doubt_is_not_called_certain() -> None:
    found = answer(
        activity="working", work_kind="employee", nationality="GN", lives_in="france", other_cover="none",
        stay_document="first_request_receipt", stay_document_until=date(2027, 3, 1),
    )  # fmt: skip
    assert found.verdict == "disputed"
    assert "certain" not in found.says.en


@pytest.mark.parametrize("work", [{"activity": "none"}, {"activity": "working", "work_kind": "employee"}])
def test_rights_that_the_caisse_has_closed_are_not_said_to_be_open_while_a_document_is_examined(
    work: dict[str, Any],
) -> None:
    """CSS R114-10-1: a decision, with its remedies."""
    examined = EXAMINED | work | {"stay_document": "extension_certificate", "rights_open": True}
    if "work_kind" in work:
        examined = {name: value for name, value in examined.items() if name not in ("family_tie", "listed_benefit")}
    closed = answer(**examined, residence_check="closed")
    assert "decided to close your rights" in closed.says.en
    plan = make_plan(closed)
    assert plan.papers.nothing is None
    assert "contributions_stay_due" not in [shown.notice.name for shown in plan.notices]


def test_a_document_that_ended_before_the_first_text_is_not_said_to_have_ended_under_it() -> None:
    ended = KEPT | {"stay_document_until": date(2016, 8, 1)}
    found = assess(read(ended, FACTS), date(2017, 2, 27))
    assert (found.verdict, found.certainty) == ("kept", "L")
    assert "whether it applies to it" in found.says.en
