"""The command and the page give the same answer; what a person tells in a few words is not read as a letter."""

import json
from datetime import date

import pytest

from ouverture.cli import main
from ouverture.services.heard.message import hear, is_only_told

TODAY = date(2026, 11, 23)
REFUSED = """Votre demande d'affiliation à l'assurance maladie est refusée car votre séjour n'est pas régulier.
Vous pouvez contester cette décision devant la commission de recours amiable dans un délai de deux mois."""


def test_the_command_reads_a_letter_that_asks_and_one_that_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "--json", REFUSED]) == 0
    assert json.loads(capsys.readouterr().out)["refusal"]["decision"] == "claim"
    asking = "Vous devez fournir une facture d'électricité à votre nom de moins de trois mois."
    assert main(["message", "--json", asking]) == 0
    assert len(json.loads(capsys.readouterr().out)["letter"]["demands"]) == 1


def test_the_lines_of_the_command_say_what_is_refused() -> None:
    heard = hear(REFUSED, {}, {}, TODAY)
    assert "This letter refuses a claim." in heard.sentences("en")


@pytest.mark.parametrize(
    "text",
    ["Vos droits sont fermés.", "The CPAM refused my claim and I do not know why, my wife is insured here since 2019."],
)
def test_a_few_words_told_are_not_read_as_a_letter_that_leaves_something_out(text: str) -> None:
    assert is_only_told(text)
    assert hear(text, {}, {}, TODAY).refusal is None


def test_the_refusal_of_the_prefecture_gets_neither_our_law_nor_our_board() -> None:
    text = """The prefecture refused my carte Vitale as proof of health insurance for the renewal of my visitor permit
    and wants a private policy."""
    heard = hear(text, {}, {}, TODAY)
    assert heard.refusal is None
    assert heard.letter is None
    assert "administrative court" in " ".join(heard.sentences("en"))
