"""The rulebook as one document is what the rules say."""

from pathlib import Path

from ouverture.law.listing import condition_in_code, document
from ouverture.law.rulebook import rulebook

DOCUMENT = Path(__file__).parents[2] / "docs" / "rulebook.md"


def test_the_document_is_what_the_rules_say() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run the command in its first lines"


def test_no_rule_and_no_ground_is_left_out() -> None:
    text = document()
    assert text.count("\n**") == len(rulebook().rules) + len(rulebook().grounds) + len(rulebook().facts)


def test_a_condition_is_written_out_in_full() -> None:
    rule = next(rule for rule in rulebook().rules if rule.name == "three_months")
    assert condition_in_code(rule.when) == "not (in_france_since >= 3 months ago (not yet more than))"
