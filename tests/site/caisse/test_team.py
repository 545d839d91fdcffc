"""The team's page: what waits in words and figures, shared out by a form, carried away without a name."""

from __future__ import annotations

from ouverture.adapters.accounts.models import Account
from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of


def test_a_stage_goes_to_an_agent_and_back_to_the_others(come_in: ComeIn, house: House) -> None:
    agent, head = come_in("agent@751"), come_in("supervisor@751")
    whom = Account.objects.get(login="agent@751").identity
    assert "The team this morning" in text_of(head.get("/en/team/"))
    head.post("/en/team/share/", {"back": "team", "stage": "papers", "count": "5", "to": whom})
    assert "Shared out." in text_of(head.get("/en/team/"))
    assert f"/en/file/{FILE}/" in text_of(agent.get("/en/queue/?holder=caisse&whose=mine"))
    assert agent.post("/en/team/share/", {"of": whom, "to": ""})["Location"] == "/en/queue/"
    assert "Nothing is owed here" in text_of(agent.get("/en/queue/?holder=caisse&whose=mine"))


def test_bad_figures_are_no_error(come_in: ComeIn) -> None:
    head = come_in("supervisor@751")
    for typed in ("", "0", "-1", "x", "²"):
        assert head.get("/fr/team/", {"agents": typed}).status_code == 200
        head.post("/en/team/share/", {"back": "team", "stage": "papers", "count": typed, "to": "nobody"})
        assert "Nothing changed hands." in text_of(head.get("/en/team/"))


def test_the_rows_are_a_file_without_a_name(come_in: ComeIn) -> None:
    rows = come_in("supervisor@751").get("/en/team/rows/")
    assert rows["Content-Type"].startswith("text/csv")
    lines = rows.content.decode().splitlines()
    assert lines[0].startswith("file,act,stage,due")
    assert lines[1].startswith(FILE)


def test_an_agent_has_no_picture_of_the_team(come_in: ComeIn) -> None:
    assert come_in("agent@751").get("/en/team/").status_code == 403
