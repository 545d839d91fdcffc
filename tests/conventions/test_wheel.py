"""The wheel holds every file of the program, and the program runs out of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
RUN = """
import io, sys
from contextlib import redirect_stdout
import ouverture
from ouverture.cli import main
assert ouverture.__file__.startswith(sys.argv[1]), ouverture.__file__
for typed in (["facts"], ["caisse", "75011"], ["papers", "Canada"], ["deadline", "cra_appeal", "--from", "2026-05-29"],
              ["plan", sys.argv[2]], ["price", sys.argv[3]], ["file", "open", "--caisse", "751"], ["verify"]):
    with redirect_stdout(io.StringIO()):
        assert main(typed) == 0, typed
"""


def test_what_is_installed_from_a_wheel_is_the_whole_program(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    with ZipFile(wheel) as held:
        names = set(held.namelist())
        held.extractall(tmp_path / "installed")
    ours = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "ouverture").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours - names == set()
    examples = (ROOT / "examples" / name for name in ("american_spouse_paris.toml", "prices/three_care_sheets.toml"))
    command = [sys.executable, "-c", RUN, str(tmp_path / "installed"), *map(str, examples)]
    house = {"PYTHONPATH": str(tmp_path / "installed"), "OUVERTURE_HOME": str(tmp_path / "house")}
    kept = {name: given for name, given in os.environ.items() if not name.startswith("OUVERTURE")}
    subprocess.run(command, env={**kept, **house, "OUVERTURE_OFFICES": "751"}, cwd=tmp_path, check=True, timeout=120)
