"""The addresses of the caisse's own screens."""

from django.urls import path

from ouverture.site.caisse import calling, next_work, review

pages = [
    path("file/<slug:stream>/review/", review.review, name="review"),
    path("file/<slug:stream>/call/", calling.call, name="call_desk"),
    path("next/", next_work.next_work, name="next_work"),
]
