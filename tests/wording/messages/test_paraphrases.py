"""Letters told in other words than the catalogue's, and letters of other offices with the same turns of phrase.

Held-out letters are not looked at while words are chosen. First look, 2026-11-23: 69 of 75 right, 6 not recognised,
none wrong (the decoder before: 6 right, 17 wrong); 68 since, one given up for caution. That figure flatters: the same
hand wrote the letters and chose the words. Letters of another hand (``tests/wording/refusals``, 38 with words) gave 18
right and 4 wrong at first look (before: 13 and 15); the four were then mended, so these are no longer unseen.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ouverture.text import LANGUAGES
from ouverture.wording.messages.answers import NEAR, UNNAMED, NotRecognised, Recognised
from ouverture.wording.messages.catalogue import all_messages, sides
from ouverture.wording.messages.decoding import decode

DATA = Path(__file__).parent / "data"
WRITTEN = tomllib.loads((DATA / "paraphrases.toml").read_text(encoding="utf-8"))
HELD_OUT = [letter for letter in WRITTEN["letter"] if letter.get("held_out")]
TUNED = [letter for letter in WRITTEN["letter"] if not letter.get("held_out")]
REFUSALS = tomllib.loads((DATA.parents[1] / "refusals" / "data" / "letters.toml").read_text(encoding="utf-8"))["letter"]
TRAPS = tomllib.loads((DATA / "traps.toml").read_text(encoding="utf-8"))["letter"]
APPEALS = frozenset(sides())
DECISIONS = {
    "claim": {"claim_refused", "refused_residence_time", "refused_stay", "refused_visitor", "refused_other_state"},
    "closing": {"rights_closing"},
    "board": {"cra_refused"},
    "c2s": {"c2s_refused"},
}
TOLD_AS_WELL = "\n\nMerci de conserver ce courrier.\nLe directeur de la caisse primaire d'assurance maladie"


def recognised(text: str) -> str:
    """The entry, or "" when the answer is that the message is not recognised."""
    answer = decode(text)
    return answer.entry.id if isinstance(answer, Recognised) else ""


def is_right(letter: dict[str, Any], found: str) -> bool:
    return found in {letter["id"], *letter.get("also", ())}


def wrong(letters: list[dict[str, Any]], end: str = "") -> list[tuple[str, str, str]]:
    """Those answered with another message than theirs; silence is not wrong."""
    found = [(letter, recognised(letter["text"] + end)) for letter in letters]
    return [(letter["id"], name, letter["text"]) for letter, name in found if name and not is_right(letter, name)]


def test_each_kind_of_letter_is_told_four_times_and_ten_in_english() -> None:
    french = [letter["id"] for letter in WRITTEN["letter"] if letter["language"] == "fr"]
    assert len(set(french)) == 35
    assert {french.count(name) for name in french} == {4}
    assert set(french) <= {entry.id for entry in all_messages()}
    assert len(WRITTEN["letter"]) - len(french) == 10
    assert len(HELD_OUT) == len(TUNED) == 75


def test_nine_letters_in_ten_of_the_tuned_half_are_right_and_none_is_wrong() -> None:
    assert wrong(TUNED) == []
    assert sum(is_right(letter, recognised(letter["text"])) for letter in TUNED) >= 0.9 * len(TUNED)


def test_no_held_out_letter_is_answered_with_a_wrong_advice_on_an_appeal() -> None:
    right = sum(is_right(letter, recognised(letter["text"])) for letter in HELD_OUT)
    mistaken = wrong(HELD_OUT)
    print(f"held out: {right} of {len(HELD_OUT)} right, {len(mistaken)} wrong")
    assert [one for one in mistaken if APPEALS & set(one[:2])] == []


def test_an_ending_changes_no_advice_on_an_appeal() -> None:
    assert [one for one in wrong([*TUNED, *HELD_OUT], TOLD_AS_WELL) if APPEALS & set(one[:2])] == []


@pytest.mark.parametrize("letter", REFUSALS, ids=lambda letter: str(letter["name"]))
def test_a_refusal_written_by_another_hand_is_never_taken_for_another_decision(letter: dict[str, Any]) -> None:
    found = recognised(letter["text"]) if letter["text"].strip() else ""
    if found in APPEALS:
        assert found in DECISIONS.get(letter.get("decision", ""), {"claim_accepted"})


def test_letters_of_thirty_other_offices_are_not_taken_for_ours() -> None:
    assert len(WRITTEN["neighbour"]) == 30
    answers = [decode(neighbour["text"]) for neighbour in WRITTEN["neighbour"]]
    taken = [answer for answer in answers if not isinstance(answer, NotRecognised)]
    assert all(isinstance(answer, Recognised) and not answer.names_us for answer in taken)
    assert len(taken) <= 2


@pytest.mark.parametrize("who", ["de la Caf", "de l'Urssaf", ""])
def test_a_refusal_that_says_how_to_appeal_is_not_the_answer_to_an_appeal(who: str) -> None:
    how = f"Vous pouvez saisir la commission de recours amiable {who} dans un délai de deux mois."
    for refusal in ("Votre demande est rejetée.", "Nous ne pouvons donner une suite favorable à votre demande.", ""):
        assert recognised(f"{refusal} {how}") not in {"cra_refused", "cra_received", "cra_granted", "cra_silence"}


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: str(trap["text"])[:40])
def test_another_board_a_denial_or_a_remedy_told_in_full_is_not_misread(trap: dict[str, Any]) -> None:
    assert recognised(trap["text"]) in {"", *trap["may_be"]}


def test_two_opposite_readings_as_near_as_each_other_give_no_advice() -> None:
    text = "La commission de recours amiable a maintenu la décision de la caisse. La commission n'a pas répondu."
    assert recognised(text) not in APPEALS


def test_words_that_are_near_but_not_the_same_are_said_so_in_both_languages() -> None:
    near = decode(
        "La photo jointe à votre demande de carte Vitale n'est pas conforme. Merci d'en renvoyer une nouvelle."
    )
    same = decode("Nous n'avons aucune trace de votre dossier.")
    assert isinstance(near, Recognised)
    assert isinstance(same, Recognised)
    assert (near.near, same.near) == (True, False)
    assert (near.to_json()["near"], same.to_json()["near"]) == (True, False)
    for language in LANGUAGES:
        assert NEAR.to(language) in near.sentences(language)
        assert NEAR.to(language) not in same.sentences(language)
        assert UNNAMED.to(language) not in near.sentences(language)
