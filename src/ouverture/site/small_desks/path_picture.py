"""Where a message stands on the path of a newcomer: one dot a step, the place marked, its neighbours named."""

from collections.abc import Iterator
from dataclasses import dataclass

from ouverture.text import Text
from ouverture.wording.messages.catalogue import path_steps

WIDTH = 340
"""Of the drawing, in its own units: a narrow phone shows them one to one."""

_MARGIN = 14


@dataclass(frozen=True)
class Dot:
    """A step of the path, where it is drawn."""

    name: str
    says: Text
    x: int
    is_here: bool


@dataclass(frozen=True)
class PathPicture:
    """The dots in order. ``before`` and ``after``: the steps beside the marked one, None at an end."""

    dots: tuple[Dot, ...]

    @property
    def here(self) -> Dot:
        """The marked step."""
        return self.dots[self._place]

    @property
    def before(self) -> Dot | None:
        """The step before."""
        return self.dots[self._place - 1] if self._place else None

    @property
    def after(self) -> Dot | None:
        """The step after."""
        return self.dots[self._place + 1] if self._place + 1 < len(self.dots) else None

    @property
    def _place(self) -> int:
        return next(place for place, dot in enumerate(self.dots) if dot.is_here)


def path_picture(step: str) -> PathPicture:
    """The path with ``step`` marked; raises KeyError for a step that is not in ``wording/data/path.toml``."""
    if step not in path_steps():
        raise KeyError(step)
    return PathPicture(tuple(_dots(step)))


def _dots(step: str) -> Iterator[Dot]:
    steps = path_steps()
    room = (WIDTH - 2 * _MARGIN) / (len(steps) - 1)
    for place, (name, says) in enumerate(steps.items()):
        yield Dot(name, says, _MARGIN + round(room * place), name == step)
