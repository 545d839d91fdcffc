"""Files are opened apart: one that costs too much, or ends its process, is refused and the next one is taken."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import monotonic
from zlib import Z_FULL_FLUSH, compressobj

import pikepdf
import pytest

from ouverture.adapters.vault.cleaning import clean
from ouverture.adapters.vault.limits import MOST_BYTES
from ouverture.adapters.vault.workroom import Workroom
from ouverture.services.papers.vault_ports import CannotTake
from tests.adapters.vault.files import document, hostile, photograph, saved
from tests.adapters.vault.mutated import SMALL, files_mutated, outcome_of

SEED = 20261128


@pytest.fixture(scope="module")
def room() -> Iterator[Workroom]:
    room = Workroom()
    yield room
    room.close()


def test_a_file_comes_back_as_it_would_be_made_here(room: Workroom) -> None:
    assert room.clean(hostile(SMALL)) == clean(hostile(SMALL))
    assert room.clean(photograph()) == clean(photograph())


def test_why_a_file_is_refused_comes_back_with_its_limit(room: Workroom) -> None:
    made = pikepdf.new()
    for _ in range(41):
        made.add_blank_page()
    with pytest.raises(CannotTake) as refused:
        room.clean(saved(made))
    assert (refused.value.trouble, refused.value.most) == ("too_many_pages", 40)


def test_what_is_too_big_never_reaches_the_process() -> None:
    with pytest.raises(CannotTake, match="too_big"):
        Workroom().clean(bytes(MOST_BYTES + 1))


def zeros(millions: int) -> bytes:
    """So many million bytes of nothing, compressed."""
    press = compressobj()
    begins = press.compress(bytes(1_000_000)) + press.flush(Z_FULL_FLUSH)
    again = press.compress(bytes(1_000_000)) + press.flush(Z_FULL_FLUSH)
    return begins + again * (millions - 1)


def test_a_bomb_ends_its_own_child_and_not_the_room(room: Workroom) -> None:
    made = document(1)
    swelling = pikepdf.Stream(made, zeros(1300))
    swelling.Filter = pikepdf.Name.FlateDecode
    made.pages[0].Contents = swelling
    bomb = saved(made)
    assert len(bomb) < MOST_BYTES
    before = monotonic()
    with pytest.raises(CannotTake) as refused:
        room.clean(bomb)
    assert refused.value.trouble in ("too_heavy", "unreadable")
    assert monotonic() - before < 40
    assert len(room.clean(photograph()).pages) == 1


def test_a_process_that_was_ended_is_started_again(room: Workroom) -> None:
    room.clean(photograph())
    assert room._process is not None
    os.kill(room._process.pid, signal.SIGKILL)
    room._process.wait()
    assert len(room.clean(photograph()).pages) == 1


def test_the_process_knows_no_setting_of_ours(room: Workroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUVERTURE_KEY", "ab" * 32)
    own = Workroom()
    own.clean(photograph())
    assert own._process is not None
    assert b"OUVERTURE" not in Path(f"/proc/{own._process.pid}/environ").read_bytes()
    own.close()


def test_mutated_files_give_pages_or_a_refusal_and_nothing_else(room: Workroom) -> None:
    print(f"seed {SEED}")
    for nth, content in enumerate(files_mutated(Random(SEED), 15)):
        assert outcome_of(room, content) in ("taken", "refused"), nth
