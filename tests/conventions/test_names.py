"""Names explain themselves; machines, tools and hosts are not named."""

import ast
import re

import pytest

from tests.conventions.source_code import ROOT, modules

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base", "tools", "stuff"}
MACHINE = re.compile(r"/(?:work|home|root|tmp|Users)/\w+")
HOST = re.compile(r"https?://|(?:pypi|npmjs|registry)\.\w+")
SAYS_WHAT = 10


def test_no_module_has_an_empty_name() -> None:
    named = {module.name: {*module.path.relative_to(ROOT).with_suffix("").parts} for module in modules()}
    assert [name for name, parts in named.items() if parts & FORBIDDEN] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [m.name for m in modules() if len(ast.get_docstring(m.tree) or "") < SAYS_WHAT]
    assert silent == []


@pytest.mark.parametrize("folder", ["src", "tests", "script", "bench", "docs", "examples"])
def test_no_file_names_a_folder_of_some_machine(folder: str) -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), match.group())
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".toml", ".md", ".txt", ".html", "")
        and path.is_file()
        and "__pycache__" not in path.parts
        for match in MACHINE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_dependency_file_names_a_host() -> None:
    files = [ROOT / "pyproject.toml", *sorted((ROOT / "requirements").glob("*.txt"))]
    found = [path.name for path in files if HOST.search(path.read_text(encoding="utf-8"))]
    assert found == []
