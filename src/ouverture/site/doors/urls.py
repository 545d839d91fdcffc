"""The addresses of the doors."""

from django.urls import path

from ouverture.site.doors import beginning, views

pages = [
    path("begin/", beginning.begin_file, name="begin"),
    path("begin/link/", beginning.begun, name="begun"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.one_time_code, name="one_time_code"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("link/<str:secret>/", views.follow_link, name="follow_link"),
]
