"""A wait modelled by three figures of a dated table: it says of itself that it is a model, and what it rests on."""

from __future__ import annotations

from math import exp, log
from statistics import NormalDist
from typing import NamedTuple

_NORMAL = NormalDist()
_NINE = _NORMAL.inv_cdf(0.9)


class Model(NamedTuple):
    """Days by which half of people, and nine in ten, are served; nobody before ``floor``. The waits are lognormal."""

    median: int
    nine_in_ten: int
    floor: int

    def when(self, share: float, waited: int = 0) -> int:
        """The age by which ``share`` of those who have waited ``waited`` days are served: never before ``waited``."""
        done = self._ended(waited)
        # Far out in the tail the share is all there is: the answer stays finite, and never falls before today.
        aim = min(done + (1 - done) * share, 1 - 1e-9)
        return max(round(exp(log(self.median) + self._spread * _NORMAL.inv_cdf(aim))), self.floor, waited)

    def _ended(self, age: int) -> float:
        return _NORMAL.cdf((log(age) - log(self.median)) / self._spread) if age > self.floor else 0.0

    @property
    def _spread(self) -> float:
        return (log(self.nine_in_ten) - log(self.median)) / _NINE
