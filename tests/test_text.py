"""A sentence in two languages, and its blanks."""

import pytest

from ouverture.text import Text

SENTENCE = Text("La pièce : {paper}, {n} fois.", "The paper: {paper}, {n} times.")


def test_a_blank_is_filled_in_each_language() -> None:
    filled = SENTENCE.filled(paper=Text("bail", "lease"), n=2)
    assert filled == Text("La pièce : bail, 2 fois.", "The paper: lease, 2 times.")


def test_a_blank_left_empty_is_a_fault_and_not_a_sentence_with_a_hole() -> None:
    with pytest.raises(KeyError, match="paper"):
        SENTENCE.filled(n=2)
