"""One line of a journal, for tests that need no journal."""

from datetime import datetime

from ouverture.adapters.journal.chain import moment
from ouverture.services.casework.ports import Line


def a_line(recorded_at: datetime) -> Line:
    day = recorded_at.date().isoformat()
    return Line(
        1,
        "ana",
        1,
        "small_file_opened",
        "{}",
        day,
        moment(recorded_at),
        "caisse",
        "",
        "c",
        "k",
        2,
        bytes(32),
        bytes(16),
    )
