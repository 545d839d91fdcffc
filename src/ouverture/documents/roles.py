"""Who may do what, role by role and address by address, as ``docs/roles.md``.

`python -m ouverture.documents.roles docs/roles.md` writes it; without an argument, it prints it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from ouverture.services.casework.access import ReadingKind, acts_as_caisse, grants, may_do, may_read, sight_of
from ouverture.services.casework.actors import ROLES, Actor, Role

Need = Literal[
    "anybody",
    "door",
    "demonstration",
    "act",
    "caisse",
    "call",
    "picture",
    "demands",
    "card",
    "rights",
    "doctor",
    "find",
    "queue",
    "file",
    "whole",
    "story",
    "letters",
    "readings",
    "export",
    "erase",
    "pages",
    "drafts",
    "certificate",
]
"""What an address asks of whoever comes: nothing, a door, a demonstration, a caisse's own word, an act, a look.

"file" opens at a counter too, for the rights alone; "whole" is all of it."""

NEEDS: Mapping[str, Need] = {
    "work": "queue", "take": "queue", "find": "find", "file": "file", "my_papers": "whole",
    "my_rights": "whole", "my_card": "whole",
    "my_money": "whole", "my_calls": "whole", "my_waits": "whole", "my_situation": "whole",
    "my_sending": "whole", "my_remedies": "whole", "my_letter": "whole", "my_pack": "whole",
    "my_pack_pdf": "whole", "my_paper_pdf": "whole", "my_evidence": "export", "letter_pdf": "letters",
    "signed_paper": "certificate",
    "suppose": "whole", "keep_answers": "whole", "check_answer": "whole", "change_answer": "whole",
    "my_calendar": "whole",
    "my_data": "export", "my_copy": "export", "my_pages": "export", "carry_file": "export",
    "my_link": "door", "again": "door", "my_mail": "door", "open_by_mail": "door", "mail_code": "door",
    "reopen_file": "door", "my_reminders": "door", "my_helpers": "door", "calendar_feed": "door",
    "my_household": "whole", "my_acts": "whole", "erase_file": "erase", "erased": "door",
    "page_picture": "pages", "page_small": "pages", "add_pages": "drafts", "give_paper": "drafts",
    "page_out": "drafts", "page_up": "drafts",
    "story": "story", "letters": "letters",
    "looked": "readings", "act": "act", "check_act": "act",
    "sign_in": "door", "one_time_code": "door", "new_password": "door", "own_account": "door",
    "sign_out": "door", "follow_link": "door", "come_back": "door", "begin": "door",
    "begun": "door",
    "demo": "demonstration", "come_in": "demonstration", "let_days_pass": "demonstration",
    "both_sides": "demonstration",
    "review": "caisse", "intake": "caisse", "decide": "caisse", "holds": "caisse",
    "next_work": "queue", "call_desk": "call",
    "team": "picture", "team_rows": "picture", "demands": "demands", "end_demand": "demands",
    "law_changes": "picture", "reread": "picture",
    "ask_declared": "caisse",
    "share": "queue", "together": "caisse", "keys": "queue", "kiosk": "card", "doctor": "doctor",
    "rights_check": "rights",
    "api:me": "door", "api:openapi-json": "anybody", "api:api-root": "anybody", "api:work": "queue",
    "api:file": "file", "api:story": "story", "api:letters": "letters", "api:readings": "readings",
    "api:acts": "act", "api:form": "act", "api:do": "act",
}  # fmt: skip
"""The addresses behind a door, by the name of the view."""

ANYBODY = frozenset(
    {
        "root", "start", "about", "colour", "style", "kiosk_style", "staff_style", "law", "article", "questions",
        "question", "answers", "save", "reload", "start_again", "bring_back", "verdict", "behind", "printed", "tick",
        "plan_calendar", "plan_pdf", "desks", "number", "caisse", "papers", "deadline", "deadline_calendar", "calls",
        "call", "message",
        "remedies", "remedies_calendar", "care_sheet", "price", "resources", "contribution",
        "check_paper", "paper_keys", "papers_withdrawn",
        "health", "ready", "metrics", "security_contact",
    }
)  # fmt: skip
"""The addresses that are anybody's, with nothing of a file behind them. One in neither list fails a test."""

BEGINNING = """# Who may do what

<!-- written by `python -m ouverture.documents.roles docs/roles.md`; tests hold it equal and walk every address -->

The table of rights is `src/ouverture/services/casework/data/roles.toml`; use cases ask it (`access.py`), pages never
do. Beside the role, the file must be theirs: a person's own, a helper's by mandate, an agent's of the same caisse, a
doctor's or a kiosk's while the card is there. A file that is not theirs does not exist for them."""


def document() -> str:
    """The whole document."""
    return "\n".join((BEGINNING, *_looks(), *_acts(), *_addresses())) + "\n"


def _head(first: str) -> Iterator[str]:
    yield f"\n| {first} | {' | '.join(ROLES)} |"
    yield f"|---|{'---|' * len(ROLES)}"


def _row(name: str, answers: Iterator[bool]) -> str:
    return f"| {name} | {' | '.join('yes' if each else '–' for each in answers)} |"


def _looks() -> Iterator[str]:
    yield "\n## Looks and work"
    yield from _head("What")
    for reading in get_args(ReadingKind):
        yield _row(reading, (may_read(Actor("", role), reading) is None for role in ROLES))
    yield f"| *which files* | {' | '.join(grants()[role].files for role in ROLES)} |"


def _acts() -> Iterator[str]:
    from ouverture.dossier.command_words import kinds
    from ouverture.dossier.kernel import COMMANDS

    yield "\n## Acts in a file"
    yield from _head("Act")
    for kind in kinds():
        yield _row(f"`{kind}`", (may_do(Actor("", role), COMMANDS[kind]) is None for role in ROLES))


def _addresses() -> Iterator[str]:
    yield "\n## Addresses"
    yield from _head("Address")
    for name, address in addresses():
        need = NEEDS.get(name, "anybody")
        yield _row(f"`{address}` ({need})", (open_to_role(role, need) for role in ROLES))


def open_to_role(role: Role, need: Need) -> bool:
    """Whether an address with this need opens for a role, when the file is theirs."""
    if need in ("anybody", "door", "demonstration"):
        return True
    actor = Actor("", role)
    if need == "caisse":
        return acts_as_caisse(actor) is None
    if need == "doctor":
        from ouverture.dossier.kernel import COMMANDS

        return may_do(actor, COMMANDS["accept_patient"]) is None and may_read(actor, "rights") is None
    if need == "whole":
        return may_read(actor, "file") is None
    if need == "act" and grants()[role].only == frozenset():
        return False
    reading: Any = sight_of(actor) if need in ("act", "file") else need
    return may_read(actor, reading) is None


def addresses() -> Iterator[tuple[str, str]]:
    """Every address of the site and of the API: the name of its view, and the address with its blanks."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ouverture.site.settings")
    import django
    from django.urls import get_resolver

    django.setup()
    yield from sorted(_walked(get_resolver().url_patterns, "", ""))


def _walked(patterns: Any, above: str, space: str) -> Iterator[tuple[str, str]]:
    for one in patterns:
        address = f"{above}{one.pattern}"
        if hasattr(one, "url_patterns"):
            yield from _walked(one.url_patterns, address, f"{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}", f"/{address}"


def main() -> None:
    """Write the document, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", help="the file to write")
    out = parser.parse_args().out
    if out:
        Path(out).write_text(document(), encoding="utf-8")
    else:
        print(document(), end="")


if __name__ == "__main__":
    main()
