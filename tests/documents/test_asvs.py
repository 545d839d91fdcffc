"""The table of the security standard says what the code and the tests are: see docs/asvs.md."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "ouverture"
PAGE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
STATES = ("met", "met, no test", "does not apply", "the operator's", "not met")
LEVELS = {
    "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123", "2.1": "122", "2.2": "112",
    "2.3": "12223", "2.4": "23", "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333",
    "3.6": "3", "3.7": "22333", "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222", "5.1": "2",
    "5.2": "112333", "5.3": "113", "5.4": "222", "6.1": "122", "6.2": "111111112222", "6.3": "11223333",
    "6.4": "112233", "6.5": "22222333", "6.6": "2223", "6.7": "33", "6.8": "2222", "7.1": "222", "7.2": "1111",
    "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22", "8.1": "1233", "8.2": "1123", "8.3": "133", "8.4": "23",
    "9.1": "111", "9.2": "1222", "10.1": "22", "10.2": "223", "10.3": "22223", "10.4": "1111122222233333",
    "10.5": "22222", "10.6": "22", "10.7": "222", "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222",
    "11.5": "23", "11.6": "23", "11.7": "33", "12.1": "12233", "12.2": "11", "12.3": "22223", "13.1": "2333",
    "13.2": "222223", "13.3": "2233", "13.4": "1222233", "14.1": "22", "14.2": "12223333", "14.3": "122",
    "15.1": "12233", "15.2": "12233", "15.3": "1222222", "15.4": "3333", "16.1": "2", "16.2": "22222", "16.3": "2222",
    "16.4": "222", "16.5": "2223", "17.1": "23", "17.2": "22223333", "17.3": "22",
}  # fmt: skip
"""The level of each requirement of OWASP ASVS 5.0.0, section by section, in order."""
AT_LEVEL_3 = {"2", "5", "6", "7", "8", "11", "16"}
"""Chapters that are read to level 3: logic, files, identity, sessions, rights, cryptography, logs."""
KEEPERS_OF_SECRETS = ("cryptography", "hashlib", "hmac", "secrets", "ssl", "django_otp", "django.contrib.auth.hashers")
WEAK = re.compile(r"\b(?:modes\.ECB|TripleDES|Blowfish|ARC4|PKCS1v15|md5|sha1|MD5|SHA1)\b")


def _rows() -> list[list[str]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line[:1] == "|"]
    return [cells for cells in lines if re.fullmatch(r"\d+\.\d+\.\d+", cells[0])]


def test_each_requirement_that_we_read_has_one_row_with_its_level() -> None:
    every = {f"{part}.{nth}": level for part, levels in LEVELS.items() for nth, level in enumerate(levels, 1)}
    assert Counter(every.values()) == {"1": 70, "2": 183, "3": 92}
    wanted = [(one, level) for one, level in every.items() if level < "3" or one.partition(".")[0] in AT_LEVEL_3]
    assert [(cells[0], cells[1]) for cells in _rows()] == wanted


def test_the_counts_at_the_top_are_those_of_the_rows() -> None:
    found = Counter(cells[3] for cells in _rows())
    assert set(found) <= set(STATES)
    told = {state: int(number) for state, number in re.findall(r"^\| ([^|]+?) \| (\d+) \|", PAGE, re.MULTILINE)}
    assert {state: told[state] for state in STATES} == {state: found[state] for state in STATES}
    assert told["in all"] == len(_rows())


def test_what_is_met_names_its_test_and_all_else_says_why() -> None:
    for number, _, asks, state, why in _rows():
        assert asks, number
        assert len(why) > 3, number
        assert state != "met" or TEST.fullmatch(why), number


def test_every_test_that_the_page_names_exists() -> None:
    named = set(TEST.findall(PAGE))
    assert len(named) > 50
    for file, test in named:
        assert (ROOT / file).is_file(), file
        assert not test or f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{file}::{test}"


def test_every_module_that_uses_cryptography_is_in_the_list() -> None:
    using = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if any(_secret_keepers_in(path))}
    using |= {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.js") if "crypto." in path.read_text("utf-8")}
    assert set(re.findall(r"^\| `([\w/]+\.(?:py|js))` \|", PAGE, re.MULTILINE)) == using


def _secret_keepers_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        yield from (name for name in names for one in KEEPERS_OF_SECRETS if name == one or name.startswith(f"{one}."))


def test_no_weak_cipher_mode_or_hash_is_named_in_the_code() -> None:
    assert [str(path) for path in SOURCE.rglob("*.py") if WEAK.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "source", ["import hashlib", "from cryptography.fernet import Fernet", "from hmac import digest"]
)
def test_an_import_of_cryptography_is_seen(source: str, tmp_path: Path) -> None:
    written = tmp_path / "one.py"
    written.write_text(source, "utf-8")
    assert any(_secret_keepers_in(written))
