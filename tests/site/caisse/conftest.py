"""The desks of the generic pages, at the screens drawn by hand."""

from tests.site.desk.conftest import come_in, house

__all__ = ["come_in", "house"]
