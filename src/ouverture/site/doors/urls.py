"""The addresses of the doors."""

from django.urls import path

from ouverture.site.doors import beginning, own_link, views

pages = [
    path("begin/", beginning.begin_file, name="begin"),
    path("begin/link/", beginning.begun, name="begun"),
    path("begin/reopen/", own_link.reopen_file, name="reopen_file"),
    path("file/<slug:stream>/link/", own_link.my_link, name="my_link"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.one_time_code, name="one_time_code"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("link/<str:secret>/", views.follow_link, name="follow_link"),
]
