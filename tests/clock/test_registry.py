import re
from datetime import date
from itertools import pairwise

import pytest

from ouverture.clock.reckoning import RECKONINGS
from ouverture.clock.refusal import DeadlineError
from ouverture.clock.registry import Rule, law_read_until, rule_named, rules
from ouverture.text import Text

RULES = list(rules().values())
NAMED = {
    "ame_decision",
    "birth_act_first_term",
    "birth_act_second_term",
    "c2s_decision",
    "c2s_renewal_window_close",
    "c2s_renewal_window_open",
    "caisse_decision_after_suspension",
    "card_45_days",
    "cash_benefits_twelve_months",
    "ceam_order_15_days_before",
    "claim_two_years",
    "closing_45_days",
    "cnav_decision",
    "contributions_notice_30_days",
    "court_appeal",
    "cra_appeal",
    "cra_silence",
    "csm_payment_30_days",
    "duplicate_sheet_from",
    "duplicate_sheet_until",
    "employer_8_days",
    "extension_two_years",
    "implied_decision",
    "missing_pieces_suspension",
    "mutation_information_one_month",
    "mutation_two_months",
    "prior_approval_silence",
    "residence_control_answer",
    "residence_control_second_notice",
    "residence_three_months",
    "swiss_option_three_months",
    "title_expiry_six_months",
    "title_expiry_two_months",
    "worker_8_days",
}
FACT = re.compile(
    r"(affiliation|after_admission|numbers|contact_and_delays|accounts_and_cards|reimbursement|forms) [A-Z]?\d+"
)
ARTICLE = re.compile(r"(CSS|CRPA|CASF|CPC) ([LRD]\d+(-\d+)*(-[A-Z])?|\d+)")


def sentences(rule: Rule) -> list[Text]:
    written = [rule.title, rule.event, rule.effect, *(note.text for note in rule.notes)]
    written += [version.note for version in rule.versions] + [version.rival_source for version in rule.versions]
    return [text for text in written if text is not None]


def test_every_deadline_promised_is_a_named_rule() -> None:
    assert set(rules()) >= NAMED


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_is_whole(rule: Rule) -> None:
    assert rule.facts
    assert all(FACT.fullmatch(fact) for fact in rule.facts)
    assert rule.sense in {"act_by", "silence", "until", "from"}
    assert rule.receipt in {None, "first", "competent"}
    assert rule.versions
    assert re.fullmatch(r"[a-z][a-z0-9_]+", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_speaks_plainly_in_both_languages(rule: Rule) -> None:
    for text in sentences(rule):
        assert text.fr
        assert text.en
        assert text.fr != text.en
        assert "!" not in text.fr + text.en


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_version_has_its_terms_and_its_ground(rule: Rule) -> None:
    for version in rule.versions:
        assert version.counting in RECKONINGS
        assert version.certainty in {"H", "M", "L"}
        assert all(ARTICLE.fullmatch(article) for article in version.articles)
        assert version.articles or rule.sources, "a rule without article names its source"
        assert (version.rival is None) == (version.rival_source is None)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_versions_follow_each_other_without_overlap(rule: Rule) -> None:
    for earlier, later in pairwise(rule.versions):
        assert earlier.until is not None
        assert later.since is not None
        assert earlier.until <= later.since


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_only_an_act_or_an_answer_can_be_moved(rule: Rule) -> None:
    if rule.sense in {"until", "from"}:
        assert rule.move.code == "none"
    else:
        assert rule.move.code != "none"


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_silence_says_what_it_means(rule: Rule) -> None:
    if rule.sense == "silence":
        assert rule.effect is not None


def test_a_version_ends_the_day_before_the_next_begins() -> None:
    before, after = rule_named("cra_silence").versions
    assert before.in_force_on(date(2025, 12, 27))
    assert not before.in_force_on(date(2025, 12, 28))
    assert after.in_force_on(date(2025, 12, 28))
    assert not after.in_force_on(date(2025, 12, 27))


def test_a_version_without_a_date_is_always_in_force() -> None:
    assert rule_named("worker_8_days").versions[0].in_force_on(date(1999, 1, 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("cra_apeal", "cra_appeal"), ("recours CRA", "cra_appeal"), ("birth_act_first", "birth_act_first_term")],
)
def test_an_unknown_name_is_refused_and_the_nearest_is_offered(typed: str, meant: str) -> None:
    with pytest.raises(DeadlineError) as refused:
        rule_named(typed)
    assert f"« {meant} »" in refused.value.text.fr
    assert f"“{meant}”" in refused.value.text.en


@pytest.mark.parametrize("typed", ["", "???", "é" * 300])
def test_any_text_gets_a_name_and_no_crash(typed: str) -> None:
    with pytest.raises(DeadlineError):
        rule_named(typed)


def test_our_law_stops_at_the_end_of_march_2026() -> None:
    assert law_read_until() == date(2026, 3, 31)


@pytest.mark.parametrize("typed", ["CRA_APPEAL", "CRA appeal", "cra-appeal"])
def test_a_name_is_read_however_it_is_spaced(typed: str) -> None:
    assert rule_named(typed) is rule_named("cra_appeal")
