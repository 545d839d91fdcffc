"""What letters ask for: invented letters whose answers were written by hand from the facts, then the edges."""

from typing import Any

import pytest

from ouverture.evidence.checklist import checklist
from ouverture.evidence.papers import PAPERS
from ouverture.law.rulebook import rulebook
from ouverture.text import Text
from ouverture.wording.demands.demand import LocalRule
from ouverture.wording.demands.letter import explained, read_letter
from ouverture.wording.demands.reading import askings
from tests.evidence.invented import AMERICAN_SPOUSE, TODAY, ground_of, person_of
from tests.wording.demands.invented_letters import FACTS, PROOF, agrees, letters, reading

LETTERS = list(letters())
LAW = rulebook().on(TODAY)


def test_there_are_thirty_letters_with_a_hundred_and_twenty_demands() -> None:
    assert len(LETTERS) == 30
    assert sum(len(letter["demands"]) for letter in LETTERS) == 120


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: str(letter["name"]))
def test_every_demand_of_a_letter_is_judged_as_by_hand(letter: dict[str, Any]) -> None:
    found = reading(letter).demands
    assert len(found) == len(letter["demands"]), [demand.written for demand in found]
    for demand, expected in zip(found, letter["demands"], strict=True):
        assert agrees(demand, expected), (demand.written, demand.kind, demand.paper, expected)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: str(letter["name"]))
def test_the_answer_is_filled_in_both_languages_and_does_not_shout(letter: dict[str, Any]) -> None:
    answer = reading(letter).answer
    assert answer is not None
    for words in answer:
        assert words
        assert not set("{}!") & set(words.replace(letter["text"], ""))
    for demand in reading(letter).demands:
        assert demand.written in answer.fr


@pytest.mark.parametrize("person", FACTS)
def test_no_paper_of_a_list_is_ever_without_basis(person: str) -> None:
    """Each paper of the list, asked for by its own label, in a letter to the very person."""
    facts = FACTS[person]
    known, ground = person_of(facts), ground_of(facts)
    for label in (label for line in checklist(known, ground, LAW, TODAY).papers for label in line.paper.label):
        letter = f"Merci de fournir :\n- {label}\n"
        kinds = {demand.kind for demand in read_letter(letter, known, ground, LAW, TODAY).demands}
        assert "without_basis_found" not in kinds, label
    nothing_known = [
        read_letter(letter["text"], {}, None, LAW, TODAY) for letter in LETTERS if letter["person"] == person
    ]
    assert all(d.kind != "without_basis_found" for r in nothing_known for d in r.demands)


def test_a_demand_without_basis_names_an_article_and_asks_for_the_text() -> None:
    for letter in LETTERS:
        for demand in reading(letter).demands:
            if demand.kind == "without_basis_found":
                assert demand.articles, demand.written


def test_what_is_already_sent_is_shown_with_its_proof() -> None:
    letter = "Merci de nous envoyer un RIB."
    known, ground = person_of(AMERICAN_SPOUSE), ground_of(AMERICAN_SPOUSE)
    found = read_letter(letter, known, ground, LAW, TODAY, sent={"bank_details": PROOF})
    assert found.demands[0].sent == PROOF
    assert found.answer is not None
    assert "1A 123 456 7890 1" in found.answer.fr


def test_a_rule_declared_for_a_later_day_does_not_count_yet() -> None:
    known, ground = person_of(AMERICAN_SPOUSE), ground_of(AMERICAN_SPOUSE)
    rule = LocalRule("two_bills", TODAY.replace(year=2027), Text("Plus tard.", "Later."))
    found = read_letter("Merci d'envoyer deux factures successives.", known, ground, LAW, TODAY, declared=[rule])
    assert found.demands[0].kind == "without_basis_found"


def test_what_depends_on_a_fact_says_which() -> None:
    found = read_letter("Merci de fournir votre titre de séjour.", {}, None, LAW, TODAY)
    demand = found.demands[0]
    assert demand.kind == "depends"
    said = explained(demand)
    assert said is not None
    assert said.fr.startswith("Cela dépend")


@pytest.mark.parametrize(
    "letter",
    [
        "",
        "Nous avons bien reçu votre passeport et votre acte de naissance. Cordialement.",
        "Votre dossier est en cours d'examen. Veuillez patienter.",
        "Inutile de nous envoyer un RIB.",
    ],
)
def test_a_letter_that_asks_for_nothing_has_no_demand_and_no_answer(letter: str) -> None:
    found = read_letter(letter, {}, None, LAW, TODAY)
    assert found.demands == ()
    assert found.answer is None


def test_an_unknown_paper_is_quoted_as_written_and_never_guessed() -> None:
    letter = "Pièces à fournir :\n- le feuillet bleu n° 7\n- acte de naissance\n"
    known, ground = person_of(AMERICAN_SPOUSE), ground_of(AMERICAN_SPOUSE)
    found = read_letter(letter, known, ground, LAW, TODAY).demands
    assert (found[0].kind, found[0].written) == ("not_understood", "le feuillet bleu n° 7")


def test_the_reading_is_plain_values() -> None:
    values = reading(LETTERS[0]).to_json()
    assert values["demands"][0]["kind"]
    assert set(values["answer"]) == {"fr", "en"}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_recognised_by_its_own_label(name: str) -> None:
    for label in PAPERS[name].label:
        found = [thing for asking in askings(f"Merci de fournir :\n- {label}\n") for thing in asking.things]
        assert name in {paper for thing in found for paper in thing.papers}, label


def test_a_recent_proof_of_address_is_not_three_months_of_bills() -> None:
    known, ground = person_of(AMERICAN_SPOUSE), ground_of(AMERICAN_SPOUSE)
    for words in ("justif. de domicile de - de 3 mois", "justificatif de domicile de moins de 3 mois"):
        found = read_letter(f"Document manquant : {words}", known, ground, LAW, TODAY).demands
        assert [(demand.kind, demand.paper) for demand in found] == [("required", "proof_of_address")]
