"""Traces that begin on a page: a click, the request, the mail; and the id that a message of failure shows."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Response

from tests.collector import Collector, collector
from tests.journeys.conftest import opening, until
from tests.journeys.serving import Site, serving
from tests.test_tracing import lineage

SUPPORT = "support@controlhub.example"


@pytest.fixture(scope="module")
def collected() -> Iterator[Collector]:
    """A collector."""
    with collector() as running:
        yield running


@pytest.fixture(scope="module")
def site(collected: Collector, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A product of its own, which sends traces."""
    with serving(tmp_path_factory.mktemp("traces"), ("add-support", SUPPORT)) as site:
        site.server.restart(OTEL_EXPORTER_OTLP_ENDPOINT=collected.url, OTEL_BSP_SCHEDULE_DELAY="100")
        yield site


def test_a_click_is_one_trace_with_the_mail_that_comes_of_it(
    browser: Browser, site: Site, collected: Collector
) -> None:
    with opening(browser, site) as open_browser:
        page = open_browser().page
        page.goto("/sign-in")
        page.get_by_role("textbox").fill(SUPPORT)
        with page.expect_response(re.compile("/graphql$")) as answered:
            page.get_by_role("button", name="Send me a code").click()
        trace = trace_of(answered.value)
        wanted = ["POST /graphql", "mutation", "mail", "send"]
        until(page, lambda: set(wanted) <= {span.name for span in collected.of(trace)}, "no mail in the trace")
        spans = collected.of(trace)
        sent = next(span for span in spans if span.name == "send")
        assert lineage(spans, sent) == wanted
        assert next(span.parent for span in spans if span.name == "POST /graphql") == ""  # the page records nothing

        page.get_by_label("Code").fill(site.code(SUPPORT))
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda url: not url.endswith("/sign-in"))
        answers: list[Response] = []
        page.on("response", lambda answered: answers.append(answered) if answered.url.endswith("/graphql") else None)
        page.goto("/orders/T3JkZXI6OTk5OTk5")
        shown = re.findall("[0-9a-f]{32}", page.get_by_text(re.compile("[0-9a-f]{32}")).last.inner_text())
        assert shown[0] in [trace_of(answer) for answer in answers]


def trace_of(answered: Response) -> str:
    """The trace that a request of a page named, which is the correlation id of its answer."""
    named = re.fullmatch("00-([0-9a-f]{32})-[0-9a-f]{16}-00", answered.request.all_headers()["traceparent"])
    assert named
    assert answered.all_headers()["x-correlation-id"] == named[1]
    return named[1]
