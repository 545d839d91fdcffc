"""What those who keep the machine ask: is it alive, can it serve, how late is it, whom does one tell of a weakness."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from secrets import compare_digest

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from ouverture.adapters.journal.figures import Figures
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.site.trust import CONTACT, METRICS
from ouverture.wiring import figures_of, is_ready

LOG = logging.getLogger("ouverture.operation")
PLAIN = "text/plain; charset=utf-8"
CONTACT_HOLDS = timedelta(days=180)
"""RFC 9116, 2.5.5: the text of security.txt says when it ends, less than a year ahead."""


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The program runs and answers; it looks at nothing."""
    return HttpResponse("alive\n", PLAIN)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The program can serve: its journal can be read. 503 otherwise; why is in the log, by its kind."""
    try:
        answers = is_ready(house())
    except Exception:  # whatever the reason, the answer is no
        LOG.exception("not ready")
        answers = False
    return HttpResponse("ready\n", PLAIN) if answers else HttpResponse("not ready\n", PLAIN, status=503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures in the text format of Prometheus, for who bears the token that the settings give; else no such page."""
    token = os.environ.get(METRICS, "")
    borne = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token or not compare_digest(borne.encode(), token.encode()):
        raise Http404
    found = figures_of(house(), now())
    if found is None:
        raise Http404
    registry = CollectorRegistry()
    registry.register(_Told(found))
    return HttpResponse(generate_latest(registry), "text/plain; version=0.0.4; charset=utf-8")


class _Told:
    """The figures, as the library collects them."""

    def __init__(self, found: Figures) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        """Every figure with its name and unit."""
        found = self._found
        for name, about, value in (
            ("unsent_messages", "Messages that are due and have not left", found.unsent),
            ("oldest_unsent_message_seconds", "How long the oldest of them waits", found.oldest_unsent),
            ("unsealed_seconds", "How long the first event after the last seal waits", found.unsealed),
            ("set_aside", "Troubles of files that the worker set aside", found.set_aside),
            ("journal_events", "Events in the journal", found.events),
            ("journal_bytes", "Size of the journal's database", found.size),
        ):
            yield GaugeMetricFamily(f"ouverture_{name}", about, value=value)
        if found.seal_age is not None:
            yield GaugeMetricFamily("ouverture_seal_age_seconds", "Age of the last seal", value=found.seal_age)
        overdue = GaugeMetricFamily("ouverture_overdue_acts", "Acts past their day, by stage", labels=["stage"])
        for stage, count in found.overdue.items():
            overdue.add_metric([stage], count)
        yield overdue


@require_safe
def security_contact(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116), when the settings name somebody."""
    contact = os.environ.get(CONTACT, "")
    if not contact.startswith(("mailto:", "https://")) or not contact.isprintable():
        raise Http404
    ends: datetime = now() + CONTACT_HOLDS
    lines = (f"Contact: {contact}", f"Expires: {ends.isoformat(timespec='seconds')}", "Preferred-Languages: fr, en")
    return HttpResponse("\n".join(lines) + "\n", PLAIN)
