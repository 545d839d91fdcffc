"""Every address of the site."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from ouverture.site.api.routes import api
from ouverture.site.caisse.urls import pages as of_caisse
from ouverture.site.counter.urls import pages as of_counter
from ouverture.site.demo.urls import pages as of_demo
from ouverture.site.desk.urls import pages as of_desk
from ouverture.site.doors.urls import pages as of_doors
from ouverture.site.front import file_home, operation, start
from ouverture.site.law import views as law
from ouverture.site.page import colour, style
from ouverture.site.page.language import LanguageInAddress
from ouverture.site.person.urls import pages as of_person
from ouverture.site.small_desks import (
    calls,
    care_sheet,
    check_paper,
    contribution,
    desks,
    message,
    price,
    remedies,
    resources,
    time_limits,
)
from ouverture.site.visitor import answers, behind, questions, verdict

register_converter(LanguageInAddress, "language")

pages: list[URLPattern | URLResolver] = [
    path("", start.start, name="start"),
    path("questions/", questions.questions, name="questions"),
    path("questions/<slug:name>/", questions.question, name="question"),
    path("answers/", answers.answers, name="answers"),
    path("answers/file/", answers.save, name="save"),
    path("answers/reload/", answers.reload, name="reload"),
    path("answers/start-again/", answers.start_again, name="start_again"),
    path("answers/undo/", answers.undo, name="bring_back"),
    path("verdict/", verdict.verdict, name="verdict"),
    path("verdict/behind/", behind.behind, name="behind"),
    path("verdict/print/", verdict.printed, name="printed"),
    path("verdict/pdf/", verdict.as_pdf, name="plan_pdf"),
    path("verdict/calendar/", verdict.calendar, name="plan_calendar"),
    path("verdict/papers/", verdict.tick, name="tick"),
    path("desks/", desks.contents, name="desks"),
    path("desks/number/", desks.number, name="number"),
    path("desks/caisse/", desks.caisse, name="caisse"),
    path("desks/papers/", desks.papers, name="papers"),
    path("desks/deadline/", time_limits.deadline, name="deadline"),
    path("desks/deadline/calendar/", time_limits.calendar_of, name="deadline_calendar"),
    path("desks/call/", calls.contents, name="calls"),
    path("desks/call/<slug:name>/", calls.call, name="call"),
    path("desks/message/", message.message, name="message"),
    path("desks/remedies/", remedies.remedies, name="remedies"),
    path("desks/remedies/calendar/", remedies.calendar, name="remedies_calendar"),
    path("desks/care-sheet/", care_sheet.care_sheet, name="care_sheet"),
    path("desks/price/", price.price, name="price"),
    path("desks/resources/", resources.resources, name="resources"),
    path("desks/contribution/", contribution.contribution, name="contribution"),
    path("check/", check_paper.check_paper, name="check_paper"),
    path("check/keys/", check_paper.paper_keys, name="paper_keys"),
    path("check/withdrawn/", check_paper.papers_withdrawn, name="papers_withdrawn"),
    path("about/", start.about, name="about"),
    path("colour/", colour.colour, name="colour"),
    path("style/", style.style, name="style"),
    path("style/kiosk/", style.kiosk_style, name="kiosk_style"),
    path("style/staff/", style.staff_style, name="staff_style"),
    path("law/", law.contents, name="law"),
    path("law/<slug:article>/", law.article, name="article"),
    *of_doors,
    path("file/<slug:stream>/", file_home.file_home, name="file"),
    *of_person,
    *of_desk,
    *of_caisse,
    *of_counter,
    *of_demo,
]

urlpatterns = [
    path("", start.root, name="root"),
    path("health", operation.health, name="health"),
    path("ready", operation.ready, name="ready"),
    path("metrics", operation.metrics, name="metrics"),
    path(".well-known/security.txt", operation.security_contact, name="security_contact"),
    path("api/", api.urls),
    path("<language:language>/", include(pages)),
]

handler400 = "ouverture.site.front.refusals.bad_request"
handler403 = "ouverture.site.front.refusals.stale_form"
handler404 = "ouverture.site.front.refusals.not_found"
handler500 = "ouverture.site.front.refusals.our_fault"
