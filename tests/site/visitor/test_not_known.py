"""Whoever said "I don't know": what to find out first, and where it is written, as the question promised."""

import re
from html import unescape

from django.test import Client

from ouverture.law.consistency import DETAIL_OF
from ouverture.law.facts import FACTS
from ouverture.site.visitor.not_known import where_found
from tests.site.visitor.test_the_tour import told


def test_every_question_that_somebody_may_not_know_says_where_the_answer_is_found() -> None:
    assert where_found().keys() <= FACTS.keys()
    looked_up_in_a_list = {"born_on", "postcode", "commune", "homeless", "works_in_alsace_moselle"}
    assert FACTS.keys() - DETAIL_OF.keys() - looked_up_in_a_list == where_found().keys()


def test_who_knows_nothing_reads_first_what_can_be_found_out_and_where(client: Client) -> None:
    page = told(client, "knows nothing")
    missing = page.context["to_find_out"]
    assert missing
    assert all(each.where for each in missing)
    assert not {each.fact.name for each in missing} & DETAIL_OF.keys()
    html = unescape(page.content.decode())
    assert "Your passport or identity card says it." in html
    panel = html.partition('class="verdict unknown"')[2].partition("next-act")[0]
    assert "€" not in panel
    assert "€651.69" in html
    assert "passport" in unescape(client.get("/en/verdict/print/").content.decode())
    named = [line.limit.what for line in (*page.context["limits"], *page.context["more_limits"])]
    assert len(named) == len(set(named)), "what may not be asked is named once"


def test_one_answer_that_is_not_known_is_the_first_act_and_not_called_too_many(client: Client) -> None:
    page = told(client, "refused, says none")
    act = page.context["act"]
    assert [each.fact.name for each in page.context["to_find_out"]] == ["resources_under_c2s"]
    assert act.title.en == "Find the answer that decides"
    assert act.button.href == "/en/questions/resources_under_c2s/"
    assert "Add up what the household received" in act.why.en
    assert "Too many answers" not in page.content.decode()


def test_care_today_is_told_once_and_no_sentence_ends_twice(client: Client) -> None:
    html = told(client, "asylum seeker").content.decode()
    assert html.count("112") == 1
    assert "If you need care now" not in html
    assert "France Services" in html
    panel = html.partition('class="verdict wait"')[2].partition("next-act")[0]
    assert not re.search(r"\.(</strong>)?\.", panel)
