import json

from ouverture.numbers.reading import read


def test_a_candidate_is_one_json_document_with_english_keys() -> None:
    document = json.loads(json.dumps(read("1 85 03 99 404 017 35").to_json()))
    (candidate,) = document["candidates"]
    assert set(document) == {"reason", "question", "candidates"}
    assert set(candidate) == {
        "kind", "label", "number", "printed", "valid", "parts", "problems", "notes", "likely_slip", "opens", "not_yet",
        "source", "dates", "certainty",
    }  # fmt: skip
    assert candidate["parts"][0] == {"field": "sex", "digits": "1", "fr": "un homme", "en": "a man"}


def test_the_french_explanation_is_plain() -> None:
    lines = read("1 85 03 99 404 017 35").sentences("fr")
    assert lines[1] == "Numéro de sécurité sociale, d'attente (NIA) ou définitif (NIR) : 1 85 03 99 404 017 35"
    assert "99404 : naissance à l'étranger : États-Unis (pays 404)" in lines
    assert "03 : mars" in lines
