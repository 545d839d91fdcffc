"""The pages of a day on which the law changes: its texts, the files it touches, done and left where one wants."""

from __future__ import annotations

from ouverture.adapters.accounts.models import RereadingRun
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

DAY = "/en/law-changes/2026-04-01/"


def test_the_days_lead_to_their_files_and_a_run_is_kept(come_in: ComeIn) -> None:
    head = come_in("supervisor@751")
    assert 'href="/en/law-changes/2026-04-01/"' in text_of(head.get("/en/law-changes/"))
    page = head.get(DAY)
    assert "Nothing has left" in text_of(page)
    assert head.post(DAY, {"do": "page", "upto": "another"}).status_code == 302
    assert "These files have changed" in text_of(head.get(DAY))
    head.post(DAY, {"do": "page", "upto": page.context["files"].upto})
    assert page.context["files"].upto == FILE
    assert "Every file has been read again" in text_of(head.get(DAY))
    head.post(DAY, {"do": "again"})
    assert "Nothing has left" in text_of(head.get(DAY))
    RereadingRun.objects.all().delete()


def test_a_day_on_which_nothing_changes_leads_back_to_the_list(come_in: ComeIn) -> None:
    head = come_in("supervisor@751")
    for day in ("2026-04-02", "soon", "9999-99-99"):
        assert head.get(f"/en/law-changes/{day}/")["Location"] == "/en/law-changes/"
    assert come_in("agent@751").get(DAY).status_code == 403
