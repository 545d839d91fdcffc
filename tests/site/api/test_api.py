"""The API: the rights of whoever owns the token, the refusals of the desk as problem details, one schema for both."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.services.casework.house import House
from ouverture.site.doors.keys import make_key
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import house  # noqa: F401

Answer = dict[str, Any]


def token(role: str = "agent", office: str = "751") -> dict[str, str]:
    account, _ = Account.objects.get_or_create(
        login=f"api-{role}-{office}", defaults={"role": role, "office": office, "label": role, "password": "!"}
    )
    return {"Authorization": f"Bearer {make_key('agent', 'script', account=account)}"}


def asked(path: str, headers: dict[str, str]) -> Any:
    return Client().get(f"/api/{path}", headers=headers)


def done(kind: str, headers: dict[str, str], **order: Any) -> Any:
    body = json.dumps({"answers": {"piece": "identity_document"}, "key": "order-000001", **order})
    path = f"/api/files/{FILE}/acts/{kind}"
    return Client().post(path, body, content_type="application/json", headers=headers)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer nothing"}, {"Authorization": "Basic x"}])
def test_without_a_live_token_nothing_is_answered(house: House, headers: dict[str, str]) -> None:  # noqa: F811
    assert asked(f"files/{FILE}", headers).status_code == 401


def test_a_token_sees_what_its_owner_sees(house: House) -> None:  # noqa: F811
    shown = asked(f"files/{FILE}", token()).json()
    assert shown["headline"]["holder"] == "caisse"
    assert asked(f"files/{FILE}", token(office="691")).status_code == 404
    assert asked(f"files/{RECORD}", token()).status_code == 404
    assert asked("me", token()).json()["role"] == "agent"


def test_an_act_is_previewed_done_once_and_told_twice_as_once(house: House) -> None:  # noqa: F811
    mine = token()
    version = house.met(FILE).version
    would = done("accept_piece", mine, preview=True)
    assert would.json()["events"]
    assert house.met(FILE).version == version
    first, again = done("accept_piece", mine), done("accept_piece", mine)
    assert first.json()["version"] == again.json()["version"]
    assert again.json()["repeated"]
    assert not [key for key in house.met(FILE).keys if "order-000001" in key], "what a program chose stands in clear"


def test_an_act_bears_an_earlier_day_in_a_record_of_a_caisse_outside_and_nowhere_else(house: House) -> None:  # noqa: F811
    helper = token("helper", "")
    account = Account.objects.get(login="api-helper-")
    until = date(2027, 1, 1)
    Mandate.objects.create(account=account, stream=RECORD, kind="paper", begins=date(2026, 1, 1), ends=until)
    told = {"exchange": "x9", "way": "call", "with_whom": "the line", "said": "the file is complete"}
    body = json.dumps({"answers": told, "key": "order-000009", "happened_on": "2026-11-20"})
    path = f"/api/files/{RECORD}/acts/record_exchange"
    answered = Client().post(path, body, content_type="application/json", headers=helper)
    assert answered.status_code == 200, answered.content
    assert "2026-11-20" in asked(f"files/{RECORD}/story", helper).content.decode()
    refused = done("accept_piece", token(), happened_on="2026-11-20")
    assert (refused.status_code, "give no day" in refused.content.decode()) == (422, True)


def test_refusals_are_problem_details_with_a_sentence(house: House) -> None:  # noqa: F811
    mine = token()
    for refused, status in (
        (done("accept_piece", mine, answers={"piece": ""}), 422),
        (done("accept_piece", mine, answers={"no": "x"}), 422),
        (done("accept_piece", mine, key="short"), 422),
        (done("no_such_act", mine), 403),
        (done("grant_application", mine, answers={}), 422),
        (done("accept_piece", mine, seen=1, key="order-old-seen"), 409),
    ):
        assert refused.status_code == status, refused.content
        assert refused["Content-Type"] == "application/problem+json"
        assert refused.json()["detail"]


def test_the_same_key_with_other_content_is_refused(house: House) -> None:  # noqa: F811
    mine = token()
    done("accept_piece", mine)
    other = done("accept_piece", mine, answers={"piece": "marriage_certificate"})
    assert other.status_code == 409


def test_forms_acts_story_letters_and_queue_have_their_shape(house: House) -> None:  # noqa: F811
    mine = token()
    acts = asked(f"files/{FILE}/acts", mine).json()
    assert any(one["possible"] and one["kind"] == "accept_piece" for one in acts)
    assert asked(f"files/{FILE}/acts/accept_piece", mine).json()["fields"][0]["name"] == "piece"
    assert asked(f"files/{FILE}/story", mine).json()[0]["says"]["fr"]
    assert asked(f"files/{FILE}/letters", mine).json()
    assert asked("queue", mine).json()[0]["stream"] == FILE
    assert asked(f"files/{FILE}/readings", token("supervisor")).json()


def test_the_schema_is_open_and_names_every_route() -> None:
    schema = Client().get("/api/openapi.json").json()
    assert len(schema["paths"]) == 8
