"""All answers at once: change one, keep them in a file, take them back from it, forget them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ouverture.law.facts import FACTS
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.interview import Given, next_screen
from ouverture.site.page.clock import today
from ouverture.site.session import forget, given_in, keep
from ouverture.site.visitor.answer_file import UnreadableFile, read_file, written
from ouverture.text import Language


@require_safe
def answers(request: HttpRequest, language: Language) -> HttpResponse:
    """The list of what was answered, each line with a link to change it."""
    given = given_in(request)
    context = {"answered": answered(given), "is_complete": next_screen(given, today()) is None}
    return render(request, "visitor/answers.html", context)


@require_safe
def save(request: HttpRequest, language: Language) -> HttpResponse:
    """The answers as a TOML file for the visitor to keep."""
    response = HttpResponse(written(given_in(request), today()), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ouverture-{today().isoformat()}.toml"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def reload(request: HttpRequest, language: Language) -> HttpResponse:
    """Take the answers of a file back; a file that cannot be used is refused in one sentence."""
    if request.method != "POST":
        return render(request, "visitor/reload.html")
    try:
        given = read_file(request.FILES.get("file"), today())
    except UnreadableFile as problem:
        return render(request, "visitor/reload.html", {"error": problem.text}, status=422)
    keep(request, given)
    return redirect("answers", language)


@require_POST
def start_again(request: HttpRequest, language: Language) -> HttpResponse:
    """Forget every answer."""
    forget(request)
    return redirect("start", language)


def answered(given: Given) -> list[tuple[Fact, Value | None]]:
    """Each fact asked, with its answer; None: not known."""
    return [(FACTS[name], value) for name, value in given.items()]
