"""The addresses of the person's own pages; the file itself is at an address of ``front``."""

from django.urls import path

from ouverture.site.person import (
    calls,
    everything,
    household,
    money,
    my_data,
    pack,
    papers,
    reminders,
    rights,
    sending,
    situation,
    waits,
)

pages = [
    path("file/<slug:stream>/papers/", papers.my_papers, name="my_papers"),
    path("file/<slug:stream>/rights/", rights.my_rights, name="my_rights"),
    path("file/<slug:stream>/acts/", everything.my_acts, name="my_acts"),
    path("file/<slug:stream>/household/", household.my_household, name="my_household"),
    path("file/<slug:stream>/sending/", sending.my_sending, name="my_sending"),
    path("file/<slug:stream>/remedies/", sending.my_remedies, name="my_remedies"),
    path("file/<slug:stream>/write/<slug:letter>/", sending.my_letter, name="my_letter"),
    path("file/<slug:stream>/pack/", pack.my_pack, name="my_pack"),
    path("file/<slug:stream>/pack/pdf/", pack.my_pack_pdf, name="my_pack_pdf"),
    path("file/<slug:stream>/pack/<slug:paper>/pdf/", pack.my_paper_pdf, name="my_paper_pdf"),
    path("file/<slug:stream>/evidence/", pack.my_evidence, name="my_evidence"),
    path("file/<slug:stream>/situation/", situation.my_situation, name="my_situation"),
    path("file/<slug:stream>/situation/what-if/", situation.suppose, name="suppose"),
    path("file/<slug:stream>/situation/keep/", situation.keep_answers, name="keep_answers"),
    path("file/<slug:stream>/situation/check/", situation.check_answer, name="check_answer"),
    path("file/<slug:stream>/situation/<slug:name>/", situation.change_answer, name="change_answer"),
    path("file/<slug:stream>/waits/", waits.my_waits, name="my_waits"),
    path("file/<slug:stream>/money/", money.my_money, name="my_money"),
    path("file/<slug:stream>/calls/", calls.my_calls, name="my_calls"),
    path("file/<slug:stream>/calendar/", reminders.my_calendar, name="my_calendar"),
    path("file/<slug:stream>/data/", my_data.my_data, name="my_data"),
    path("file/<slug:stream>/data/copy/", my_data.my_copy, name="my_copy"),
    path("file/<slug:stream>/data/carry/", my_data.carry, name="carry_file"),
    path("file/<slug:stream>/data/erase/", my_data.erase, name="erase_file"),
    path("erased/", my_data.erased, name="erased"),
]
