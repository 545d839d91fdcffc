"""The outbox of one-time codes: a letter waits in its row until it left, and is tried again as long as it is good."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from datetime import datetime, timedelta
from queue import Empty, Queue
from threading import Lock, Thread

from django.db import connection
from django.utils import timezone

from ouverture.adapters.accounts.mail_codes import GOOD_FOR, letter_of
from ouverture.adapters.accounts.models import MailCode
from ouverture.adapters.post.mail import MailServer, send_mail
from ouverture.adapters.post.opening import mail_server
from ouverture.adapters.worker.sending import Undelivered

PAUSE = timedelta(seconds=20)
"""Before what did not leave is tried again."""
_turn = Lock()
_asked: Queue[bool] = Queue()
_threads: list[Thread] = []


def mail_leaves_here() -> bool:
    """Whether this installation sends e-mail; raises NoPost when its settings are wrong."""
    return mail_server(os.environ) is not None


def send_soon() -> None:
    """Have the letters that wait sent by one thread beside the pages."""
    with _turn:
        if not _threads:
            _threads.append(Thread(target=_send_on, name="codes", daemon=True))
            _threads[0].start()
    _asked.put(True)


def send_waiting(server: MailServer, now: datetime) -> int:
    """Send every letter that is still good; how many could not leave and wait on."""
    MailCode.objects.filter(made_at__lte=now - GOOD_FOR).exclude(letter="").update(letter="")
    left = 0
    for code in MailCode.objects.exclude(letter=""):
        letter = letter_of(code)
        try:
            if letter is not None:
                send_mail(server, f"code/{code.pk}/{code.made_at.isoformat()}", letter)
            MailCode.objects.filter(pk=code.pk).update(letter="")
        except Undelivered:
            left += 1
    return left


def _send_on() -> None:
    wait: float | None = None
    while True:
        with suppress(Empty):
            _asked.get(timeout=wait)
        wait = PAUSE.total_seconds() if _round() else None


def _round() -> int:
    """One round; how many letters wait on. Whatever goes wrong, the next round is tried."""
    try:
        server = mail_server(os.environ)
        return send_waiting(server, timezone.now()) if server else 0
    except Exception as problem:
        logging.getLogger("ouverture").error("codes not sent: %s", type(problem).__name__)
        return 1
    finally:
        connection.close()
