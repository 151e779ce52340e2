"""The server, or its database, goes away under an open page and comes back: the page goes on, and storms nobody."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.serving import Site, serving
from tests.journeys.test_together import mapped
from tests.journeys.test_wizard import is_provisioned
from tests.journeys.walker import Walker
from tests.postgres import Postgres, postgres

AWAY = 8_000  # milliseconds
MAX_TRIES = 6  # to connect while it is away: after one second, two and four, each shortened by chance
REFUSED_FOR_GOOD = {4400, 4401, 4403}
NOTE_SOCKETS = """
window.sockets = { opened: 0, codes: [], heard: 0 };
window.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    sockets.opened += 1;
    this.addEventListener("message", (message) => { sockets.heard += /orderChanged/.test(message.data); });
    this.addEventListener("close", (closed) => sockets.codes.push(closed.code));
  }
};
"""
NOBODY_THERE = re.compile("ERR_CONNECTION_REFUSED|WebSocket|503")


@pytest.fixture(scope="module")
def database() -> Iterator[Postgres]:
    """A PostgreSQL that this story stops."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="module")
def site(database: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A product of its own, which this story takes away."""
    with serving(tmp_path_factory.mktemp("outage"), database=database.url(database.create())) as site:
        yield site


@contextmanager
def away(whom: Any) -> Iterator[None]:
    """Nobody is there for a while."""
    whom.stop()
    yield
    whom.start()


def sockets(visitor: Visitor) -> Any:
    """What the page's sockets did so far."""
    return visitor.page.evaluate("sockets")


def hears(visitor: Visitor, before: int) -> None:
    """Wait until the page has heard more of its order than before."""
    until(visitor.page, lambda: sockets(visitor)["heard"] > before, "the subscription tells nothing")


def watching(visitor: Visitor, site: Site, name: str) -> Walker:
    """A person who watches how their services come to life, slowly."""
    walker, _ = mapped(visitor, site, "en")
    page, id = visitor.page, walker.order_id
    page.goto(f"/setup/{id}/services")
    hears(visitor, 0)
    query = "query ($id: ID!) { order(id: $id) { services { id kind } } }"
    body: dict[str, Any] = {"query": query, "variables": {"id": id}}
    walker.set_up(page.request.post("/graphql", data=body).json()["data"]["order"], f"slow-{name}")
    walker.press("See progress")  # by no new page: on a slow machine all would be over before it is there
    expect(page.get_by_role("progressbar").first).to_be_visible()
    return walker


@pytest.mark.parametrize("gone", ["server", "database"])
def test_an_open_page_of_progress_goes_on_by_itself_after_an_outage(
    visit: Callable[..., Visitor], site: Site, database: Postgres, gone: str
) -> None:
    visitor = visit("en")
    visitor.context.add_init_script(NOTE_SOCKETS)
    walker = watching(visitor, site, gone)
    before = sockets(visitor)
    with away(site.server if gone == "server" else database):
        visitor.page.wait_for_timeout(AWAY)  # as long as it is away
        until(visitor.page, lambda: sockets(visitor)["opened"] > before["opened"], "the page does not try again")
        during = sockets(visitor)
    is_provisioned(walker)
    hears(visitor, during["heard"])
    after = sockets(visitor)
    print(before, during, after)
    assert before["opened"] < during["opened"] <= before["opened"] + MAX_TRIES
    assert after["opened"] <= during["opened"] + MAX_TRIES
    assert not REFUSED_FOR_GOOD & set(after["codes"])
    assert all(NOBODY_THERE.search(complaint) for complaint in visitor.complaints), visitor.complaints
    visitor.complaints.clear()
