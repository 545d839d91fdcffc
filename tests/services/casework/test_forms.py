"""One form for every act, and one reader of what was typed in it."""

from dataclasses import fields
from datetime import date
from typing import Any, cast

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, RefusePiece
from ouverture.dossier.card.decisions import OrderCard
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import PriceClaim, ReceiveClaim
from ouverture.dossier.command_words import kinds, named_lists
from ouverture.dossier.file import File
from ouverture.dossier.hold.decisions import PlaceHold
from ouverture.dossier.identity.decisions import RecordSearch, SettleAs
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.together import Together
from ouverture.services.casework.choices import LISTS
from ouverture.services.casework.forms import FieldErrors, command_from, form_of
from ouverture.services.casework.suggestions import FIRST_ANSWERS
from ouverture.services.casework.typed_values import cents_of
from tests.dossier.acting import after, opened

DAY = date(2026, 3, 2)


def with_papers() -> File:
    return after(opened(), Deposit(("identity_document", "birth_certificate"), ground="resident"), date(2026, 1, 6))


def errors(kind: str, typed: dict[str, Any], file: File | None = None) -> dict[str, str]:
    answer = command_from(kind, typed, file or opened(), DAY)
    assert isinstance(answer, FieldErrors), answer
    return {one.field: one.says.en for one in answer.errors}


def test_every_list_and_first_answer_that_a_question_names_is_drawn_from_the_file() -> None:
    assert set(LISTS) == named_lists("choose")
    assert set(FIRST_ANSWERS) == named_lists("suggest")


NOBODY_IS_ASKED = {"elsewhere"}
"""What whoever carries the order out knows better than the person who types it."""


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_act_has_a_form_for_an_empty_file_and_for_one_under_way(kind: str) -> None:
    for file in (File(), opened(), opened("recorded"), with_papers()):
        form = form_of(kind, file, DAY)
        asked = [field.name for field in fields(cast(Any, COMMANDS[kind])) if field.name not in NOBODY_IS_ASKED]
        assert [one.name for one in form.fields] == asked


def test_papers_on_the_desk_are_offered_to_be_judged_and_no_others() -> None:
    field = form_of("accept_piece", with_papers(), DAY).fields[0]
    assert [one.value for one in field.choices] == ["identity_document", "birth_certificate"]
    assert field.choices[0].label.en.startswith("Identity document")


def test_what_was_typed_becomes_the_command() -> None:
    typed = {"piece": " identity_document ", "reason": "cannot be read", "what_would_do": "a clear copy"}
    wanted = command_from("refuse_piece", typed, with_papers(), DAY)
    assert wanted == RefusePiece("identity_document", "cannot be read", "a clear copy")


def test_a_field_left_out_or_empty_is_what_it_usually_is() -> None:
    assert command_from("order_card", {"form": "app", "route": ""}, opened(), DAY) == OrderCard(form="app")


def test_a_list_sent_empty_is_empty_and_one_not_sent_is_the_usual_one() -> None:
    assert command_from("order_card", {"given": []}, opened(), DAY) == OrderCard(given=())
    assert command_from("order_card", {}, opened(), DAY) == OrderCard()


def test_a_text_of_several_lines_is_several_answers_where_several_are_asked_for() -> None:
    wanted = command_from("record_search", {"found": "2 99 07 99 404 123\n299079940412333\n\n"}, opened(), DAY)
    assert wanted == RecordSearch(("2990799404123", "299079940412333"))


def test_values_of_a_program_are_read_like_typed_ones() -> None:
    typed = {"claim": "c1", "care_on": "2026-02-01", "lines": ["visit 30,00", "X ray : 12.5"], "electronic": True}
    wanted = command_from("receive_claim", typed, opened(), DAY)
    assert wanted == ReceiveClaim("c1", date(2026, 2, 1), (("visit", 3000), ("X ray", 1250)), True)


def test_a_line_repaid_is_counted_from_one_as_on_paper() -> None:
    wanted = command_from("price_claim", {"claim": "c1", "lines": "1: 30,00 19,00"}, opened(), DAY)
    assert wanted == PriceClaim("c1", (PricedLine(0, 3000, 1900),))


def test_a_number_found_is_chosen_by_its_place_and_never_shown_in_full() -> None:
    file = after(opened(), RecordSearch(("299079940412333", "298079940412382")), date(2026, 1, 6))
    field = next(one for one in form_of("settle_as", file, DAY).fields if one.name == "number")
    assert [one.value for one in field.choices] == ["1", "2"]
    assert "299079940412333" not in repr(field)
    wanted = command_from("settle_as", {"number": "2", "why": "same birth", **_agent()}, file, DAY)
    assert isinstance(wanted, SettleAs)
    assert wanted.number == "298079940412382"


def _agent() -> dict[str, str]:
    return {"agent": "agent 1"} if "agent" in SettleAs.__dataclass_fields__ else {}


def test_several_acts_are_read_each_with_its_answers() -> None:
    orders = [{"act": "accept_piece", "piece": "identity_document"}, {"act": "withdraw"}]
    wanted = command_from("together", {"orders": orders}, with_papers(), DAY)
    assert isinstance(wanted, Together)
    assert wanted.orders[0] == AcceptPiece("identity_document")


@pytest.mark.parametrize(
    ("kind", "typed", "field", "said"),
    [
        ("accept_piece", {}, "piece", "Paper: answer this question."),
        ("accept_piece", {"piece": "identity_document", "colour": "red"}, "colour", "“colour” is not a question"),
        ("withdraw", {"why": "x"}, "why", "which asks none"),
        ("accept_piece", {"piece": ["a", "b"]}, "piece", "one answer only, not 2"),
        ("accept_piece", {"piece": "x" * 5000}, "piece", "4000 signs at most"),
        ("accept_piece", {"piece": "a\x00b"}, "piece", "cannot be seen"),
        ("grant_application", {"ground": "resident", "rights_from": "2026-02-31"}, "rights_from", "Rights from: "),
        ("issue_receipt", {"service": "desk", "remedies": "perhaps"}, "remedies", "answer yes or no"),
        ("declare_card_lost", {"how": "eaten"}, "how", "lost, stolen, it does not work"),
        ("forward", {"to": "000"}, "to", "Right caisse: "),
        ("refuse_line", {"claim": "c", "line": "one", "code": "x", "text": "y"}, "line", "whole number"),
        ("notice_overpayment", {"claim": "c", "cents": "12,345", "why": "x"}, "cents", "for instance 25.00"),
        ("issue_waiting_number", {"number": "12"}, "number", "thirteen or fifteen"),
        ("receive_claim", {"claim": "c", "care_on": "2026-01-01", "lines": "visit"}, "lines", "visit 30.00"),
        ("price_claim", {"claim": "c", "lines": "0: 1 1"}, "lines", "1: 30.00 19.00"),
        ("deposit", {"pieces": "passport", "facts": "no such fact = yes"}, "facts", "The person's answers: "),
        ("deposit", {"pieces": "passport", "facts": "colour"}, "facts", "question = answer"),
        ("together", {"orders": "x"}, "orders", "a list of acts"),
        ("dance", {}, "", "“dance” is not a known act."),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_one_sentence_naming_the_question(
    kind: str, typed: dict[str, Any], field: str, said: str
) -> None:
    found = errors(kind, typed)
    assert set(found) == {field}
    assert said in found[field]
    assert "\n" not in found[field]


def test_a_day_is_read_in_the_language_of_the_page_and_asked_back_where_none_is_known() -> None:
    typed = {"claim": "c1", "care_on": "03/04/2026", "lines": "visit 30"}
    wanted = command_from("receive_claim", typed, opened(), DAY, "fr")
    assert isinstance(wanted, ReceiveClaim)
    assert wanted.care_on == date(2026, 4, 3)
    assert set(errors("receive_claim", typed)) == {"care_on"}


def test_every_wrong_answer_is_named_at_once_and_nothing_is_made() -> None:
    assert set(errors("refuse_piece", {"reason": "", "when": "now"})) == {"piece", "reason", "what_would_do", "when"}


def test_what_a_caisse_here_must_say_may_be_left_out_of_what_was_seen_outside() -> None:
    typed = {"hold": "h", "reason": "data_being_checked"}
    assert set(errors("place_hold", typed)) >= {"blocks", "review_on"}
    assert isinstance(command_from("place_hold", typed, opened("recorded"), DAY), PlaceHold)


def test_a_number_typed_in_a_wrong_place_is_not_said_back() -> None:
    assert "299079940412333" not in errors("declare_card_lost", {"how": "299079940412333"})["how"]


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("25", 2500), ("25,5", 2550), ("1 250,00 €", 125000), ("€0.10", 10), ("", None), ("1.000", None), ("-5", None),
     ("1e3", None), ("٣", None), ("12 34", None)],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it_or_not_at_all(typed: str, cents: int | None) -> None:
    assert cents_of(typed) == cents


@pytest.mark.parametrize(
    ("typed", "line"),
    [("visit 30,00", ("visit", 3000)), ("visit: 30", ("visit", 3000)), ("bed 12 30,00", ("bed 12", 3000)),
     ("bed 12 : 1 250,00", ("bed 12", 125000)), ("12:30 visit 30 €", ("12:30 visit", 3000)), ("X ;5.5", ("X", 550))],
)  # fmt: skip
def test_a_line_of_a_sheet_is_an_act_then_an_amount(typed: str, line: tuple[str, int]) -> None:
    wanted = command_from("receive_claim", {"claim": "c1", "care_on": "2026-02-01", "lines": typed}, opened(), DAY)
    assert isinstance(wanted, ReceiveClaim)
    assert wanted.lines == (line,)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gp -1", "a sum cannot be negative (-1)"),
        ("gp : -1,00 €", "a sum cannot be negative"),
        ("gp 1000000000", "check this sum, too large for care (1000000000)"),
        ("gp : 1 000 000 000,00", "check this sum"),
        ("gp 1 250,00", '"gp 1 250,00" can be read in two ways; put a colon before the sum'),
        ("gp 1e9", "write one act on each line"),
        ("gp a lot", "write one act on each line"),
        ("25,00 €", "write one act on each line"),
    ],
)
def test_a_fee_that_cannot_be_is_one_sentence(line: str, words: str) -> None:
    sheet = {"claim": "s1", "care_on": "2026-02-10", "lines": line, "electronic": "no"}
    assert words in errors("receive_claim", sheet)["lines"]


@pytest.mark.parametrize(("typed", "words"), [("-1", "cannot be negative"), ("9999999999", "check this sum")])
def test_a_price_of_the_caisse_that_cannot_be_is_one_sentence_for_each_field(typed: str, words: str) -> None:
    prices = {"claim": "s1", "lines": f"1: 30,00 {typed}", "owed": typed, "recovered": typed, "why": ""}
    told = errors("price_claim", prices)
    assert {field for field, said in told.items() if words in said} == {"lines", "owed", "recovered"}


def test_a_fee_with_its_sign_and_comma_is_read() -> None:
    typed = {"claim": "s1", "care_on": "2026-02-10", "lines": "gp 25,00 €", "electronic": "no"}
    assert command_from("receive_claim", typed, opened(), DAY) == ReceiveClaim("s1", date(2026, 2, 10), (("gp", 2500),))
