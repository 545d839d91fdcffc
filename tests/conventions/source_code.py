"""The source of the package, as text and as trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "ouverture"


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def name(self) -> str:
        """From the package on: "law/css/d160_2.py"."""
        return self.path.relative_to(PACKAGE).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@dataclass(frozen=True)
class Function:
    module: Module
    name: str
    statements: int
    """Lines from the first after the docstring to the last."""


def modules(room: str = "") -> list[Module]:
    """Every module under a folder of the package, migrations left out."""
    paths = sorted((PACKAGE / room).rglob("*.py"))
    return [Module(path) for path in paths if "migrations" not in path.parts]


def functions(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first, last = (body[0].lineno, body[-1].end_lineno or 0) if body else (0, -1)
            yield Function(module, node.name, last - first + 1)
