"""Every address of the site is looked at by axe, or named among those that show no page, with the reason."""

from django.urls import resolve

from ouverture.documents.roles import addresses
from tests.journeys.every_page import LOOKED_AT, NO_PAGE

NOWHERE = "nowhere/"
"""No address at all: the page that says so."""


def test_no_page_is_left_out_and_none_is_excused_that_is_looked_at() -> None:
    names = {name for name, _ in addresses() if ":" not in name}
    seen = {resolve(f"/en/{path.partition('?')[0]}").url_name for path in LOOKED_AT if path != NOWHERE}
    excused = frozenset().union(*NO_PAGE.values())
    assert names - seen == excused
    assert not seen & excused
