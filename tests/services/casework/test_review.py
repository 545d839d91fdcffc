"""What stands beside a paper: its checks, the reasons that make sense, those that the law does not allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, RefusePiece
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import Together
from ouverture.services.casework.look import FileView, view_of
from ouverture.services.casework.review import Judged, answer_of, desk_of, first_to_judge, on_the_desk
from tests.services.casework.wired import DAY, FILE, house_in, opened


@pytest.fixture
def view(tmp_path: Path) -> FileView:
    met = opened(house_in(tmp_path)).met(FILE)
    return view_of(FILE, met.version, met.state, DAY)


def codes(view: FileView, name: str, *, forbidden: bool) -> set[str]:
    paper = on_the_desk(view, name)
    assert paper
    return {one.code for one in paper.reasons if (one.forbidden is not None) is forbidden}


def test_an_address_in_the_other_name_is_no_reason_for_family(view: FileView) -> None:
    assert {"three_months_of_bills", "in_the_other_name"} <= codes(view, "proof_of_address", forbidden=True)
    assert "another_person" not in codes(view, "proof_of_address", forbidden=False)


def test_only_a_paper_of_another_country_can_lack_a_seal(view: FileView) -> None:
    assert "seal_missing" in codes(view, "marriage_certificate", forbidden=False)
    assert "seal_missing" not in codes(view, "proof_of_address", forbidden=False)
    assert "too_old_act" in codes(view, "birth_certificate", forbidden=True)


def test_what_may_not_be_allowed_says_when(view: FileView) -> None:
    paper = on_the_desk(view, "marriage_certificate")
    assert paper
    translation = next(one for one in paper.reasons if one.code == "translation_missing")
    assert translation.forbidden is None
    assert translation.perhaps


def test_nothing_that_nobody_read_is_called_passed(view: FileView) -> None:
    for own in desk_of(view).papers:
        paper = on_the_desk(view, own.name)
        assert paper
        assert all(one.result != "failed" for one in paper.checks)
        assert [one for one in paper.checks if one.result == "unsure"]


def test_one_answer_is_one_act_and_several_are_done_together(view: FileView) -> None:
    assert answer_of(view, {"identity_document": Judged(True)}) == AcceptPiece("identity_document")
    both = answer_of(view, {"identity_document": Judged(True), "bank_details": Judged(False, "page_missing")})
    assert isinstance(both, Together)
    assert both.orders[1] == RefusePiece("bank_details", "page_missing", "every_page")


@pytest.mark.parametrize("reason", ["", "copy_sent", "three_months_of_bills", "made_up"])
def test_a_reason_that_is_none_or_not_allowed_is_refused_in_a_sentence(view: FileView, reason: str) -> None:
    refused = answer_of(view, {"proof_of_address": Judged(False, reason)})
    assert isinstance(refused, Refusal)
    assert refused.says.fr != refused.says.en


def test_the_first_paper_that_waits_comes_first(view: FileView) -> None:
    assert first_to_judge(view) == next(one.name for one in desk_of(view).papers if one.state == "received")
    assert on_the_desk(view, "no_such_paper") is None
