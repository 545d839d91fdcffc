"""The interview as a visitor lives it, page after page, without JavaScript."""

import re
from datetime import date

import pytest
from django.test import Client

from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.site.visitor.questions import LATEST
from ouverture.site.visitor.why import reasons_to_ask, rules_named, rules_reading, told_first
from tests.site.visits import form, go_through, next_question, path_of
from tests.spouse import SPOUSE

PAGE = "/en/questions/{}/"
TODAY = date(2026, 11, 23)


def errors(client: Client, name: str, sent: dict[str, str]) -> dict[str, str]:
    """What is wrong, by fact, after sending a screen."""
    posted = client.post(PAGE.format(name), sent)
    assert posted.status_code == 302
    assert "?result=" in path_of(posted)
    response = client.get(path_of(posted))
    html = response.content.decode()
    assert 'role="alert"' in html
    assert "autofocus" in html
    assert "<title>Error:" in html
    found = {field.fact.name: field.error.en for field in response.context["fields"] if field.error}
    for fact in found:
        assert re.search(rf'id="{fact}-error"', html)
        assert re.search(rf'aria-describedby="[^"]*{fact}-error', html)
    return found


def test_the_wife_of_an_insured_frenchman_is_done_in_nine_screens(client: Client) -> None:
    assert len(go_through(client)) <= 9
    page = client.get("/en/verdict/").content.decode()
    assert "You are entitled to cover" in page
    assert "no three-month wait" in page


@pytest.mark.parametrize(("name", "rule"), told_first().items())
def test_the_rule_that_best_says_why_is_in_force_reads_the_answer_and_stands_first(name: str, rule: str) -> None:
    rules = rulebook().on(TODAY).rules
    reached, todo = {rule}, [rule]
    for each in todo:
        further = set(rules_named(rules[each].when)) - reached
        reached |= further
        todo += further
    assert any(rules[each] in rules_reading(FACTS[name], TODAY) for each in reached)
    assert reasons_to_ask(FACTS[name], TODAY)[0].name == rule


def test_beside_a_question_stand_the_last_answers_and_the_way_to_all(client: Client) -> None:
    go_through(client)
    page = client.get(PAGE.format("family_tie"))
    assert len(page.context["latest"]) == LATEST
    assert f"All my answers ({len(page.context['answered'])})" in page.content.decode()


def test_the_header_names_the_questions_while_one_is_asked_and_the_answer_once_there_is_one(client: Client) -> None:
    def here(path: str) -> list[str]:
        return [f"{place.says.en}{' *' * place.is_here}" for place in client.get(f"/en/{path}").context["places"]()][:1]

    client.post(PAGE.format("activity"), {"activity": "none"})
    assert here("desks/") == ["Questions"]
    go_through(client)
    assert here("desks/") == ["My answer and plan"]
    assert here("verdict/behind/") == ["My answer and plan *"]
    assert here("questions/activity/") == ["Questions *"]


def test_every_answer_leads_on_by_redirection(client: Client) -> None:
    response = client.post(PAGE.format("activity"), {"activity": "none"})
    assert response.status_code == 302
    assert path_of(response) == "/en/questions/"


def test_the_first_screen_has_no_way_back_and_the_second_has(client: Client) -> None:
    assert client.get(PAGE.format("activity")).context["back"] is None
    client.post(PAGE.format("activity"), {"activity": "none"})
    name = next_question(client)
    assert name is not None
    assert client.get(PAGE.format(name)).context["back"] == "activity"


def test_back_leads_over_a_detail_to_the_screen_it_was_asked_on(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    client.post(PAGE.format("lives_in"), form("lives_in", "postcode", "in_france_since"))
    assert client.get(PAGE.format("nationality")).context["back"] == "lives_in"


def test_nothing_chosen_is_said_beside_the_question(client: Client) -> None:
    assert "Choose" in errors(client, "activity", {})["activity"]


def test_an_answer_that_is_not_on_the_list_is_refused(client: Client) -> None:
    assert "one of the answers" in errors(client, "activity", {"activity": "astronaut"})["activity"]
    assert "list" in errors(client, "nationality", {"nationality": ""})["nationality"]


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("", "", "", "Write the date"),
        ("5", "", "2026", "The month is missing"),
        ("five", "10", "2026", "is not a date we can read"),
        ("31", "2", "2026", "February 2026 has no day 31"),
        ("5", "10", "26", "which century"),
        ("5", "10", "0000", "not a date we can read"),
        ("5", "octember", "2026", "is not a date we can read"),
        ("5", "10", "2027", "do the assessment again on the day you arrive"),
    ],
)
def test_a_date_that_cannot_be_used_is_refused_and_kept_in_its_fields(
    client: Client, day: str, month: str, year: str, said: str
) -> None:
    sent = {"in_france_since-day": day, "in_france_since-month": month, "in_france_since-year": year}
    assert said in errors(client, "in_france_since", sent)["in_france_since"]
    page = client.post(PAGE.format("in_france_since"), sent, follow=True).content.decode()
    assert f'value="{year}"' in page


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("5", "10", "2026"),
        ("05", "octobre", "2026"),
        ("5", "Oct", "2026"),
        ("²", "10", "2026"),
        ("5 October 2026", "", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(client: Client, day: str, month: str, year: str) -> None:
    sent = {"in_france_since-day": day, "in_france_since-month": month, "in_france_since-year": year}
    assert path_of(client.post(PAGE.format("in_france_since"), sent)) == "/en/questions/"


def test_what_was_wrong_is_still_there_after_a_refresh_and_in_the_other_language(client: Client) -> None:
    address = path_of(client.post(PAGE.format("lives_in"), {"lives_in": "france", "postcode": "7501"}))
    for again in (address, address, address.replace("/en/", "/fr/")):
        page = client.get(again).content.decode()
        assert 'value="7501"' in page
        assert 'role="alert"' in page
    assert f'href="{address.replace("/en/", "/fr/")}"' in client.get(address).content.decode()


def test_another_visitor_sees_nothing_of_it(client: Client) -> None:
    address = path_of(client.post(PAGE.format("lives_in"), {"lives_in": "france", "postcode": "7501"}))
    assert 'value="7501"' not in Client().get(address).content.decode()
    assert "7501" not in str(client.session.items())


def test_an_answer_and_i_do_not_know_cannot_both_be_given(client: Client) -> None:
    sent = form("in_france_since") | {"in_france_since-unknown": "1"}
    assert "not both" in errors(client, "in_france_since", sent)["in_france_since"]


def test_a_postcode_that_is_none_is_refused_and_the_home_is_kept(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    sent = {"lives_in": "france", "postcode": "7501"}
    assert "only four digits" in errors(client, "lives_in", sent)["postcode"]
    page = client.post(PAGE.format("lives_in"), sent, follow=True).content.decode()
    assert re.search(r'id="lives_in-france"[^>]* checked', page)
    assert 'value="7501"' in page


def test_a_postcode_overseas_does_not_fit_a_home_in_france_and_is_said_in_plain_words(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    sent = {"lives_in": "france", "postcode": "98800", "in_france_since-unknown": "1"}
    said = errors(client, "lives_in", sent)["postcode"]
    assert '"where you live"' in said
    assert "lives_in" not in said


def test_a_detail_may_stay_empty_where_the_answer_above_does_not_call_for_it(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    assert client.post(PAGE.format("lives_in"), {"lives_in": "mayotte"}).status_code == 302


def test_a_detail_is_wanted_where_the_answer_above_calls_for_it(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    assert set(errors(client, "lives_in", {"lives_in": "france"})) == {"postcode", "in_france_since"}
    assert list(errors(client, "lives_in", {})) == ["lives_in"]


def test_an_answer_that_opens_one_of_two_details_opens_it(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "working"})
    client.post(PAGE.format("lives_in"), form("lives_in", "postcode"))
    page = client.get(PAGE.format("work_kind"))
    for field in page.context["fields"][1:]:
        for value in field.opened_by:
            assert f'value="{value}" class="opens"' in page.content.decode(), (field.fact.name, value)


def test_who_does_not_know_the_answer_is_not_asked_for_its_detail(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    assert client.post(PAGE.format("lives_in"), {"lives_in": "unknown"}).status_code == 302
    assert next_question(client) not in ("lives_in", "postcode")


def test_a_screen_shows_what_was_answered_before(client: Client) -> None:
    go_through(client)
    assert re.search(r'id="family_tie-spouse"[^>]* checked', client.get(PAGE.format("family_tie")).content.decode())
    assert 'value="2027"' in client.get(PAGE.format("stay_document")).content.decode()
    assert re.search(r'value="US" selected', client.get(PAGE.format("nationality")).content.decode())


def test_changing_one_answer_keeps_the_others(client: Client) -> None:
    go_through(client)
    client.post(PAGE.format("relative_insured"), {"relative_insured": "no"})
    answered = {fact.name: value for fact, value in client.get("/en/answers/").context["answered"]}
    assert answered["relative_insured"] is False
    assert set(answered) >= set(SPOUSE) - {"in_france_since", "listed_benefit"}  # never asked of her


def test_moving_to_mayotte_drops_the_postcode_of_paris(client: Client) -> None:
    go_through(client)
    client.post(PAGE.format("lives_in"), {"lives_in": "mayotte", "postcode": "75011"})
    answered = {fact.name: value for fact, value in client.get("/en/answers/").context["answered"]}
    assert answered["lives_in"] == "mayotte"
    assert "postcode" not in answered


def test_an_answer_that_contradicts_another_screen_names_it(client: Client) -> None:
    client.post(PAGE.format("in_france_since"), form("in_france_since"))
    sent = {"born_on-day": "1", "born_on-month": "11", "born_on-year": "2026"}
    said = errors(client, "born_on", sent)["born_on"]
    assert "does not fit another one" in said
    assert "Since which day have you lived in France" in said


def test_the_rules_that_read_an_answer_say_why_it_is_asked(client: Client) -> None:
    page = client.get(PAGE.format("in_france_since")).content.decode()
    assert "more than three months" in page
    assert 'href="/en/law/css-d160-2/"' in page


def test_a_question_of_the_plan_says_that_it_only_changes_the_plan(client: Client) -> None:
    assert "but the plan" in client.get(PAGE.format("postcode")).content.decode()


def test_countries_are_in_the_order_of_the_alphabet_of_the_page(client: Client) -> None:
    def names(language: str) -> list[str]:
        page = client.get(f"/{language}/questions/nationality/").content.decode()
        return re.findall(r"<option[^>]*>([^<]*)</option>", page)[2:]

    french, english = names("fr"), names("en")
    assert french[:2] == ["France", "Afghanistan"]
    assert french.index("Allemagne") < french.index("États-Unis") < french.index("Zimbabwe")
    assert english.index("Germany") < english.index("United States")


def test_progress_is_said_and_ends_with_the_last_question(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    page = client.get(PAGE.format("lives_in"))
    progress = page.context["progress"]
    assert progress.done == 1 < progress.least <= progress.most
    assert f"could end at {progress.least}" in page.content.decode()
    assert f"{progress.most} at most" in page.content.decode()


def test_the_most_that_is_promised_is_never_passed_and_never_grows_while_answers_are_known(client: Client) -> None:
    most: list[int] = []
    while name := next_question(client):
        page = client.get(PAGE.format(name))
        most.append(page.context["progress"].most)
        fields = [field.fact.name for field in page.context["fields"]]
        client.post(PAGE.format(name), form(*fields))
    assert most == sorted(most, reverse=True)
    assert len(most) <= most[0]


def test_who_knows_nothing_is_asked_fourteen_screens_at_most_and_gets_something_to_do(client: Client) -> None:
    screens = 0
    while name := next_question(client):
        screens += 1
        assert screens <= 14
        fields = client.get(PAGE.format(name)).context["fields"]
        choices = {one.fact.name: "unknown" for one in fields if one.widget in ("choice", "list")}
        others = {f"{one.fact.name}-unknown": "unknown" for one in fields if one.widget not in ("choice", "list")}
        client.post(PAGE.format(name), choices | others)
    page = client.get("/en/verdict/").content.decode()
    assert "Ask someone who can look at your papers" in page
    assert "If you need care now" in page


def test_the_commonest_answers_of_a_long_list_stand_first_and_the_rest_is_one_fold_away(client: Client) -> None:
    field = client.get(PAGE.format("stay_document")).context["fields"][0]
    assert len(field.commonest) <= 8
    assert {name for name, _ in (*field.commonest, *field.rarer)} == set(field.options)
    assert set(field.fact.priors) <= {name for name, _ in field.commonest}


def test_a_chosen_answer_is_never_folded_away(client: Client) -> None:
    rare = client.get(PAGE.format("stay_document")).context["fields"][0].rarer[-1][0]
    client.post(PAGE.format("stay_document"), {"stay_document": rare, "stay_document_until-unknown": "1"})
    field = client.get(PAGE.format("stay_document")).context["fields"][0]
    assert rare in {name for name, _ in field.commonest}


def test_an_unknown_question_is_not_found(client: Client) -> None:
    assert client.get(PAGE.format("shoe_size")).status_code == 404


def test_a_form_is_not_read_by_other_methods(client: Client) -> None:
    assert client.put(PAGE.format("activity")).status_code == 405


def test_whoever_was_refused_a_renewal_reads_to_name_the_document_they_had(client: Client) -> None:
    client.post(PAGE.format("stay_standing"), {"stay_standing": "refused"})
    hint = client.get(PAGE.format("stay_document")).content.decode().partition('id="stay_document-hint"')[2]
    assert "the one you had, with its last day" in hint.partition("</p>")[0]


def test_the_summary_of_a_screen_of_two_questions_names_each(client: Client) -> None:
    session = client.session
    session["answers"] = {name: value for name, value in SPOUSE.items() if name not in ("had_number", "born_in")}
    session.save()
    shown = client.get(path_of(client.post(PAGE.format("had_number"), {})))
    assert len(shown.context["fields"]) > 1
    says = [one.says for one in shown.context["errors"]]
    assert len({one.en for one in says}) == len(says)
    assert says[0].en.startswith("An earlier social security number: Choose")
    assert says[0].fr.startswith("Un ancien numéro de sécurité sociale : ")
