"""Whole processes: `ouverture assess` from nothing, and the pages of an interview on the demo server.

    python bench/cold_start.py 2026-11-23

What is not there yet, or does not start, is said and left out.
"""

import argparse
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from timing import MILLI, Figure, Section

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "american_spouse_paris.toml"
START_LIMIT, PAGE_LIMIT = 2.0, 10.0
"""How many times the peer of the same run: a time alone says more of the machine than of the program."""
STARTS, VIEWS, MOST_PAGES = 15, 20, 40
REQUESTS_AN_ANSWER = 3  # the form, the way to the next question, and that question
TICKS = os.sysconf("SC_CLK_TCK")

PEER = "import openfisca_core.simulations, openfisca_core.taxbenefitsystems"
BARE_PAGE = ROOT / "bench" / "peers" / "bare_django.py"

ABOUT = """`ouverture assess examples/american_spouse_paris.toml --json` as a process of its own ({starts} times, files
already in the system's memory), beside a process that only loads OpenFisca-Core; and the interview of the same person
on `ouverture demo`, each of its pages asked for {views} times over HTTP on this machine, beside a bare page of Django
and waitress. By the clock on the wall, so other work on the machine counts: the least is nearest to the program's own,
and is what the limit is held against."""


class NotThere(Exception):
    """The program to measure does not exist yet or does not run."""


def measure(day: date) -> Section:
    """Start-up and pages, where there are any."""
    return Section("Cold start and pages", ABOUT.format(starts=STARTS, views=VIEWS), tuple(_figures(day)))


def _figures(day: date) -> Iterator[Figure]:
    for what, figures in (("`ouverture assess`", _starts), ("the interview's pages", _pages)):
        try:
            yield from figures(day)
        except NotThere as missing:
            yield Figure(what, f"not measured: {missing}")


def _starts(day: date) -> Iterator[Figure]:
    command = [sys.executable, "-m", "ouverture", "assess", str(EXAMPLE), "--json", "--on", day.isoformat()]
    _run(command)
    bare = [_run([sys.executable, "-c", "pass"])[0] for _ in range(STARTS)]
    peers = [_run([sys.executable, "-c", PEER])[0] for _ in range(STARTS)]
    runs = [_run(command) for _ in range(STARTS)]
    walls, processors = zip(*runs, strict=True)
    yield _times(f"`ouverture assess` (CPU {min(processors) * MILLI:.0f} ms)", walls)
    yield Figure("of which Python alone", f"{statistics.median(bare) * MILLI:.0f} ms")
    yield _times("OpenFisca-Core, loaded and no more", peers)
    yield _beside("`ouverture assess`, times OpenFisca-Core loaded", min(walls) / min(peers), START_LIMIT)


def _run(command: list[str]) -> tuple[float, float]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise NotThere(_last_line(done.stderr))
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _pages(day: date) -> Iterator[Figure]:
    command = [sys.executable, "-m", "ouverture", "demo", "--port", str(_free_port())]
    bare = _bare_page()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=_asked_on(day)) as server:
        try:
            yield from _visit(server.pid, _address(server), bare)
        except (URLError, OSError) as problem:
            raise NotThere(str(problem)) from None
        finally:
            server.terminate()


def _asked_on(day: date) -> dict[str, str]:
    return os.environ | {"OUVERTURE_TODAY": day.isoformat()}


def _bare_page() -> list[float]:
    """How long the peer's page takes, each time it is asked for; raises NotThere when it is not served."""
    port = _free_port()
    with subprocess.Popen([sys.executable, str(BARE_PAGE), str(port)]) as server:
        try:
            opener = _once_served(f"http://127.0.0.1:{port}/")
            return [_timed(lambda: _get(opener, f"http://127.0.0.1:{port}/")) for _ in range(VIEWS * 5)]
        finally:
            server.terminate()


def _once_served(page: str) -> OpenerDirector:
    opener = build_opener()
    for _ in range(100):
        try:
            _get(opener, page)
            return opener
        except URLError:
            time.sleep(0.1)
    raise NotThere(f"nothing is served at {page}")


def _free_port() -> int:
    """A port on which nobody listens at this moment: the demo takes no number but that of a port."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _address(server: subprocess.Popen[str]) -> str:
    said = []
    for line in server.stderr or ():
        said.append(line)
        if found := re.search(r"http://[^/]+", line):
            return found.group()
    raise NotThere(_last_line("".join(said)))


def _visit(process: int, address: str, bare: list[float]) -> Iterator[Figure]:
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    views: list[float] = []
    answers: list[float] = []
    spent, processor = 0, _processor_time(process)
    page, text = _get(opener, f"{address}/en/questions/")
    while "<form" in text and "/questions/" in page and len(answers) < MOST_PAGES:
        views += [_timed(lambda page=page: _get(opener, page)) for _ in range(VIEWS)]  # type: ignore[misc]
        start = time.perf_counter()
        page, text = _get(opener, page, _form(text))
        answers.append(time.perf_counter() - start)
        spent += VIEWS + REQUESTS_AN_ANSWER
    if not views:
        raise NotThere("no question was shown")
    processor = (_processor_time(process) - processor) / spent
    yield _times(f"a page of the interview (about {processor * MILLI:.0f} ms of CPU)", views)
    yield _times("a bare page of Django and waitress", bare)
    yield _beside("a page of the interview, times a bare page", min(views) / min(bare), PAGE_LIMIT)
    yield _times("an answer sent and the page after it shown (three requests)", answers)
    yield Figure("answers until the verdict", str(len(answers)))
    yield _times("the verdict and the plan", [_timed(lambda: _get(opener, page)) for _ in range(VIEWS)])


def _get(opener: OpenerDirector, page: str, form: dict[str, str] | None = None) -> tuple[str, str]:
    with opener.open(page, urlencode(form).encode() if form else None) as answer:
        return urlsplit(answer.url)._replace(fragment="").geturl(), answer.read().decode()


def _form(text: str) -> dict[str, str]:
    """Every answer of the example at once, as any of the site's forms would send it; "I don't know" to the rest."""
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    form = {"csrfmiddlewaretoken": token.group(1) if token else ""}
    given = tomllib.loads(EXAMPLE.read_text("utf-8"))
    for name in re.findall(r'name="([a-z_]+)"', text):
        value = given.get(name)
        form[name] = ("no", "yes")[value] if isinstance(value, bool) else str(value or "unknown")
    for name in re.findall(r'name="([a-z_]+)-day"', text):
        form |= _day_fields(name, given.get(name))
    for name in re.findall(r'name="([a-z_]+)-unknown"', text):
        if name not in given:
            form |= {name: "", f"{name}-unknown": "1"}
    return form | {"csrfmiddlewaretoken": token.group(1) if token else ""}


def _day_fields(name: str, day: date | None) -> dict[str, str]:
    if day is None:
        return {f"{name}-unknown": "1"}
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _processor_time(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _times(what: str, walls: Sequence[float]) -> Figure:
    least, median = min(walls), statistics.median(walls)
    return Figure(what, f"{least * MILLI:.0f} ms (median: {median * MILLI:.0f}, worst: {max(walls) * MILLI:.0f})")


def _beside(what: str, ratio: float, limit: float) -> Figure:
    return Figure(what, f"{ratio:.1f} times", f"{limit:.0f} times", ratio <= limit)


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it stopped without a word"])[-1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure a cold start.")
    parser.add_argument("day", type=date.fromisoformat, help="the day asked, year-month-day")
    for figure in measure(parser.parse_args().day).figures:
        print(" | ".join(figure.cells))
