import pytest

from ouverture.wording.messages.folding import fold, passages, sentences


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Сᴀʀᴛᴇ Vіtаlе", "carte vitale"),
        ("situаtiоn аᴄtuеllе ѕᴇ ᴛʀᴏᴜᴠᴇ", "situation actuelle se trouve"),
        ("ＮＩＲ\u00a0ﬁctif", "nir fictif"),
        ("ca\u200brte\u00ad Vi\ufefftale", "carte vitale"),
        ("L'ÉTAT-CIVIL, dès réception…", "l etat civil des reception"),
        ("cœur æ Œuvre", "coeur ae oeuvre"),
        ("ᴡᴢʏ", "wzy"),
        ("", ""),
    ],
)
def test_only_plain_letters_and_digits_are_left(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded


def test_passages_are_the_whole_its_sentences_and_pairs_of_them() -> None:
    text = "Un. Deux ? Trois"
    assert passages(text, sentences(text)) == ("un deux trois", "un", "deux", "trois", "un deux", "deux trois")


def test_a_point_inside_a_name_ends_no_sentence() -> None:
    assert passages("Ouvrez ameli.fr demain", sentences("Ouvrez ameli.fr demain")) == ("ouvrez ameli fr demain",)
