"""The least a page costs: one template with a form behind a token, by Django and waitress, with none of our code.

python bench/peers/bare_django.py PORT
"""

import secrets
import sys

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_protect
from waitress import serve

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>
<form method="post">{% csrf_token %}{% for answer in answers %}
<label><input type="radio" name="answer" value="{{ forloop.counter }}"> {{ answer }}</label>{% endfor %}
<button>Go on</button></form></body></html>"""
ANSWERS = ("I work", "I study", "I am retired", "I look for work", "Nothing of these")


@csrf_protect
def page(request: HttpRequest) -> HttpResponse:
    """The page."""
    return HttpResponse(engines["django"].from_string(PAGE).render({"answers": ANSWERS}, request))


urlpatterns = [path("", page)]

if __name__ == "__main__":
    settings.configure(
        SECRET_KEY=secrets.token_hex(),
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["127.0.0.1"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()
    serve(get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[1]), threads=4, _quiet=True)
