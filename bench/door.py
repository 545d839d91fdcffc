"""A small door of the bench's own: Django, one view, each POST one durable command through ``services.handle``.

    python bench/door.py JOURNAL shared|own

Served by waitress with as many threads as clients; prints its port, then serves until it is stopped. ``shared``: one
store for all threads, as the product has it. ``own``: one store for each thread, so that many writers poll the lock.
"""

import argparse
import json
import logging
from collections.abc import Callable
from datetime import date, datetime
from threading import local
from typing import Any

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.dossier.kernel import Moment
from ouverture.dossier.records import command_from_record, command_to_record
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import Recall
from ouverture.services.casework.standing import dossiers

THREADS = 16
NUMBER_KEY = b"a key for the bench, known to everybody"
_machine = dossiers()
_recall = Recall(_machine)
_record: Callable[[], Record]
urlpatterns: list[Any] = []


def written(order: Order) -> bytes:
    """An order as the door reads it."""
    wanted = order.command
    said = {
        "stream": order.stream,
        "kind": wanted.kind,
        "values": command_to_record(wanted),
        "on": order.at.on.isoformat(),
        "by": order.at.by,
        "key": order.key,
        "recorded_at": order.recorded_at.isoformat(),
    }
    return json.dumps(said).encode()


def read(body: bytes) -> Order:
    """The order that ``written`` wrote."""
    said = json.loads(body)
    wanted = command_from_record(said["kind"], said["values"])
    moment = Moment(date.fromisoformat(said["on"]), said["by"])
    return Order(said["stream"], wanted, moment, said["key"], datetime.fromisoformat(said["recorded_at"]))


def carry_out(request: HttpRequest) -> HttpResponse:
    """The view: 200 with the new version once it is durable, 409 otherwise."""
    answer = handle(_record(), _machine, read(request.body), _recall)
    if isinstance(answer, Done):
        return JsonResponse({"version": answer.version})
    return JsonResponse({"refused": repr(answer)}, status=409)


def records(where: str, manner: str) -> Callable[[], Record]:
    """What gives the record to a thread: the same to all, or to each its own."""
    if manner == "shared":
        one = opened(where)
        return lambda: one
    mine = local()

    def own() -> Record:
        if not hasattr(mine, "record"):
            mine.record = opened(where)
        record: Record = mine.record
        return record

    return own


def opened(where: str) -> Record:
    """The record in a journal."""
    return Record(open_store({SETTING: where}), NUMBER_KEY)


def main(where: str, manner: str) -> None:
    """Serve, until stopped."""
    global _record
    _record = records(where, manner)
    urlpatterns.append(path("", carry_out))
    settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="a bench has none", MIDDLEWARE=[])
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news here
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=THREADS)
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="One door of the bench, served until stopped.")
    parser.add_argument("where", help="the journal")
    parser.add_argument("manner", help="how orders are recorded")
    main(**vars(parser.parse_args()))
