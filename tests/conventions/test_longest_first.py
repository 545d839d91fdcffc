"""The files that the suite begins with are there: a name that is none would let a long one begin last."""

from tests.conftest import LONG
from tests.conventions.source_code import ROOT


def test_each_file_that_is_begun_first_is_there() -> None:
    assert [name for name in LONG if not (ROOT / name).is_file()] == []
