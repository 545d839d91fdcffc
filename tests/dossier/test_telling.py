"""What the person is told: words for every event, nothing left unfilled, numbers only where they are given."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import get_args, get_origin

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.application.events import ApplicationRefused, PiecesRequested, SilenceDecided
from ouverture.dossier.attachment.events import FileClosed, TakenOver
from ouverture.dossier.claim.events import ClaimPaid, ClaimPriced, LineRefused, PricedLine
from ouverture.dossier.examples import examples
from ouverture.dossier.examples import said as said_fields
from ouverture.dossier.file import AGGREGATES, File, evolve
from ouverture.dossier.hold.events import HoldPlaced
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import EVENTS, Event, Moment
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.number.events import PaymentsSuspended, Replaced, WaitingNumberIssued
from ouverture.dossier.policies.reach import ENCLOSED
from ouverture.dossier.records import masked_fields
from ouverture.dossier.rights.events import RightsReEvaluated
from ouverture.dossier.telling import letter, said
from ouverture.dossier.watch.events import Escalated
from ouverture.dossier.words import table
from ouverture.text import Text
from tests.dossier.acting import after, opened
from tests.dossier.chance import BEGINS, some_command, some_event

DAY = date(2026, 5, 4)
AT = Moment(DAY, "caisse")
NUMBER = "291079940412337"
SEEDS = range(12)
GIVE_A_NUMBER = {kind.kind for kind, papers in ENCLOSED.items() if "number" in papers}


def concerning() -> list[type[Event]]:
    return [kind for part in AGGREGATES for kind in part.transitions if kind.concerns_person is not False]


every_kind = pytest.mark.parametrize("kind", concerning(), ids=lambda kind: kind.kind)


def sound(words: Text) -> None:
    """Nothing unfilled, nothing empty, no sentence that stops in the middle."""
    for one in words:
        assert one.strip()
        for wrong in ("{", "}", "None", "  ", "()", " .", "..", "!"):
            assert wrong not in one, one
        assert one.rstrip()[-1] in ".»", one


def test_words_given_in_both_languages_are_each_said_in_their_own() -> None:
    amounts = Text("Le plafond est de 11 000 €.", "The ceiling is €11,000.")
    words = said(RightsReEvaluated(AT, "resident", DAY, ("invented order",), amounts))
    sound(words)
    assert "Le plafond" in words.fr
    assert "ceiling" not in words.fr
    assert "The ceiling" in words.en
    assert "plafond" not in words.en


@every_kind
def test_every_event_that_concerns_the_person_has_its_words(kind: type[Event]) -> None:
    for happened in examples(kind.kind):
        sound(said(happened))


@every_kind
def test_every_choice_of_an_event_is_said_in_words(kind: type[Event]) -> None:
    row = table("told")[kind.kind]
    for name, hint in said_fields(kind).items():
        if (
            get_origin(hint) is not get_args(hint)
            and f"{{{name}}}" in row["fr"]
            and str(hint).startswith("typing.Literal")
        ):
            assert set(get_args(hint)) <= set(table("told_words")[name]), name


def test_no_words_are_left_without_their_event() -> None:
    built = {part.name for part in AGGREGATES}
    kinds = {kind.kind for kind in concerning()}
    of_parts_to_come = {kind for kind, one in table("told").items() if kind not in EVENTS}
    assert set(table("told")) - of_parts_to_come == kinds
    assert not of_parts_to_come or "envelope" not in built


def test_both_languages_are_filled_with_the_same_values() -> None:
    for kind, row in table("told").items():
        for words in (row, *(one for field in row.values() if isinstance(field, dict) for one in field.values())):
            assert _names(words["fr"]) == _names(words["en"]), kind


def _names(words: str) -> set[str]:
    return {part.partition("}")[0] for part in words.split("{")[1:]}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_letter_about_anything_is_filled(seed: int) -> None:
    chance = Random(seed)
    file = opened("recorded", DAY)
    for _ in range(60):
        happened = some_event(chance, DAY)
        file = evolve(file, happened)
        if happened.concerns_person:
            sound(said(happened))
            for language in letter((happened,), file, DAY):
                assert "None" not in language
                assert "{" not in language
                assert happened.kind in GIVE_A_NUMBER or NUMBER not in language


@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_of_a_file_gives_a_letter_that_can_be_read(seed: int) -> None:
    chance = Random(seed)
    file, day, letters = opened("connected"), BEGINS, 0
    for _ in range(80):
        day += timedelta(days=chance.choice((0, 0, 1, 20)))
        outcome = run(file, some_command(chance), day)
        if isinstance(outcome, Appended) and any(one.concerns_person for one in outcome.events):
            file, letters = outcome.file, letters + 1
            sound(letter(outcome.events, file, day))
        if file.attachment.stage == "closed":
            file = opened("connected", day)
    assert letters > 1


def test_only_the_message_that_gives_a_number_shows_it() -> None:
    assert NUMBER in said(WaitingNumberIssued(AT, NUMBER)).fr
    words = said(Replaced(AT, NUMBER, "185039940401735", "Cnav"))
    for one in words:
        assert NUMBER not in one
        assert "185039940401735" in one
        assert "…337" in one


def test_numbers_are_shown_only_where_they_are_enclosed() -> None:
    for kind, row in table("told").items():
        if shown := row.get("shows"):
            assert kind in GIVE_A_NUMBER
            assert set(shown) <= masked_fields(kind)


@every_kind
def test_a_sealed_value_is_masked_unless_the_message_gives_it(kind: type[Event]) -> None:
    plain = examples(kind.kind)[0]
    for name in masked_fields(kind.kind) - set(table("told")[kind.kind].get("shows", ())):
        assert NUMBER not in said(replace(plain, **{name: NUMBER})).fr  # type: ignore[arg-type]


def test_an_account_is_never_said_in_full() -> None:
    words = said(ClaimPaid(AT, "s1", 1850, "FR7610107001011234567890129"))
    assert "1234567890129" not in words.fr
    assert words.en == "€18.50 are on their way to your account (FR76…0129), for care sheet s1."


def test_a_request_for_papers_names_them_their_texts_and_the_day() -> None:
    words = said(PiecesRequested(AT, ("birth_certificate", "two_bills"), ("CSS R114-7", ""), date(2026, 7, 4)))
    assert "CSS R114-7" in words.fr
    assert "samedi 4 juillet 2026" in words.fr
    assert "birth_certificate" not in words.fr
    assert "aucun texte n'est donné" in words.fr


def test_suspended_payments_say_that_rights_stay_open_and_what_ends_it() -> None:
    words = said(PaymentsSuspended(AT))
    assert "Vos droits restent ouverts" in words.fr
    assert "send the document" in words.en


def test_a_silence_says_its_sense_and_that_sources_disagree() -> None:
    refusal, acceptance = said(SilenceDecided(AT, "refusal")).en, said(SilenceDecided(AT, "acceptance")).en
    assert "Sources disagree" in refusal
    assert "as a refusal" in refusal
    assert "as an acceptance" in acceptance


def test_a_refusal_without_remedies_says_that_no_time_runs() -> None:
    assert "does not run against you" in said(ApplicationRefused(AT, "papers_missing", "CRPA L114-5", False)).en
    assert "does not run" not in said(ApplicationRefused(AT, "papers_missing", "CRPA L114-5", True)).en


def test_caisses_amounts_and_lines_are_said_as_on_paper() -> None:
    assert "751" not in said(TakenOver(AT, "751")).fr
    assert "no such caisse" in said(TakenOver(AT, "no such caisse")).fr
    assert "18,50" in said(ClaimPriced(AT, "s1", (PricedLine(0, 2650, 1800), PricedLine(1, 100, 50)))).fr
    assert said(LineRefused(AT, "s1", 0, "X", "pas remboursable")).fr.startswith("La ligne 1 ")


def test_a_hold_says_why_what_ends_it_who_owns_it_and_its_review_day() -> None:
    words = said(HoldPlaced(AT, "h1", "data_being_checked", "agent 1", (), date(2026, 5, 19), "", "")).en
    for part in ("Your data are being checked.", "Your rights and repayments go on.", "agent 1", "Tuesday 19 May 2026"):
        assert part in words


def test_a_reason_typed_with_its_full_stop_has_one() -> None:
    assert "Reason: no stable residence. Text:" in said(ApplicationRefused(AT, "no stable residence. ", "", True)).en


def test_a_number_typed_in_a_reason_is_masked() -> None:
    words = said(ApplicationRefused(AT, f"see {NUMBER}", "FR7610107001011234567890129", True)).en
    assert words.startswith("Your claim is refused. Reason: see …337. Text: …129.")


def test_a_late_office_is_named_with_what_it_owed() -> None:
    words = said(Escalated(AT, "decide", "", date(2026, 5, 1), 1)).en
    assert "The caisse must decide by Friday 1 May 2026." in words
    assert "The head of the desk is told" in words


def test_a_letter_says_what_happened_who_acts_next_and_what_is_enclosed() -> None:
    file = opened()
    file = after(file, Deposit(("identity_document",), ground="joins_insured_family"), DAY)
    file = after(file, AcceptPiece("identity_document"), DAY)
    file = after(file, RecordSearch(()), DAY)
    file = after(file, GrantApplication("joins_insured_family", DAY), DAY)
    outcome = run(file, IssueWaitingNumber(NUMBER), DAY)
    assert isinstance(outcome, Appended)
    happened, following, papers = letter(outcome.events, outcome.file, DAY).en.split("\n\n")
    assert NUMBER in happened
    assert following.startswith("What comes next: ")
    assert papers.startswith("With this message: the document that bears your number")


def test_the_letter_of_a_closed_file_says_that_nothing_more_is_awaited() -> None:
    closed = FileClosed(AT, "left_france", "")
    file = evolve(opened(), closed)
    words = letter((closed,), file._replace(messages=File().messages), DAY)
    assert words.fr.endswith("rien n'y est plus attendu de vous.")
