"""The addresses of the counters. The file is that of the card presented: it stands in no address."""

from django.urls import path

from ouverture.site.counter import doctor, kiosk, rights

pages = [
    path("kiosk/", kiosk.kiosk, name="kiosk"),
    path("doctor/", doctor.doctor, name="doctor"),
    path("rights/", rights.rights, name="rights_check"),
]
