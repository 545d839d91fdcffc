"""What is asked of a small desk: sent once, kept for the visit under a key of the address, and shown from there.

So Back, a refresh and the other language find the question and its answer again, and nothing personal is in an address.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ouverture.site.page.day_boxes import PARTS, boxes_of
from ouverture.site.page.parts import FieldError
from ouverture.site.page.sealed import ADDRESS, keep_sent, sent_before
from ouverture.site.page.sentences import sentence
from ouverture.text import Text

LONGEST = 200
"""In characters: no number, place or date comes near."""


@dataclass(frozen=True)
class Asked:
    """What stands in the fields. ``given``: something was asked; ``gone``: its result is no longer kept.

    ``cut``: the first field of which only the beginning stands here, because more was written than ``longest``.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given: bool = False
    gone: bool = False
    cut: str = ""
    longest: int = LONGEST

    def refuse_cut(self) -> None:
        """Raise Wrong where only the beginning of a field was kept: nothing is read from half of what was written."""
        if self.cut:
            raise Wrong(self.cut, sentence("error.too_long", longest=self.longest))


class Wrong(Exception):
    """What was asked cannot be answered: one sentence, and the field it is about."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


def keep_and_show(request: HttpRequest, desk: str, anchor: str = "", longest: int = LONGEST) -> HttpResponse:
    """Keep what was sent, and lead to the page that shows its answer, or to the part of it named ``anchor``.

    One character more than ``longest`` is kept of each field, so that the page can say that it is too long.
    """
    posted = request.POST.dict().items()
    sent = {name: value.strip()[: longest + 1] for name, value in posted if name != "csrfmiddlewaretoken"}
    return redirect(f"{request.path}?{ADDRESS}={keep_sent(request, desk, sent)}{anchor and f'#{anchor}'}")


def asked_of(
    request: HttpRequest, desk: str, names: tuple[str, ...], days: tuple[str, ...] = (), longest: int = LONGEST
) -> Asked:
    """What was asked before under the key of the address; empty fields for nothing."""
    before = sent_before(request, desk)
    gone = before is None and ADDRESS in request.GET
    source = before or {}
    cut = _cut(source, names, longest)
    return Asked(_typed(source, names, longest), _days(source, days), before is not None, gone, cut, longest)


def asked_in_address(request: HttpRequest, desk: str, names: tuple[str, ...], days: tuple[str, ...] = ()) -> Asked:
    """The same, where what is asked is nobody's and may stand in a link too: a place, a country, a time limit."""
    asked, written = asked_of(request, desk, names, days), request.GET.dict()
    if asked.given or not any(name in written or f"{name}-day" in written for name in (*names, *days)):
        return asked
    cut = _cut(written, names, LONGEST)
    return Asked(_typed(written, names, LONGEST), _days(written, days), given=True, cut=cut)


def _typed(source: Mapping[str, str], names: tuple[str, ...], longest: int) -> dict[str, str]:
    return {name: source.get(name, "").strip()[:longest] for name in names}


def _cut(source: Mapping[str, str], names: tuple[str, ...], longest: int) -> str:
    return next((name for name in names if len(source.get(name, "").strip()) > longest), "")


def _days(source: Mapping[str, str], days: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
    return {name: _boxes(name, source) for name in days}


def error_of(wrong: Wrong | None, days: tuple[str, ...] = ()) -> list[FieldError]:
    """The line of the error summary, leading to the first box of a date."""
    if wrong is None:
        return []
    return [FieldError(f"{wrong.field}-day" if wrong.field in days else wrong.field, wrong.text)]


def _boxes(name: str, source: Mapping[str, str]) -> dict[str, str]:
    """The three boxes of a date; a whole date under its name, as a link gives it, stands in the first."""
    boxes = boxes_of(name, source)
    whole = source.get(name, "").strip()
    if boxes or not whole:
        return boxes
    year, _, rest = whole.partition("-")
    month, _, day = rest.partition("-")
    return dict(zip(PARTS, (day, month, year), strict=True)) if day else {"day": whole[:40]}
