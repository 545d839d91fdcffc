"""Who is at the desk, from the session. Looked up again at each request: a link revoked a second ago opens nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone

from ouverture.adapters.accounts.models import Account, Key, MailDoor, Mandate, Presence, PrivateLink
from ouverture.services.casework.actors import STAFF, Actor, Role
from ouverture.site.page.actor import COLLEAGUES, FINDER, GIVER, NAMER
from ouverture.site.page.addresses import page_address
from ouverture.site.page.clock import today
from ouverture.site.page.navigation import own_ways
from ouverture.text import Language

ACCOUNT, LINKS, MAILS = "door_account", "door_links", "door_mails"
KEY, PRESENTED = "door_key", "door_presented"
SEEN, OPENED, PRESENCE, VISIT = "door_seen", "door_opened", "door_presence", "door_visit"
IDLE_END = timedelta(minutes=30)
"""How long a desk of staff stays open with nobody at it (OWASP ASVS 5, 7.3.1: a time chosen for the risk)."""
LONGEST = timedelta(hours=12)
"""How long an account stays signed in at most, whatever is done meanwhile: a working day (7.3.2)."""
LONGEST_VISIT = timedelta(days=14)
"""How long after a link or a code a person's files stay open at most, whatever is done meanwhile: then once more."""
SEEN_EVERY = timedelta(minutes=1)
"""The session is written at most so often for this alone."""


def actor_of(request: HttpRequest) -> Actor | None:
    """Who is at the desk; None for a visitor."""
    return _account(request) or _person(request) or _device(request)


def enter_account(request: HttpRequest, account: Account) -> None:
    """An account has proved who it is: a new session key, and the desk is open."""
    request.session.cycle_key()
    request.session[ACCOUNT] = account.pk
    now = timezone.now()
    request.session[SEEN] = request.session[OPENED] = now.isoformat()
    Presence.objects.filter(account=account, opened_at__lt=now - LONGEST).delete()
    request.session[PRESENCE] = Presence.objects.create(account=account, opened_at=now, seen_at=now).pk


def first_page(request: HttpRequest, language: Language) -> HttpResponseRedirect:
    """Where whoever just came in begins: their day, or the page of their counter."""
    actor = actor_of(request)
    return redirect(own_ways(actor, language)[0].href if actor else page_address("sign_in", language))


def account_in(request: HttpRequest) -> Account | None:
    """The account that is signed in here; None for a visitor, a person, a machine."""
    actor = _account(request)
    return Account.objects.filter(identity=actor.id).first() if actor else None


def sessions_of(request: HttpRequest, account: Account) -> list[dict[str, Any]]:
    """Where an account is signed in, the last one seen first: its number, from when to when, whether it is this one."""
    here = request.session.get(PRESENCE)
    return [
        {"pk": one.pk, "opened_at": one.opened_at, "seen_at": one.seen_at, "is_here": one.pk == here}
        for one in Presence.objects.filter(account=account).order_by("-seen_at")
    ]


def end_sessions(request: HttpRequest, account: Account, which: int | None = None) -> int:
    """End one session of an account, or all but this one; how many."""
    ended = Presence.objects.filter(account=account)
    ended = ended.exclude(pk=request.session.get(PRESENCE, 0)) if which is None else ended.filter(pk=which)
    return ended.delete()[0]


def enter_link(request: HttpRequest, link: PrivateLink) -> None:
    """A person followed their link; the files of links followed before stay open beside it."""
    request.session.cycle_key()
    request.session[VISIT] = timezone.now().isoformat()
    request.session[LINKS] = [*(pk for pk in request.session.get(LINKS, []) if pk != link.pk), link.pk]


def enter_mail(request: HttpRequest, doors: Sequence[MailDoor]) -> None:
    """A code came back from an address: the files it keeps are open, beside those opened before."""
    request.session.cycle_key()
    new = [door.pk for door in doors]
    request.session[VISIT] = timezone.now().isoformat()
    request.session[MAILS] = [*(pk for pk in request.session.get(MAILS, []) if pk not in new), *new]


def enter_key(request: HttpRequest, key: Key) -> None:
    """A kiosk, or the post of a doctor, showed its key."""
    request.session.cycle_key()
    request.session[KEY] = key.pk


def present(request: HttpRequest, stream: str) -> None:
    """A card was presented at this counter: its file is open here until the next one is."""
    request.session[PRESENTED] = [stream]


def leave(request: HttpRequest) -> None:
    """Nobody is at the desk any more; what a visitor answered stays."""
    Presence.objects.filter(pk=request.session.get(PRESENCE, 0)).delete()
    for name in (ACCOUNT, LINKS, MAILS, KEY, PRESENTED, SEEN, OPENED, PRESENCE, VISIT):
        request.session.pop(name, None)
    request.session.cycle_key()


def _account(request: HttpRequest) -> Actor | None:
    known = request.session.get(ACCOUNT)
    account = Account.objects.filter(pk=known, is_active=True).first() if known else None
    if account is None:
        return None
    role = cast(Role, account.role)
    if _is_ended(request) or _worn_out(request) or (role in STAFF and _idle(request)):
        leave(request)
        return None
    return Actor(account.identity, role, account.office, _files_of(request, account))


def _is_ended(request: HttpRequest) -> bool:
    """Whether this session was ended from elsewhere."""
    return PRESENCE in request.session and not Presence.objects.filter(pk=request.session[PRESENCE]).exists()


def _worn_out(request: HttpRequest) -> bool:
    return timezone.now() - _moment(request, OPENED) > LONGEST


def _moment(request: HttpRequest, name: str) -> datetime:
    return datetime.fromisoformat(request.session.get(name, "2000-01-01T00:00:00+00:00"))


def _idle(request: HttpRequest) -> bool:
    now, seen = timezone.now(), _moment(request, SEEN)
    if now - seen > SEEN_EVERY:
        request.session[SEEN] = now.isoformat()
        Presence.objects.filter(pk=request.session.get(PRESENCE, 0)).update(seen_at=now)
    return now - seen > IDLE_END


def _files_of(request: HttpRequest, account: Account) -> tuple[str, ...]:
    """The files of a helper's mandates in force today, or those whose card was presented."""
    if account.role != "helper":
        return tuple(request.session.get(PRESENTED, ()))
    mandates = Mandate.objects.filter(account=account, ended_at=None)
    return tuple(one.stream for one in mandates if one.holds(today()))


def _person(request: HttpRequest) -> Actor | None:
    """The person of the doors passed in this visit that are still open: by link, by e-mail."""
    doors = [*_live(PrivateLink, request, LINKS), *_live(MailDoor, request, MAILS)]
    if not doors or timezone.now() - _moment(request, VISIT) > LONGEST_VISIT:
        return None
    return Actor(doors[-1].identity, "person", "", tuple(dict.fromkeys(door.stream for door in doors)))


def _live(table: type[PrivateLink] | type[MailDoor], request: HttpRequest, name: str) -> list[Any]:
    wanted: list[Any] = request.session.get(name, [])
    found = {door.pk: door for door in table.objects.filter(pk__in=wanted, revoked_at=None)} if wanted else {}
    return [found[pk] for pk in wanted if pk in found]


def _device(request: HttpRequest) -> Actor | None:
    known = request.session.get(KEY)
    key = Key.objects.filter(pk=known).first() if known else None
    if key is None or not key.opens(today()):
        return None
    return Actor(key.identity, cast(Role, key.role), key.office, tuple(request.session.get(PRESENTED, ())))


def label_of(identity: str) -> str:
    """What is shown for an opaque identity of staff; "" for a person, whose own name is theirs to tell."""
    return Account.objects.filter(identity=identity).values_list("label", flat=True).first() or ""


def colleagues(office: str) -> list[tuple[str, str]]:
    """The agents of an office who may sign in: identity and label."""
    every = Account.objects.filter(office=office, role="agent", is_active=True).order_by("label")
    return list(every.values_list("identity", "label"))


def ask_the_door(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a page that wants to know who is at the desk can ask."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.__dict__[FINDER] = lambda: actor_of(request)
        request.__dict__[NAMER] = label_of
        request.__dict__[COLLEAGUES] = colleagues
        request.__dict__[GIVER] = lambda: request.session.pop(PRESENTED, None)
        return get_response(request)

    return answer
