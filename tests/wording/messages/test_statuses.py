"""A few words alone: known as written, asked when nobody can tell, and otherwise said not to be known."""

from collections import Counter

import pytest

from ouverture.wording.messages import statuses
from ouverture.wording.messages.answers import Nearest, NotRecognised, Recognised
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.features import plain_words


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Photo refusée", "photo_refused"),
        ("Photo refusée : fond blanc", "photo_refused"),
        ("Votre dossier est incomplet", "pieces_requested"),
        ("Statut : en cours de traitement", "file_in_process"),
        ("Application rejected", "claim_refused"),
        ("Il faut attendre trois mois", "told_to_wait_three_months"),
        ("Médecin traitant non déclaré", "no_doctor"),
        ("Refus : séjour irrégulier", "refused_stay"),
        ("الملف غير مكتمل", "pieces_requested"),
    ],
)
def test_a_status_that_says_one_thing_is_known_and_one_is_told_to_check(text: str, entry: str) -> None:
    found = decode(text)
    assert isinstance(found, Recognised)
    assert (found.entry.id, found.near) == (entry, True)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Refus", "claim_refused"),
        ("Demande acceptée", "claim_accepted"),
        ("Dossier clos", "file_closed_no_papers"),
        ("NIR non certifié", "waiting_number"),
        ("Fin de droits 31/12/2026", "rights_closing"),
    ],
)
def test_a_status_that_may_be_several_is_asked(text: str, first: str) -> None:
    found = decode(text)
    assert isinstance(found, Nearest)
    assert (found.choices[0].entry.id, found.elsewhere) == (first, True)


@pytest.mark.parametrize(
    "text", ["Non", "OK", "Annulé", "Visa refusé", "Carte bancaire refusée", "Demande de logement refusée", "Trop tard"]
)
def test_a_few_words_that_stand_nowhere_are_not_guessed(text: str) -> None:
    assert isinstance(decode(text), NotRecognised)


def test_no_status_stands_twice_and_each_is_short_enough_to_be_met() -> None:
    written = [words for row in statuses._data()["status"] for words in row["words"]]
    assert [words for words, times in Counter(written).items() if times > 1] == []
    assert max(len(plain_words(words).split()) for words in written) <= statuses.MOST_WORDS
    assert {len(row.get("one_of", "is")) for row in statuses._data()["status"]} <= {2, 3}
