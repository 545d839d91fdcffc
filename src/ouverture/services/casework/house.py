"""What every use case of casework takes first: the journal, the machine of files, and what this process remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from ouverture.dossier.file import File
from ouverture.services.answer.to_come import TextToCome
from ouverture.services.casework.brought_in import NoTexts, TextsBroughtIn
from ouverture.services.casework.demand import Demands, NoDemands
from ouverture.services.casework.flow_seen import FlowSeen
from ouverture.services.casework.ports import Journal, Machine, Signer
from ouverture.services.casework.recall import Met, Recall
from ouverture.services.casework.run import NoRuns, Runs
from ouverture.services.casework.waits_seen import WaitsSeen
from ouverture.services.casework.ways_in import NoWaysIn, WaysIn
from ouverture.services.papers.ports import Papers


@dataclass(frozen=True, slots=True)
class House:
    """An installation, wired. Only ``wiring`` and tests make one."""

    journal: Journal
    machine: Machine[File]
    offices: frozenset[str] = frozenset()
    """The caisses that work on this system; every other one is outside, and a person only records what it does."""
    recall: Recall[File] = field(init=False)
    papers: Papers | None = None
    """Where the pages of papers are kept, and who takes them in; None: no page can be."""
    demands: Demands = field(default_factory=NoDemands)
    """What each office has declared that it asks beyond the law."""
    signer: Signer | None = None
    """Who signs papers here; None: no paper of this house can be checked by others."""
    runs: Runs = field(default_factory=NoRuns)
    """How far each office is with reading its files again."""
    ways_in: WaysIn = field(default_factory=NoWaysIn)
    """What opens a file besides a private link; nothing of it outlives the file."""
    to_come: tuple[TextToCome, ...] = ()
    """Announced texts that an office may bring in: the demonstration's; none where files are real."""
    brought_in: TextsBroughtIn = field(default_factory=NoTexts)
    """Those it brought in."""
    waits: WaitsSeen = field(init=False, default_factory=WaitsSeen)
    flow: FlowSeen = field(init=False, default_factory=FlowSeen)

    def __post_init__(self) -> None:
        object.__setattr__(self, "recall", Recall(self.machine))

    def met(self, stream: str) -> Met[File]:
        """A file as the journal has it now."""
        return self.recall.file(self.journal, stream)
