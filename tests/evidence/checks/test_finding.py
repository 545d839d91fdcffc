from ouverture.evidence.checks import Finding, Place, finding_from_json
from ouverture.text import Text

FOUND = Finding(
    check="expiry",
    outcome="failed",
    reason=Text("Le titre a expiré le 1er mai 2026.", "The document expired on 1 May 2026."),
    serves="CSS L111-2-3",
    remedy=Text("Envoyez le nouveau.", "Send the new one."),
    paper="stay_document",
    page=2,
    place=Place(0.1, 0.2, 0.5, 0.25),
)


def test_a_finding_comes_back_from_its_plain_values() -> None:
    assert finding_from_json(FOUND.to_json()) == FOUND


def test_a_finding_without_place_or_remedy_comes_back_too() -> None:
    bare = Finding("expiry", "inconclusive", Text("Illisible.", "Unreadable."), "CSS L111-2-3")
    assert finding_from_json(bare.to_json()) == bare


def test_a_finding_printed_in_a_log_says_nothing_of_the_person() -> None:
    assert "2026" not in repr(FOUND)


def test_two_places_have_one_around_them() -> None:
    assert Place(0.1, 0.2, 0.3, 0.4).around(Place(0.05, 0.3, 0.2, 0.5)) == Place(0.05, 0.2, 0.3, 0.5)
