"""Small modules, small functions: what one can read at once."""

from statistics import median

from tests.conventions.source_code import functions, modules

LONGEST_MODULE, MEDIAN_MODULE = 400, 80
LONGEST_FUNCTION, MEDIAN_FUNCTION = 40, 9
ABOUT_SPEED = ("rules/columns.py", "rules/planes.py", "rules/exclusions.py")


def test_no_module_is_longer_than_400_lines() -> None:
    assert [(module.name, module.lines) for module in modules() if module.lines > LONGEST_MODULE] == []


def test_the_median_module_has_at_most_80_lines() -> None:
    assert median(module.lines for module in modules()) <= MEDIAN_MODULE


def test_no_function_is_longer_than_40_lines() -> None:
    long = [(f.module.name, f.name, f.statements) for m in modules() for f in functions(m)]
    assert [found for found in long if found[2] > LONGEST_FUNCTION] == []


def test_the_median_function_has_at_most_9_lines() -> None:
    assert median(f.statements for module in modules() for f in functions(module)) <= MEDIAN_FUNCTION


def test_the_engine_can_be_read_in_half_an_hour() -> None:
    """The readings and the data they read; the columns and what only they use are measured apart: about speed."""
    read = [module for module in modules("rules") if module.name not in ABOUT_SPEED]
    assert sum(_code(module.text) for module in read) <= 1000


def _code(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())
