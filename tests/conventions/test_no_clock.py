"""Nobody below the shell reads the clock: the day is an argument everywhere."""

import ast

import pytest

from tests.conventions.source_code import Module, modules

SHELL = ("site/", "adapters/", "wiring.py", "cli/", "__main__.py")
READS = {"today", "now", "utcnow", "localtime", "localdate"}
CORE = [module for module in modules() if not module.name.startswith(SHELL)]


@pytest.mark.parametrize("module", CORE, ids=lambda module: module.name)
def test_the_module_reads_no_clock(module: Module) -> None:
    calls = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    assert [call.lineno for call in calls if isinstance(call, ast.Attribute) and call.attr in READS] == []


def test_the_core_is_most_of_the_package() -> None:
    assert len(CORE) > 100
