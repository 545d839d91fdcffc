"""The notice of licences, and the examples for whoever serves the site for others."""

import configparser
import re
import tomllib
from pathlib import Path

import pytest

from ouverture.cli import _parser
from ouverture.site.trust import check

ROOT = Path(__file__).parents[2]
SERVING = ROOT / "examples" / "serving"


def test_every_package_it_is_installed_with_is_named_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]
    names = {re.split(r"[\[<>=]", one)[0] for one in (*project["dependencies"], *extra["postgres"], *extra["parquet"])}
    lines = [line.split() for line in (ROOT / "NOTICE").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert names <= {line[0] for line in lines if len(line) > 1}


def test_every_file_of_a_licence_that_is_named_is_there() -> None:
    named = re.findall(r"\S+LICEN[CS]ES?\S*|\S+/OFL-\S+", (ROOT / "NOTICE").read_text(encoding="utf-8"))
    assert len(named) >= 6
    assert all((ROOT / one).exists() for one in named)


@pytest.mark.parametrize("unit", sorted(SERVING.glob("*.service")), ids=lambda path: path.stem)
def test_a_unit_runs_a_command_there_is_as_nobody_who_may_do_more(unit: Path) -> None:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(unit)
    service = read["Service"]
    assert _parser().parse_args(service["ExecStart"].split()[1:]).run
    assert (service["User"], service["UMask"], service["NoNewPrivileges"]) == ("ouverture", "0077", "yes")


def test_the_settings_given_as_an_example_are_taken() -> None:
    lines = (SERVING / "settings").read_text(encoding="utf-8").splitlines()
    settings = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    check({**settings, "OUVERTURE_PROXY": "127.0.0.1"})


def test_the_proxy_hides_figures_and_writes_no_address_of_a_page() -> None:
    proxy = (SERVING / "nginx.conf").read_text(encoding="utf-8")
    assert "location = /metrics { return 404; }" in proxy
    written = re.search(r"log_format.*", proxy)
    assert written is not None
    assert not re.search(r"\$(request|uri|request_uri|http_referer|remote_addr)\b", written[0])
