"""The desk "What will be paid back": the euro drawn, both sides compared, sheets one after another, errors said."""

import html
import re
from collections.abc import Mapping

import pytest
from django.test import Client

from ouverture.services.answer.price.picture import act_choices, situation_choices
from ouverture.site.page.sentences import sentence

GP = {"act": "gp", "on-day": "2026-02-03", "fee": "30", "pathway": "out", "sector": "1"}
HIDDEN = re.compile(r'name="earlier" value="([^"]*)"')


def page_of(client: Client, sent: Mapping[str, object] | None = None, language: str = "en") -> str:
    address = f"/{language}/desks/price/"
    page = client.get(address) if sent is None else client.post(address, dict(sent), follow=True)
    assert page.status_code == 200
    assert sent is None or page.redirect_chain
    return page.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_act_and_situation_can_be_chosen_in_both_languages(client: Client, language: str) -> None:
    page = html.unescape(page_of(client, language=language))
    for choice in (*act_choices(), *situation_choices()):
        assert f'value="{choice.value}"' in page
        assert (choice.says.fr if language == "fr" else choice.says.en) in page


def test_the_euro_is_drawn_and_said(client: Client) -> None:
    page = html.unescape(page_of(client, GP))
    assert "Paid back by the caisse: €7.00; Participation or franchise, yours: €2.00" in page
    assert '<rect class="caisse" x="0.000%" width="23.333%"' in page


def test_with_and_without_a_doctor_stand_side_by_side(client: Client) -> None:
    page = page_of(client, GP)
    assert page.index("€19.00") < page.index("Without a médecin traitant") < page.rindex("€7.00")


def test_a_day_without_a_tariff_is_said_and_a_sum_with_its_comma_is_read(client: Client) -> None:
    assert "days held: 2016-01-01" in page_of(client, GP | {"on-day": "2010-01-05"})
    assert "Paid back by the caisse: €15.50" in html.unescape(page_of(client, GP | {"fee": "25,00 €", "pathway": "in"}))


def test_what_other_sources_say_is_shown(client: Client) -> None:
    assert "By other sources: €8.40" in page_of(client, GP)


def test_what_was_left_empty_is_asked_when_it_changes_the_price(client: Client) -> None:
    page = page_of(client, GP | {"pathway": "", "sector": ""})
    assert "Of which sector is the doctor?" in page
    assert "<li>sector 2 outside Optam: <strong>€14.10 repaid</strong></li>" in page
    assert "Depending on what is not said: €0.00 to €30.00 repaid." in page
    known = {"place": "mainland", "age": "40", "situations": "none", "in_hospital": "no", "already_participations": "0"}
    assert sentence("price.open").en not in page_of(client, GP | known)


def test_sheets_add_up_one_after_another(client: Client) -> None:
    first = page_of(client, GP)
    second = page_of(client, {"act": "medicine_65", "on-day": "2026-02-03", "fee": "10", "earlier": kept_in(first)})
    assert second.count('<article class="sheet">') == 2
    assert "In all:" in second
    assert "€12.50" in second


def test_less_than_expected_becomes_a_question_with_its_letter(client: Client) -> None:
    page = html.unescape(page_of(client, GP | {"pathway": "in", "received": "15"}))
    assert "You received less than expected" in page
    assert "Je vous demande le détail de votre calcul" in page
    assert "I ask for the detail of your count" in page


def kept_in(page: str) -> str:
    (kept,) = HIDDEN.findall(page)
    return html.unescape(kept)


def test_clearing_everything_leaves_an_empty_form(client: Client) -> None:
    assert f'href="/en/desks/price/">{sentence("price.start_again").en}' in page_of(client, GP)
    assert kept_in(page_of(client)) == "[]"


def test_what_was_sent_is_shown_again_by_back_a_refresh_and_the_other_language(client: Client) -> None:
    sent = client.post("/en/desks/price/", GP)
    assert sent.status_code == 302
    address = sent["Location"].split("#")[0]
    assert not any(word in address.split("result=")[0] for word in ("30", "gp", "2026"))
    for language in ("en", "fr", "en"):
        page = client.get(address.replace("/en/", f"/{language}/")).content.decode()
        assert page.count('<article class="sheet">') == 1
        assert f"/{'fr' if language == 'en' else 'en'}/desks/price/?result=" in page


def test_a_wrong_sheet_keeps_what_was_typed_and_the_sheets_before_it(client: Client) -> None:
    first = kept_in(page_of(client, GP))
    page = page_of(client, GP | {"fee": "-1", "age": "old", "situations": ["c2s"], "earlier": first})
    assert page.count('<article class="sheet">') == 1
    assert page.count('aria-invalid="true"') == 2
    assert all(f'id="{name}-error"' in page for name in ("fee", "age"))
    assert 'value="c2s" checked' in page
    assert kept_in(page) == first


def test_a_result_that_is_no_longer_kept_says_so(client: Client) -> None:
    assert sentence("desks.gone").en in client.get("/en/desks/price/?result=nothing").content.decode()


def test_care_abroad_and_a_free_price_are_said_at_the_desk(client: Client) -> None:
    assert "care outside France is not priced here" in page_of(client, GP | {"place": "abroad"})
    device = {"act": "device", "on-day": "2026-02-03", "fee": "100", "tariff": "50"}
    assert "Paid back by the caisse: €30.00" in html.unescape(page_of(client, device))


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({}, "act", "say the act"),
        (GP | {"fee": "-1"}, "fee", "cannot be negative"),
        (GP | {"fee": "a lot"}, "fee", "write a sum"),
        (GP | {"on-day": "soon"}, "on-day", ""),
        (GP | {"age": "old"}, "age", "whole number"),
        (GP | {"act": "made up"}, "act", "not known"),
        (GP | {"fee": "0"}, "fee", "nothing was paid"),
        (GP | {"fee": "1000000000"}, "fee", "check this sum"),
        (GP | {"fee": "1e9"}, "fee", "write a sum"),
        (GP | {"sector": "7"}, "sector", "write 1, 2, optam or none"),
        (GP | {"act": "refund of a refund"}, "act", "a repayment is no care"),
        (GP | {"act": "gp_child", "age": "40"}, "age", "of a child under 6"),
        (GP | {"place": "abroad"}, "place", "care outside France"),
    ],
)
def test_an_error_is_announced_and_leads_to_its_field(
    client: Client, sent: dict[str, str], field: str, words: str
) -> None:
    page = page_of(client, sent)
    assert 'role="alert"' in page
    assert f'href="#{field}"' in page
    assert words.lower() in page.lower()
    assert all(f'value="{value}"' in page for name, value in sent.items() if name in ("fee", "on-day", "age"))


def test_hidden_lines_that_the_page_did_not_write_are_left_out(client: Client) -> None:
    for made_up in ("{", "3", "[" * 3000, '[{"act": "made up"}, {"act": "gp", "fee": "-1"}, 7]'):
        assert page_of(client, GP | {"earlier": made_up}).count('<article class="sheet">') == 1
    page = page_of(client, GP | {"earlier": '[{"act": "gp", "fee": "1", "evil": "x"}]'})
    assert page.count('<article class="sheet">') == 2
    assert "evil" not in page


def test_nothing_typed_is_in_an_address(client: Client) -> None:
    assert 'method="post"' in page_of(client)
    assert "fee=" not in page_of(client, GP)


def test_the_day_is_asked_in_the_three_boxes_of_every_page_the_day_first_in_either_language(client: Client) -> None:
    boxes = {name: value for name, value in GP.items() if name != "on-day"} | {"on-day": "3", "on-year": "2026"}
    assert kept_in(page_of(client, boxes | {"on-month": "2"})) == kept_in(page_of(client, GP))
    wrong = page_of(client, boxes | {"on-day": "31", "on-month": "02"})
    assert "February 2026 has no day 31" in wrong
    assert 'href="#on-day"' in wrong
    assert 'name="on-month" value="02"' in wrong
