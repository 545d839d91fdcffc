"""The addresses of the desk. A file is named by its opaque identity; nothing of a person stands in an address.

The file itself is at an address of ``front``, which leads those whose file it is to pages of their own.
"""

from django.urls import path

from ouverture.site.desk import acting, file, finding, pictures, work

pages = [
    path("queue/", work.work, name="work"),
    path("queue/take/", work.take_act, name="take"),
    path("find/", finding.find, name="find"),
    path("file/<slug:stream>/story/", file.story, name="story"),
    path("file/<slug:stream>/letters/", file.letters, name="letters"),
    path("file/<slug:stream>/letters/<int:message>/pdf/", file.letter_pdf, name="letter_pdf"),
    path("file/<slug:stream>/signed/<slug:kind>/pdf/", file.signed_paper, name="signed_paper"),
    path("file/<slug:stream>/looked/", file.looked, name="looked"),
    path("file/<slug:stream>/page/<slug:name>/", pictures.picture, name="page_picture"),
    path("file/<slug:stream>/page/<slug:name>/small/", pictures.picture, {"small": True}, name="page_small"),
    path("file/<slug:stream>/do/<slug:kind>/", acting.act, name="act"),
    path("file/<slug:stream>/do/<slug:kind>/check/", acting.check, name="check_act"),
]
