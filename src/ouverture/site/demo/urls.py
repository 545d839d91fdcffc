"""The addresses of the demonstration."""

from django.urls import path

from ouverture.site.demo import views

pages = [
    path("demo/", views.demo, name="demo"),
    path("demo/as/", views.come_in, name="come_in"),
    path("demo/pass/", views.let_days_pass, name="let_days_pass"),
    path("demo/both/", views.both_sides, name="both_sides"),
]
