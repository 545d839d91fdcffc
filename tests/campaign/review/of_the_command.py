"""Lines C1 to C4: the command line."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.campaign.review.place import Place


def c1(place: Place) -> str:
    (place.folder / "a.json").write_text('{"person": {}, "children": 5}')
    (place.folder / "b.json").write_text("null")
    found = [place.refused("assess", f"{name}.json", "--language", "en") for name in "ab"]
    return "; ".join(each.first for each in found)


def c2(place: Place) -> str:
    example = str(Path(__file__).resolve().parents[3] / "examples" / "american_spouse_paris.toml")
    far = place.run("assess", example, "--on", "9999-12-31", "--language", "en")
    plans = [place.run("plan", example, "--on", day, "--language", "en") for day in ("2199-12-31", "9998-12-31")]
    ends = [far.code, *(each.code for each in plans)]
    ends.append(place.refused("deadline", "cra_appeal", "--from=--", "--language", "en").code)
    ascii_only = place.run("assess", example, settings={"PYTHONIOENCODING": "ascii"})
    with open("/dev/full", "wb") as full:
        device = place.run("assess", example, "--language", "en", stdout=full)
    assert set(ends) <= {0, 2}
    assert ascii_only.code in (0, 2)
    assert device.code not in (0, 1), device
    return f"far days: exits {ends}; ASCII: exit {ascii_only.code}; a full device: {device.first}"


def c3(place: Place) -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        found = [place.refused("serve", "--port", port, "--language", "en")]
    found += [place.refused("serve", "--port", wrong, "--language", "en") for wrong in ("-1", "99999")]
    found.append(place.refused("serve", "--host", "203.0.113.7", "--port", "8321", "--language", "en"))
    place.refused("serve", "--port", "8321", settings={"OUVERTURE_TODAY": "garbage"})
    return f"a port in use, two that are none, an address not ours, a day that is none; the first: {found[0].first}"


def c4(place: Place) -> str:
    place.fill()
    key = place.folder / "house" / "ouverture.key"
    kept = key.read_text()
    found = [place.refused("verify", "--language", "en", settings={"OUVERTURE_JOURNAL": "x" * 5000})]
    key.chmod(0o666)
    found.append(place.refused("verify", "--language", "en"))
    key.unlink()
    key.mkdir()
    found.append(place.refused("verify", "--language", "en"))
    key.rmdir()
    os.mkfifo(key)
    found.append(place.refused("verify", "--language", "en"))
    key.unlink()
    key.write_text(kept)
    key.chmod(0o600)
    found.append(place.refused("assess", "/dev/zero", "--language", "en"))
    return f"{len(found)} odd names and files, each one sentence; the second: {found[1].first}"


LINES = {
    "C1 odd answer files": c1,
    "C2 far days and outputs": c2,
    "C3 serve started wrongly": c3,
    "C4 odd journals, keys and devices": c4,
}
