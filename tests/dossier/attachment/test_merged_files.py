"""Two files of one person become one, and the person loses neither a day of cover nor a cent (I9)."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import CloseFile
from ouverture.dossier.claim.requests import ReceiveClaim
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import ApproveMerge, ProposeMerge, RecordSearch, SplitFiles
from ouverture.dossier.number.decisions import IssueWaitingNumber
from tests.dossier.acting import OTHER_AGENT, after, opened, refused

DAY = date(2026, 3, 2)


def covered() -> File:
    file = after(opened(day=DAY), Deposit(("identity_document",), ground="resident"), DAY)
    for wanted in (AcceptPiece("identity_document"), RecordSearch(()), GrantApplication("resident", DAY)):
        file = after(file, wanted, DAY)
    return after(file, IssueWaitingNumber("291079940412337"), DAY)


def test_a_file_that_covers_does_not_close_before_the_other_covers() -> None:
    refusal = refused(covered(), CloseFile("merged", "f2"), DAY)
    assert (refusal.code, refusal.by) == ("other_file_must_cover_first", DAY)


def test_a_day_of_cover_less_is_refused() -> None:
    later = CloseFile("merged", "f2", into_covers_from=DAY + timedelta(days=1))
    assert refused(covered(), later, DAY).code == "other_file_must_cover_first"


def test_a_file_closes_into_one_that_covers_as_long() -> None:
    closed = after(covered(), CloseFile("merged", "f2", into_covers_from=DAY), DAY)
    assert closed.attachment.stage == "closed"


def test_a_care_sheet_is_settled_before_its_file_closes() -> None:
    file = after(covered(), ReceiveClaim("s1", DAY, (("visit", 3000),)), DAY)
    assert refused(file, CloseFile("merged", "f2", into_covers_from=DAY), DAY).code == "settle_claims_first"


def test_a_merge_needs_two_people_touches_no_cover_and_can_be_undone() -> None:
    file = after(covered(), ProposeMerge("f2", "same birth, same mother"), DAY)
    assert refused(file, ApproveMerge(), DAY).code == "merge_needs_two_people"
    assert refused(file, ApproveMerge(), DAY, who="").code == "nobody_signed_in"
    assert refused(covered(), ProposeMerge("f2", "same birth"), DAY, who="").code == "nobody_signed_in"
    merged = after(file, ApproveMerge(), DAY, who=OTHER_AGENT)
    assert (merged.rights, merged.identity.merged) == (file.rights, ("f2",))
    apart = after(merged, SplitFiles("f2", "two sisters"), DAY)
    assert (apart.rights, apart.identity.merged) == (file.rights, ())
