"""Which pages are looked at by axe in both languages, and which addresses are none: a convention holds it whole.

A page is written as it is asked for, after the language. ``FILE`` is hers, at a caisse on the system.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.services.casework.wired import FILE

VISITORS = (
    "",
    "questions/activity/",
    "questions/lives_in/",
    "questions/nationality/",
    "questions/stay_standing/",
    "questions/stay_document/",
    "questions/had_number/",
    "answers/",
    "answers/reload/",
    "verdict/",
    "verdict/print/",
    "verdict/behind/",
    "desks/",
    "desks/number/",
    "desks/caisse/?postcode=75011",
    "desks/papers/?country=Atlantis",
    "desks/deadline/?rule=cra_appeal&start=2026-05-29&place=metropole",
    "desks/deadline/",
    "desks/message/",
    "desks/care-sheet/",
    "style/",
    "style/staff/",
    "style/kiosk/",
    "about/",
    "colour/",
    "desks/price/",
    "check/",
    "mail/",
    "law/",
    "law/css-d160-2/",
    "nowhere/",
)
"""Whoever comes, with the answers of the article's person."""

WHEN_FILLED = ("desks/call/", "desks/call/account_code/", "desks/remedies/", "desks/resources/", "desks/contribution/")
"""Looked at in the journey of each desk, once something is filled in."""

HERS = ("", "?came=card", "papers/", "rights/", "calls/", "data/", "data/erase/", "story/", "letters/", "looked/",
        "card/", "waits/", "situation/", "situation/family_tie/", "sending/", "pack/", "write/cover/", "remedies/",
        "household/", "acts/", "reminders/", "link/", "helpers/", "money/", "do/tell_names/")  # fmt: skip
"""Of her file, after its address."""

DOORS = ("back/", "begin/", "begin/reopen/", "begin/link/", "mail/code/", "erased/", f"file/{FILE}/again/",
         "link/none/", "sign-in/", "sign-in/code/", "sign-in/password/")  # fmt: skip
"""The ways in and out, in a visit that is in the middle of each."""

STAFF: Mapping[str, tuple[str, ...]] = {
    "agent@751": (
        f"file/{FILE}/review/?paper=proof_of_address",
        f"file/{FILE}/call/",
        f"file/{FILE}/intake/",
        f"file/{FILE}/decide/",
        f"file/{FILE}/holds/",
        "find/",
        "queue/",
        "keys/",
        "sign-in/mine/",
    ),
    "supervisor@751": ("team/?agents=1", f"file/{FILE}/", "demands/", "law-changes/", "law-changes/2025-12-31/"),
    "doctor@": ("doctor/", "rights/", "rights/?on=x"),
    "kiosk@": ("kiosk/",),
}
"""The screens of the caisse and of the counters, by who is before them."""

DEMONSTRATION = ("demo/", "demo/both/")

AFTER_A_FORM = (f"file/{FILE}/do/tell_names/check/", f"file/{FILE}/situation/check/")
"""What would happen, once something was typed."""

LOOKED_AT = (
    *VISITORS, *WHEN_FILLED, *(f"file/{FILE}/{place}" for place in HERS), *DOORS, *AFTER_A_FORM,
    *(path for paths in STAFF.values() for path in paths), *DEMONSTRATION,
)  # fmt: skip

NO_PAGE: Mapping[str, frozenset[str]] = {
    "it takes what a form sends and leads to a page": frozenset({
        "save", "start_again", "bring_back", "tick", "sign_out", "suppose", "keep_answers", "page_out", "page_up",
        "give_paper", "add_pages", "my_mail", "take", "share", "together", "end_demand", "ask_declared", "come_in",
        "let_days_pass",
    }),
    "it leads to a page": frozenset({"root", "questions", "next_work"}),
    "it gives a file, a picture or data": frozenset({
        "plan_pdf", "plan_calendar", "deadline_calendar", "remedies_calendar", "calendar_feed", "my_calendar",
        "my_pack_pdf", "my_paper_pdf", "my_evidence", "my_copy", "my_pages", "carry_file", "letter_pdf", "signed_paper",
        "page_picture", "page_small", "team_rows", "paper_keys", "papers_withdrawn",
        "health", "ready", "metrics", "security_contact",
    }),
}  # fmt: skip
"""The addresses that show nothing to look at, by the reason; those of the API apart."""
