"""Pages that change by themselves do not move what somebody is about to press."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.journeys.conftest import Visitor, opening, until
from tests.journeys.serving import Site, serving
from tests.journeys.test_together import mapped
from tests.journeys.walker import Walker
from tests.product import location, service, sites

NUMBERS = count(1)
WINDOWS = [{"width": 1280, "height": 800}, {"width": 320, "height": 640}]
NOTE_SHIFTS = """(() => {
  window.shifts = [];
  const about = ({ node, previousRect, currentRect }) =>
    `${node?.nodeName} ${node?.className ?? ""} "${node?.textContent?.slice(0, 40)}" ` +
    `${previousRect.x},${previousRect.y} -> ${currentRect.x},${currentRect.y}`;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) shifts.push(shift.sources.map(about).join("; "));
  }).observe({ type: "layout-shift", buffered: false });
})()"""


@dataclass
class Slow:
    """The product before a Webex that answers each request when it is told to, and its database."""

    site: Site
    webex: "Queue[int]"
    database: Path

    def now(self) -> None:
        """Let the wait before the next try be over."""
        with sqlite3.connect(self.database, timeout=30) as database:
            database.execute("UPDATE service SET due_at = '2020-01-01 00:00:00+00:00' WHERE due_at IS NOT NULL")


@contextmanager
def webex() -> Iterator[tuple[str, "Queue[int]"]]:
    """A Webex API whose answers stand in a queue, but for Messaging, which comes along; its address, and the queue."""
    answers: Queue[int] = Queue()

    class Api(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200 if self.path.endswith("/services") else self.answer())
            self.send_header("Content-Length", "0")
            self.end_headers()

        def answer(self) -> int:
            """The next answer; before it comes the connection is not silent, or the product would give up."""
            while True:
                try:
                    return answers.get(timeout=5)
                except Empty:
                    self.handle_expect_100()

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", answers
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Slow]:
    """A product of its own, because what it provisions waits for the test."""
    folder = tmp_path_factory.mktemp("still")
    with webex() as (url, answers), serving(folder, migrated=migrated_sqlite) as site:
        site.server.restart(CONNECTOR="webex", WEBEX_URL=url, WEBEX_TOKEN="x")
        yield Slow(site, answers, folder / "journeys.db")


@pytest.fixture
def visit(browser: Browser, slow: Slow) -> Iterator[Callable[..., Visitor]]:
    """Opens browsers for this product."""
    with opening(browser, slow.site) as open_browser:
        yield open_browser


class Windows:
    """A wide and a narrow window of one browser, on a page of an order that changes by itself."""

    def __init__(self, walker: Walker, address: str) -> None:
        self.walker = walker
        self.address = address
        self.pages = [walker.page.context.new_page() for _ in WINDOWS]
        self.heard: Counter[Page] = Counter()
        for page in self.pages:
            page.on("websocket", partial(self._listen, page))

    def open(self) -> None:
        """Open the page in both, and wait until it is drawn."""
        for page, window in zip(self.pages, WINDOWS, strict=True):
            page.set_viewport_size(window)  # type: ignore[arg-type]
            page.goto(self.address)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            page.evaluate("document.fonts.ready")
        for page in self.pages:
            until(page, partial(self.heard.get, page), "the socket tells nothing")
        self.shifts()

    def _listen(self, page: Page, socket: WebSocket) -> None:
        self.heard[page] = 0
        socket.on("framereceived", partial(self._hear, page))

    def _hear(self, page: Page, told: str | bytes) -> None:
        self.heard[page] += '"next"' in str(told)

    def tell(self, english: str, **values: object) -> None:
        """Wait until both say this."""
        text = self.walker.words(english).format(**values)
        for page in self.pages:
            expect(page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def tops(self, *names: str) -> list[float]:
        """Where the buttons, and links that look like some, stand in each window."""
        return [self._top(page, self.walker.words(name)) for page in self.pages for name in names]

    def _top(self, page: Page, name: str) -> float:
        button = page.get_by_role("button", name=name, exact=True)
        box = button.or_(page.get_by_role("link", name=name, exact=True)).bounding_box()
        assert box
        return box["y"]

    def shifts(self) -> list[str]:
        """What has moved since the last time without anybody having done anything."""
        return [shift for page in self.pages for shift in page.evaluate("shifts.splice(0)")]

    def steps(self) -> list[list[str]]:
        """The names of the steps, which come from the server."""
        return [page.locator(".progress-name").all_inner_texts() for page in self.pages]

    def requests(self) -> list[str]:
        """What they ask the API for from now on."""
        found: list[str] = []
        for page in self.pages:
            page.on("request", lambda request: found.append(request.url) if request.url.endswith("/graphql") else None)
        return found


def services_of(walker: Walker) -> tuple[str, str]:
    """The ids of Meetings and Calling."""
    query = "query ($id: ID!) { order(id: $id) { services { id kind } } }"
    body: dict[str, Any] = {"query": query, "variables": {"id": walker.order_id}}
    order = walker.page.request.post("/graphql", data=body).json()["data"]["order"]
    return service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_moves_while_services_are_set_up_with_retries_until_all_is_done(
    visit: Callable[..., Visitor], slow: Slow, language: str
) -> None:
    visitor = visit("en")  # which language the socket speaks is the page's to say, not the browser's
    visitor.context.add_cookies([{"name": "language", "value": language, "url": slow.site.url}])
    visitor.context.add_init_script(NOTE_SHIFTS)
    walker, _ = mapped(visitor, slow.site, language)
    id = walker.order_id
    meetings, calling = services_of(walker)
    windows = Windows(walker, f"/setup/{id}/done")
    beside = [Windows(walker, f"/orders/{id}"), Windows(walker, f"/setup/{id}/services")]

    def carried_out(*, after: int) -> None:
        """The running step is done after so many tries that come to nothing."""
        for attempt in range(1, after + 1):
            slow.webex.put(503)
            windows.tell("Try {attempts}: {message}", attempts=attempt, message="Webex")
            slow.now()
        slow.webex.put(200)

    walker.act("saveMeetingSites", serviceId=meetings, sites=sites(f"still-{language}-{next(NUMBERS)}"))
    walker.act("submitService", serviceId=meetings)
    for each in (windows, *beside):
        each.open()
    windows.tell("Running now")
    before, steps = windows.tops("Set up now", "Open Control Hub"), windows.steps()
    before_beside = [each.tops("Set up now") for each in beside]
    carried_out(after=2)
    asked = windows.requests()
    carried_out(after=1)
    windows.tell("Nothing is running now. You can leave this page and come back any time.")
    assert windows.shifts() == []
    assert windows.tops("Set up now", "Open Control Hub") == before
    assert windows.steps() == steps
    assert asked == []  # all of it came over the socket
    for page in (page for each in beside for page in each.pages):
        expect(page.get_by_text(walker.words("Provisioned"), exact=True)).to_have_count(2)  # Messaging came along
    assert [each.tops("Set up now") for each in beside] == before_beside

    walker.act("saveCallingLocation", serviceId=calling, **location(f"Still {language}"))
    walker.act("submitService", serviceId=calling)
    windows.open()
    before = windows.tops("Open Control Hub")
    carried_out(after=0)
    carried_out(after=1)
    for page in windows.pages:
        expect(page.get_by_role("heading", level=1, name=walker.words("Everything is set up"))).to_be_visible()
    assert windows.shifts() == []
    assert windows.tops("Open Control Hub") == before
