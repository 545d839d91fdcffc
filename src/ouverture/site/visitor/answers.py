"""All answers at once: change one, keep them in a file, take them back from it, forget them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.encoding import escape_uri_path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ouverture.clock.day_words import plain_day
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.interview import Given, next_screen
from ouverture.site.page.clock import today
from ouverture.site.page.sealed import ADDRESS, keep_sent, sent_before
from ouverture.site.page.sentences import say
from ouverture.site.session import ERASED_COOKIE, UNDO, bring_back, forget, given_in, keep, keep_ticks
from ouverture.site.visitor.answer_file import UnreadableFile, read_file, written
from ouverture.text import Language, Text


@require_safe
def answers(request: HttpRequest, language: Language) -> HttpResponse:
    """The list of what was answered, each line with a link to change it."""
    given = given_in(request)
    context = {"answered": answered(given), "is_complete": next_screen(given, today()) is None}
    return render(request, "visitor/answers.html", context)


@require_safe
def save(request: HttpRequest, language: Language) -> HttpResponse:
    """The answers as a text file for the visitor to keep, called what it is."""
    response = HttpResponse(written(given_in(request), today()), content_type="text/plain; charset=utf-8")
    day = plain_day(today()).to(language).replace(" ", "-")
    name = escape_uri_path(say("answers.file_name", language, day=day))
    response["Content-Disposition"] = f"attachment; filename=\"ouverture.txt\"; filename*=UTF-8''{name}"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def reload(request: HttpRequest, language: Language) -> HttpResponse:
    """Take the answers of a file back; a file that cannot be used is refused in one sentence."""
    if request.method != "POST":
        before = sent_before(request, "reload")
        return render(request, "visitor/reload.html", {"error": Text(**before) if before else None})
    try:
        given = read_file(request.FILES.get("file"), today())
    except UnreadableFile as problem:
        return redirect(f"{request.path}?{ADDRESS}={keep_sent(request, 'reload', problem.text._asdict())}")
    keep(request, given)
    keep_ticks(request, ())  # the papers in hand were those of the answers before
    return redirect("answers", language)


@require_POST
def start_again(request: HttpRequest, language: Language) -> HttpResponse:
    """Forget every answer; for a minute they can be had back."""
    key = forget(request)
    response = redirect("start", language)
    if key:
        age, secure = int(UNDO.total_seconds()), request.is_secure()
        response.set_cookie(ERASED_COOKIE, key, max_age=age, httponly=True, samesite="Lax", secure=secure)
    return response


@require_POST
def undo(request: HttpRequest, language: Language) -> HttpResponse:
    """Bring back what was erased less than a minute ago."""
    brought = bring_back(request, request.COOKIES.get(ERASED_COOKIE, ""))
    response = redirect("answers" if brought else "start", language)
    response.delete_cookie(ERASED_COOKIE)
    return response


def answered(given: Given) -> list[tuple[Fact, Value | None]]:
    """Each fact asked, with its answer; None: not known."""
    return [(FACTS[name], value) for name, value in given.items()]
