"""The interview as a visitor lives it, page after page, without JavaScript."""

import re

import pytest
from django.test import Client

from tests.site.visits import form, go_through, next_question, path_of
from tests.spouse import SPOUSE

PAGE = "/en/questions/{}/"


def errors(client: Client, name: str, sent: dict[str, str]) -> dict[str, str]:
    """What is wrong, by fact, after sending a screen."""
    response = client.post(PAGE.format(name), sent)
    assert response.status_code == 422
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
    client.post(PAGE.format("lives_in"), form("lives_in", "postcode"))
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
        ("5", "", "2026", "the day, the month and the year"),
        ("five", "10", "2026", "in figures"),
        ("31", "2", "2026", "31/2/2026 does not exist"),
        ("5", "10", "26", "four figures"),
        ("5", "10", "0000", "does not exist"),
        ("²", "10", "2026", "in figures"),
        ("5", "10", "2027", "give a past date"),
    ],
)
def test_a_date_that_cannot_be_used_is_refused_and_kept_in_its_fields(
    client: Client, day: str, month: str, year: str, said: str
) -> None:
    sent = {"in_france_since-day": day, "in_france_since-month": month, "in_france_since-year": year}
    assert said in errors(client, "in_france_since", sent)["in_france_since"]
    page = client.post(PAGE.format("in_france_since"), sent).content.decode()
    assert f'value="{year}"' in page


def test_an_answer_and_i_do_not_know_cannot_both_be_given(client: Client) -> None:
    sent = form("in_france_since") | {"in_france_since-unknown": "1"}
    assert "not both" in errors(client, "in_france_since", sent)["in_france_since"]


def test_a_postcode_that_is_none_is_refused_and_the_home_is_kept(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    sent = {"lives_in": "france", "postcode": "7501"}
    assert "only four digits" in errors(client, "lives_in", sent)["postcode"]
    page = client.post(PAGE.format("lives_in"), sent).content.decode()
    assert re.search(r'id="lives_in-france"[^>]* checked', page)
    assert 'value="7501"' in page


def test_a_postcode_overseas_does_not_fit_a_home_in_france_and_is_said_in_plain_words(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    said = errors(client, "lives_in", {"lives_in": "france", "postcode": "98800"})["postcode"]
    assert '"where you live"' in said
    assert "lives_in" not in said


def test_a_detail_may_stay_empty_where_the_answer_above_does_not_call_for_it(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    assert client.post(PAGE.format("lives_in"), {"lives_in": "mayotte"}).status_code == 302


def test_a_detail_is_wanted_where_the_answer_above_calls_for_it(client: Client) -> None:
    client.post(PAGE.format("activity"), {"activity": "none"})
    assert list(errors(client, "lives_in", {"lives_in": "france"})) == ["postcode"]
    assert list(errors(client, "lives_in", {})) == ["lives_in"]


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
    assert '<a href="/en/law/css-d160-2/">CSS D160-2</a>' in page


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
    assert re.search(r"About \d questions left", client.get(PAGE.format("lives_in")).content.decode())


def test_an_unknown_question_is_not_found(client: Client) -> None:
    assert client.get(PAGE.format("shoe_size")).status_code == 404


def test_a_form_is_not_read_by_other_methods(client: Client) -> None:
    assert client.put(PAGE.format("activity")).status_code == 405
