"""The counters stand before the same house as the desks."""

from tests.site.desk.conftest import come_in, house

__all__ = ["come_in", "house"]
