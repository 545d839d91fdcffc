"""What a stranger hands over has an end and a depth: it is read up to a length, and nested too deep it is refused."""

import ast
from collections.abc import Iterator

from tests.conventions.source_code import Module, modules

UNBOUNDED = {"read_bytes", "read_text", "open"}
ITS_READER = "cli/reading.py"
PARSERS = {"loads", "load", "message_from_bytes"}
WRONG = {"ValueError", "JSONDecodeError", "TOMLDecodeError"}


def test_the_command_reads_what_it_is_given_through_one_door_that_knows_an_end() -> None:
    found = [
        f"{module.name}:{node.lineno}"
        for module in modules("cli")
        if module.name != ITS_READER
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in UNBOUNDED
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "os")
    ]
    assert found == []


def test_whoever_refuses_what_cannot_be_parsed_refuses_what_is_nested_too_deep() -> None:
    found = [f"{module.name}:{line}" for module in modules() for line in _forgetful(module)]
    assert found == []


def _forgetful(module: Module) -> Iterator[int]:
    """Where a wrong JSON, TOML or mail is caught, and one of a hundred thousand brackets goes through."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Try) and any(_parses(inner) for each in node.body for inner in ast.walk(each)):
            caught = [_name(inner) for each in node.handlers if each.type for inner in ast.walk(each.type)]
            if WRONG & {*caught} and "RecursionError" not in caught:
                yield node.lineno


def _parses(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) in PARSERS


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
