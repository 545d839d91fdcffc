"""What a visitor does, in few words: answer a screen, go through the whole interview."""

from __future__ import annotations

from collections.abc import Mapping

from django.test import Client

from tests.spouse import SPOUSE

Form = dict[str, str]


def form(*names: str, person: Mapping[str, str] = SPOUSE) -> Form:
    """The fields of these facts as a browser sends them, dates in three parts."""
    sent: Form = {}
    for name in names:
        value = person[name]
        if value.count("-") == 2:
            year, month, day = value.split("-")
            sent |= {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}
        else:
            sent[name] = value
    return sent


def path_of(response: object) -> str:
    """The address a redirection leads to."""
    headers: Mapping[str, str] = response.headers  # type: ignore[attr-defined]
    return headers["Location"]


def next_question(client: Client, language: str = "en") -> str | None:
    """The name of the question that the site would ask now, None when it would give its answer."""
    address = path_of(client.get(f"/{language}/questions/"))
    return address.rstrip("/").rpartition("/")[2] if "/questions/" in address else None


def go_through(client: Client, person: Mapping[str, str] = SPOUSE, language: str = "en") -> list[str]:
    """The screens a person sees who answers everything asked."""
    seen: list[str] = []
    while name := next_question(client, language):
        assert name not in seen, f"{name} is asked again"
        seen.append(name)
        address = f"/{language}/questions/{name}/"
        fields = [field.fact.name for field in client.get(address).context["fields"]]
        response = client.post(address, form(*fields, person=person))
        assert "?result=" not in path_of(response), client.get(path_of(response)).content.decode()
    return seen
