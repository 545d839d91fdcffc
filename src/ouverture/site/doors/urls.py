"""The addresses of the doors."""

from django.urls import path

from ouverture.site.doors import (
    again,
    beginning,
    by_mail,
    coming_back,
    mandates,
    own_account,
    own_link,
    reminding,
    views,
)

pages = [
    path("begin/", beginning.begin_file, name="begin"),
    path("begin/link/", beginning.begun, name="begun"),
    path("back/", coming_back.come_back, name="come_back"),
    path("begin/reopen/", own_link.reopen_file, name="reopen_file"),
    path("file/<slug:stream>/link/", own_link.my_link, name="my_link"),
    path("file/<slug:stream>/mail/", by_mail.my_mail, name="my_mail"),
    path("mail/", by_mail.open_by_mail, name="open_by_mail"),
    path("mail/code/", by_mail.mail_code, name="mail_code"),
    path("file/<slug:stream>/helpers/", mandates.my_helpers, name="my_helpers"),
    path("file/<slug:stream>/reminders/", reminding.my_reminders, name="my_reminders"),
    path("calendar/<str:secret>.ics", reminding.calendar_feed, name="calendar_feed"),
    path("file/<slug:stream>/again/", again.again, name="again"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.one_time_code, name="one_time_code"),
    path("sign-in/password/", own_account.new_password, name="new_password"),
    path("sign-in/mine/", own_account.own_account, name="own_account"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("link/<str:secret>/", views.follow_link, name="follow_link"),
]
