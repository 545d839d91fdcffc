"""`ouverture purge`: what is past the term that the operator chose is erased; with --dry-run it is only told."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, now, shown
from ouverture.cli.journal import opened_journal, vault_at
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.journal.record import Record
    from ouverture.adapters.retention import Due


def register(commands: Any) -> None:
    """Add this door to the command."""
    purge = add_door(commands, "purge", _purge, "erase what is past the terms in retention.toml (docs/serving.md)")
    purge.add_argument("--dry-run", action="store_true", help="say what would be erased, and erase nothing")
    purge.add_argument("--post", default="post", metavar="FOLDER", help="where letters are put (default: post)")


def _purge(options: argparse.Namespace) -> int:
    from ouverture.adapters.retention import BadTerm, due, terms
    from ouverture.services.casework.recall import fold
    from ouverture.services.casework.standing import dossiers

    machine = dossiers()
    try:
        chosen = terms(os.environ)
    except BadTerm as problem:
        raise BadInput(problem.text) from None
    with opened_journal(read_only=options.dry_run) as record:
        found = due(
            chosen,
            record.store,
            lambda stream: fold(machine, stream, record.history(stream).lines),
            Path(options.post),
            now(),
        )
        if not options.dry_run:
            for each in found:
                _erase(record, each, Path(options.post))
    document = [
        {"kind": each.term.kind, "days": each.term.days, "source": each.term.source, "things": list(each.things)}
        for each in found
    ]
    lines = [_said(each, options.dry_run).to(options.language) for each in found]
    return shown(options, {"dry_run": options.dry_run, "terms": document}, lines)


def _erase(record: Record, each: Due, post: Path) -> None:
    from ouverture.adapters.post.folder import LetterFolder

    for thing in each.things:
        if each.term.kind == "posted_letter":
            Path(thing).unlink(missing_ok=True)
            continue
        record.forget(thing, now())
        vault_at(record).forget(thing)
        LetterFolder(post).purge(thing)


def _said(each: Due, is_trial: bool) -> Text:
    if each.term.days is None:
        return Text(
            f"{each.term.says.fr} : aucun terme choisi, rien n'est effacé.",
            f"{each.term.says.en}: no term was chosen, nothing is erased.",
        )
    done = Text("à effacer", "to be erased") if is_trial else Text("effacés", "erased")
    return Text(
        f"{each.term.says.fr} : {each.term.days} jours ({each.term.source}) ; {done.fr} : {len(each.things)}.",
        f"{each.term.says.en}: {each.term.days} days ({each.term.source}); {done.en}: {len(each.things)}.",
    )
