"""What follows for appeals: the receipt, the silence that rejects, and the file once the caisse has decided again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ouverture.dossier.appeal.contestable import SILENCES, answer_due
from ouverture.dossier.appeal.decisions import AcknowledgeAppeal, CarryOutAppeals, LetSilenceAnswerAppeal
from ouverture.dossier.appeal.events import PENDING, REFUSALS, WON, Against, AppealDecided, AppealLodged
from ouverture.dossier.application.decisions import ReopenApplication
from ouverture.dossier.application.events import ApplicationGranted, SilenceDecided
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.number.events import Reactivated
from ouverture.dossier.policies.registry import after, on_its_day
from ouverture.dossier.rights.events import ResidenceProved, RightsOpened


@after(AppealLodged)
def acknowledge_the_appeal(_: File, e: AppealLodged) -> Command | None:
    """An appeal to a board is acknowledged at once, with the day on which silence rejects it (CRPA L112-3)."""
    return AcknowledgeAppeal(e.appeal) if e.to in SILENCES else None


@on_its_day(by_law=True)
def silence_rejects_the_appeal(file: File, _: date) -> Iterator[tuple[date, Command]]:
    """The board's time is over (R142-6: two months; R142-8-5: four)."""
    for one in file.appeal.items:
        last = answer_due(one) if one.stage in PENDING else None
        if last:
            yield last + timedelta(days=1), LetSilenceAnswerAppeal(one.appeal)


@after(AppealDecided)
def granted_appeal_reopens_the_claim(file: File, e: AppealDecided) -> Command | None:
    """A granted appeal against a refusal opens the claim again in the same step: it is carried out, not filed."""
    one = file.appeal.named(e.appeal)
    won = one is not None and one.stage in WON and one.against in REFUSALS
    return ReopenApplication() if won and file.application.stage == "refused" else None


@after(
    AppealDecided, ApplicationGranted, SilenceDecided, RightsOpened, ResidenceProved, Reactivated, connected_only=False
)
def appeal_is_carried_out(file: File, _: Event) -> Command | None:
    """A granted appeal ends when the caisse has decided again."""
    done = tuple(one.appeal for one in file.appeal.items if one.stage in WON and _is_done(file, one.against))
    return CarryOutAppeals(done) if done else None


def _is_done(file: File, against: Against) -> bool:
    if against == "rights_closing":
        return file.rights.stage == "open"
    if against == "number_suspension":
        return file.number.stage != "deactivated"
    return against != "medical_decision" and file.application.stage == "accepted"
