"""What is easily misread in a letter: the back of the sheet, the board's silence, a photo, other offices."""

from datetime import date

import pytest

from ouverture.wording.refusals.letter import NotARefusal, RefusalRead, read_refusal

DAY = date(2026, 3, 2)
REFUSED = "Votre demande d'affiliation est refusée car votre séjour n'est pas régulier."


def _read(text: str) -> RefusalRead:
    found = read_refusal(text, DAY)
    assert isinstance(found, RefusalRead), found
    return found


@pytest.mark.parametrize(
    "words",
    [
        "Les voies et délais de recours figurent au verso.",
        "Voir au dos les voies de recours.",
        "Les voies de recours sont indiquées dans la notice jointe.",
        "You will find how to appeal on the sheet attached.",
    ],
)
def test_remedies_on_a_sheet_that_we_do_not_have_are_counted_as_told(words: str) -> None:
    found = _read(f"{REFUSED}\n{words}")
    assert (found.remedies, found.clock, found.due) == ("elsewhere", "runs", date(2026, 5, 2))
    assert any("which we do not have" in line for line in found.sentences("en"))


def test_the_time_to_appeal_is_read_although_the_sentence_goes_on_about_silence() -> None:
    found = _read(
        f"{REFUSED} Vous pouvez saisir la commission de recours amiable dans les deux mois ; sans réponse de sa part "
        "sous deux mois, votre recours sera rejeté."
    )
    assert (found.remedies, found.due) == ("told", date(2026, 5, 2))


def test_a_shorter_time_in_the_letter_is_the_day_to_live_by() -> None:
    found = _read(f"{REFUSED} Vous avez un mois pour saisir la commission de recours amiable.")
    assert (found.due, found.live_by) == (date(2026, 5, 2), date(2026, 4, 2))


@pytest.mark.parametrize("words", ["le tribunal administratif", "le directeur par un recours gracieux"])
def test_another_body_than_the_laws_is_said_and_the_clock_counted_to_be_safe(words: str) -> None:
    found = _read(f"{REFUSED} Vous pouvez saisir {words} dans un délai de deux mois.")
    assert (found.remedies, found.clock) == ("another_way", "runs")


def test_a_court_of_the_wrong_kind_is_not_the_boards_sequel() -> None:
    found = _read(
        "La commission de recours amiable a décidé de rejeter votre recours. "
        "Vous pouvez saisir le tribunal administratif dans un délai de deux mois."
    )
    assert (found.decision, found.remedies) == ("board", "another_way")


@pytest.mark.parametrize(
    "text",
    [
        "Nous ne pouvons ouvrir vos droits : vous ne résidez pas en France depuis plus de trois mois.",
        "We cannot open your rights to health insurance as you have not lived in France for more than three months.",
        "Objet : refus d'affiliation à l'assurance maladie.\nVous ne résidez pas en France depuis assez longtemps.",
    ],
)
def test_rights_that_cannot_be_opened_are_refused(text: str) -> None:
    found = _read(text)
    assert [reason.name for reason in found.reasons] == ["residence_time"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("vous n'avez pas fourni de RIB", "bank_details"),
        ("vous n'avez pas fourni de relevé d'identité bancaire", "bank_details"),
        ("vous avez un visa visiteur et devez garder une assurance privée", "private_insurance"),
        ("vous n'avez pas le nombre d'heures de travail requis", "hours_of_work"),
        ("vous ne justifiez pas de votre identité", "identity"),
    ],
)
def test_a_reason_is_known_by_its_own_words_and_not_by_a_neighbours(said: str, reason: str) -> None:
    names = {found.name for found in _read(f"Votre demande d'affiliation est refusée car {said}.").reasons}
    assert reason in names
    assert names <= {reason, "missing_paper"}


@pytest.mark.parametrize(
    "text",
    [
        "Votre demande d'affiliation est refusée : votre employeur est établi hors de France.",
        "Votre demande d'affiliation est refusée.\nVous n'avez pas déclaré votre activité.",
    ],
)
def test_a_reason_without_a_because_is_still_a_reason(text: str) -> None:
    found = _read(text)
    assert found.reason == "given_but_not_recognised"
    assert found.reason_written


def test_a_paper_refused_for_want_of_a_photo_is_not_a_photo_refused() -> None:
    assert _read("Votre demande d'affiliation est refusée : le document fourni n'a pas de photo.").decision == "claim"


@pytest.mark.parametrize(
    "text",
    [
        "Votre demande de crédit immobilier a été refusée après étude de votre situation.",
        "Votre demande d'aide au logement est refusée. Caf de Paris.",
        "Le bail vous est refusé : votre dossier de location est rejeté.",
    ],
)
def test_the_refusal_of_another_office_is_not_judged_by_our_law(text: str) -> None:
    found = read_refusal(text, DAY)
    assert isinstance(found, NotARefusal)
    assert found.looks_like == "another_matter"


@pytest.mark.parametrize(
    "text",
    [
        "Si votre demande est refusée, vous pourrez saisir la CRA.",
        "Aucune demande n'est refusée sans réponse écrite.",
        "Votre demande est acceptée. Aucun refus.",
        "Tout refus doit être motivé.",
    ],
)
def test_what_speaks_of_refusals_without_one_is_not_one(text: str) -> None:
    assert isinstance(read_refusal(text, DAY), NotARefusal)


def test_a_very_long_paste_is_read_to_its_limit_and_quickly() -> None:
    assert isinstance(read_refusal("mot " * 20_000, DAY), NotARefusal)
