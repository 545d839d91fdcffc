"""What an agent types wrong, before typing it right: the machine refuses it, and the file does not move."""

from __future__ import annotations

from collections.abc import Callable

from ouverture.dossier.account.decisions import InviteToAccount, LockAccount
from ouverture.dossier.application.decisions import (
    AcceptPiece,
    GrantApplication,
    LetSilenceDecide,
    RefuseApplication,
    RefusePiece,
    RequestPieces,
)
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import ApproveMerge, SplitFiles
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import CertifyInPlace, GivePermanentNumber, IssueWaitingNumber, SuspendPayments
from ouverture.dossier.rights.decisions import CloseRights, NotifyClosing, OpenRights
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

A_TAX_NUMBER = "3012345678167"
A_KEY_THAT_IS_WRONG = "291079940412338"

MISTAKES: tuple[Callable[[World, File], Command], ...] = (
    lambda world, file: RefusePiece("identity_document", "", ""),
    lambda world, file: AcceptPiece("swiss_choice_form"),
    lambda world, file: RequestPieces(("swiss_choice_form",)),
    lambda world, file: RequestPieces(("application_form",), due=world.day),
    lambda world, file: RefuseApplication("no", ""),
    lambda world, file: RefuseApplication("papers_missing", "CRPA L114-5", remedies=False),
    lambda world, file: GrantApplication("no_such_ground", world.day),
    lambda world, file: IssueWaitingNumber(A_TAX_NUMBER),
    lambda world, file: GivePermanentNumber(A_KEY_THAT_IS_WRONG),
    lambda world, file: IssueWaitingNumber(file.number.number or A_KEY_THAT_IS_WRONG),
    lambda world, file: CertifyInPlace(),
    lambda world, file: SuspendPayments(),
    lambda world, file: InviteToAccount(),
    lambda world, file: LockAccount("no such hold"),
    lambda world, file: NotifyClosing("stability", world.day),
    lambda world, file: CloseRights("stability", world.day),
    lambda world, file: OpenRights(world.day, "resident", world.day),
    lambda world, file: ApproveMerge(),
    lambda world, file: SplitFiles("another file", ""),
    lambda world, file: LetSilenceDecide(),
)


def first_goes_wrong(world: World, who: Someone) -> None:
    """Sometimes the agent first types something wrong."""
    if world.happens("wrong_entry"):
        mistake = world.chance.choice(MISTAKES)
        world.send(who, mistake(world, world.file(who)))
