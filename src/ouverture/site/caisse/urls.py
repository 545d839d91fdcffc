"""The addresses of the caisse's own screens."""

from django.urls import path

from ouverture.site.caisse import (
    calling,
    deciding,
    demanding,
    holding,
    intake,
    keys,
    next_work,
    rereading,
    review,
    team,
    together,
)

pages = [
    path("file/<slug:stream>/review/", review.review, name="review"),
    path("file/<slug:stream>/call/", calling.call, name="call_desk"),
    path("file/<slug:stream>/decide/", deciding.decide, name="decide"),
    path("file/<slug:stream>/holds/", holding.holds, name="holds"),
    path("team/", team.team, name="team"),
    path("team/share/", team.share, name="share"),
    path("team/rows/", team.rows, name="team_rows"),
    path("file/<slug:stream>/intake/", intake.intake, name="intake"),
    path("queue/together/", together.together, name="together"),
    path("demands/", demanding.demands, name="demands"),
    path("demands/end/", demanding.end, name="end_demand"),
    path("file/<slug:stream>/review/declared/", demanding.ask, name="ask_declared"),
    path("law-changes/", rereading.law_changes, name="law_changes"),
    path("law-changes/<slug:day>/", rereading.reread, name="reread"),
    path("keys/", keys.keys, name="keys"),
    path("next/", next_work.next_work, name="next_work"),
]
