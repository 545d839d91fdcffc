"""A signed paper checked: the token found, its signature, then what its days and the list say."""

from __future__ import annotations

from datetime import date

from ouverture.adapters.signed_papers.keys import PublicKeys
from ouverture.adapters.signed_papers.token import BEGINS, NotGenuine, opened, token_in
from ouverture.services.casework.signed.said import NotSaid, as_paper
from ouverture.services.casework.signed.verdict import Verdict, judged, said
from ouverture.services.casework.signed.withdrawing import Withdrawals


def checked(text: str, keys: PublicKeys, known: Withdrawals | None, day: date, wrong_list: bool = False) -> Verdict:
    """The verdict on the token that stands in ``text``; of one that is not genuine, nothing is repeated."""
    try:
        paper = as_paper(opened(token_in(text), keys))
    except NotGenuine as problem:
        return Verdict(problem.why, said(problem.why, begins=BEGINS, key=problem.key))
    except NotSaid:
        return Verdict("unreadable", said("unreadable", begins=BEGINS))
    return judged(paper, known, day, wrong_list)
