"""The newcomers of the tour, in a real browser, each in a look of their own; all looks in ``script/campaign``."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.newcomer_walk import LOOKS, PANELS, Look, walk

pytestmark = pytest.mark.browser

ONE_LOOK_EACH = tuple(zip(PANELS, (*LOOKS, LOOKS[0]), strict=True))
"""Eight looks among nine walks: every language, width and colour, and every two of them together."""


@pytest.mark.parametrize(("who", "look"), ONE_LOOK_EACH, ids=list(PANELS))
def test_a_newcomer_gets_few_questions_an_answer_with_a_face_and_an_act_with_its_day(
    chromium: Browser, site: str, who: str, look: Look
) -> None:
    assert walk(chromium, site, who, look) > 0
