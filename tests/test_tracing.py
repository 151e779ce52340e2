"""Traces: one from a request to what a worker does because of it, and a collector that nobody waits for."""

import asyncio
import re
import secrets
import signal
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from backend import correlation, tracing
from backend.connectors.webex import Webex
from backend.graphql_server.execution import MAX_TOLD_NAME
from backend.models.order import EventKind, OrderEvent
from backend.schema.ids import number_of
from backend.settings import settings
from backend.tracing import recording
from backend.web.shutdown import SHUTDOWN_TIMEOUT
from backend.worker.loop import Worker
from tests.api import Caller
from tests.collector import Collector, Told, collector
from tests.live import Live
from tests.product import LICENSES, Product, service, sites
from tests.receiver import Receiver, receiver
from tests.worker.test_provisioning import submitted

SPAN = "b7ad6b7169203331"
OURS = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-01")


@pytest.fixture
def collected() -> Iterator[Collector]:
    """A collector."""
    with collector() as running:
        yield running


@pytest.fixture
def traced(collected: Collector, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """This process records spans."""
    start(collected.url, monkeypatch)
    yield collected
    tracing.stop()


def start(url: str, monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    """Record spans in this process, whose environment is put right after the test."""
    given = {"OTEL_TRACES_SAMPLER": "parentbased_always_on", "OTEL_TRACES_SAMPLER_ARG": "1.0"} | more
    for name, value in ({"OTEL_EXPORTER_OTLP_ENDPOINT": url, "OTEL_BSP_SCHEDULE_DELAY": "50"} | given).items():
        monkeypatch.setenv(name, value)
    tracing.start(replace(settings(), otel_exporter_otlp_endpoint=url))


@pytest.fixture
async def other() -> AsyncIterator[Receiver]:
    """The other side of webhooks and of the connector."""
    async with receiver() as running:
        yield running


def asking(caller: Caller, flags: str = "01", **headers: str) -> str:
    """Let everything that a caller sends from now on be part of a trace; its id."""
    trace = secrets.token_hex(16)
    caller.http.headers.update({"traceparent": f"00-{trace}-{SPAN}-{flags}"} | headers)
    return trace


def lineage(spans: list[Told], span: Told) -> list[str]:
    """The names of a span and of those that it is part of, the outermost first."""
    by_id = {one.id: one for one in spans}
    names = [span.name]
    while span.parent in by_id:
        span = by_id[span.parent]
        names.insert(0, span.name)
    return names


def named(spans: list[Told], name: str) -> Told:
    """The first span with this name."""
    return next(span for span in spans if span.name == name)


async def test_a_request_is_one_trace_with_what_a_worker_does_because_of_it(
    product: Product, traced: Collector, other: Receiver
) -> None:
    other.always = 200
    product.worker = Worker(settings(), connector=Webex(f"http://127.0.0.1:{other.port}", "token"))
    seller = await product.integrator("cloud-sales")
    assert not (await seller.do("createWebhookEndpoint", url=other.url("/hook"), events=["ORDER_PLACED"])).refused
    placing = asking(seller)
    contact, order = await product.mapped(licenses=LICENSES[:1])  # by another token of the same seller
    await product.place(seller)
    id = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=id, sites=sites("acme-one"))
    closing = asking(contact)
    assert not (await contact.do("submitService", serviceId=id)).refused
    await product.provision()
    await product.deliver()
    while await product.worker.deliver_webhook():
        pass
    tracing.stop()

    spans = traced.of(placing)
    requests = [span for span in spans if span.name == "POST /graphql"]
    assert {span.parent for span in requests} == {SPAN}
    assert requests[0].values["http.response.status_code"] == 200
    mutation = named(spans, "mutation")
    assert mutation.values["graphql.operation.type"] == "mutation"
    assert mutation.values["hub.cost"] > 0
    assert lineage(spans, named(spans, "send")) == ["POST /graphql", "mutation", "transaction", "mail", "send"]
    posted = next(span for span in spans if span.name == "POST" and span.kind == Span.SPAN_KIND_CLIENT)
    assert lineage(spans, posted) == ["POST /graphql", "mutation", "transaction", "webhook", "POST"]
    received = [OURS.fullmatch(got.headers["traceparent"]) for got in other.received if got.path == "/hook"]
    assert (posted.trace, posted.id) in [one.groups() for one in received if one]

    spans = traced.of(closing)
    calls = [span for span in spans if lineage(spans, span)[-2:] == ["connector", "POST"]]
    assert lineage(spans, calls[0]) == [
        *("POST /graphql", "mutation", "transaction", "provisioning step", "connector", "POST")
    ]
    sent = [OURS.fullmatch(got.headers["traceparent"]) for got in other.received if got.path.startswith("/v1")]
    assert sorted(one.groups() for one in sent if one) == sorted((call.trace, call.id) for call in calls)
    told = named(spans, "mail")  # of the end; its summary may take long to draw
    assert lineage(spans, told)[-3:] == ["provisioning step", "transaction", "mail"]
    assert {"acme", "pat@", "Acme"} & {word for span in traced.spans for word in ("acme", "pat@", "Acme")
        if word.encode() in span.raw} == set()  # fmt: skip
    assert len({span.id for span in traced.spans}) == len(traced.spans)


async def test_without_a_collector_the_worker_goes_on_under_the_id_of_the_request(product: Product) -> None:
    _, id, _ = await submitted(product, "acme-one")
    await product.provision()
    found = await OrderEvent.filter(order_id=number_of("Order", id)).values_list("kind", "correlation_id")
    ids = dict(found)
    closed = ids[EventKind.SERVICE_SUBMITTED]
    assert ids[EventKind.STEP_FINISHED] == ids[EventKind.ORDER_COMPLETED] == closed != ids[EventKind.ORDER_PLACED]
    assert not tracing.is_on()


async def test_a_caller_without_a_trace_gets_one_whose_id_is_the_correlation_id(
    product: Product, traced: Collector
) -> None:
    browser = product.browser()
    answered = await browser.get("/")
    refused = await browser.http.put("/graphql")
    await browser.get("/healthz")
    tracing.stop()
    begun = {span.trace: span for span in traced.spans}
    page, wrong = (begun[one.headers["x-correlation-id"]] for one in (answered, refused))
    assert (page.parent, page.name, page.kind) == ("", "GET /{path}", Span.SPAN_KIND_SERVER)
    assert (wrong.name, wrong.values["http.response.status_code"], wrong.failed) == ("PUT /graphql", 405, False)
    assert len(traced.spans) == 2
    assert page.process["service.name"] == "control-hub"
    assert traced.paths[0] == "/v1/traces"


DECISIONS: dict[tuple[str, str], list[str]] = {  # flags, and what the browser says: the parent of each span
    ("01", ""): [SPAN],  # a program that records
    ("00", ""): [],  # one that decided not to
    ("00", "same-origin"): [""],  # a page of ours names the trace and records nothing
    ("00", "cross-site"): [],  # of somebody else
    ("01", "same-origin"): [SPAN],  # a proxy between recorded
}


async def test_who_records_decides_and_pages_only_name_the_trace(product: Product, traced: Collector) -> None:
    begun = []
    for flags, fetched in DECISIONS:
        browser = product.browser()
        begun.append(asking(browser, flags, **({"sec-fetch-site": fetched} if fetched else {})))
        assert (await browser.get("/")).headers["x-correlation-id"] == begun[-1]
    tracing.stop()
    assert [[span.parent for span in traced.of(trace)] for trace in begun] == list(DECISIONS.values())


async def test_a_name_that_a_stranger_gives_an_operation_takes_little_of_what_waits_for_the_collector(
    product: Product, traced: Collector
) -> None:
    await product.browser().ask(f"query {'A' * 30_000} {{ __typename }}")
    tracing.stop()
    assert len(named(traced.spans, "query").values["graphql.operation.name"]) == MAX_TOLD_NAME


async def test_a_sampler_of_none_records_nothing_and_passes_that_on(
    product: Product, collected: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(collected.url, monkeypatch, OTEL_TRACES_SAMPLER="parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG="0")
    correlation.begin()
    with tracing.span("work", "SERVER"):
        assert correlation.headers()["traceparent"].endswith("-00")
    await product.browser().get("/")
    tracing.stop()
    assert collected.paths == []


def test_work_goes_on_and_ends_in_time_whatever_the_collector_does(
    collected: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_MAX_QUEUE_SIZE", "600")
    collected.hold.clear()
    for url, status in (("http://127.0.0.1:9", 0), (collected.url, 500), (collected.url, 400)):
        collected.status = status
        start(url, monkeypatch)
        begun = time.process_time()
        for _ in range(2_000):
            with tracing.span("work", "SERVER"):
                pass
        assert time.process_time() - begun < 2.0
        begun = time.monotonic()
        tracing.stop()
        assert time.monotonic() - begun < recording.FLUSH_TIMEOUT + 1.0
    assert collected.spans == []


async def test_a_worker_that_looks_for_work_and_finds_none_leaves_no_trace(product: Product, traced: Collector) -> None:
    await product.worker.send_due()
    await product.place()
    await product.worker.run_due_transitions()
    tracing.stop()
    assert {span.name for span in traced.spans if not span.parent} <= {"due", "POST /graphql"}


def end_in_time(live: Live) -> None:
    """End a process, which has five seconds, and what a busy machine takes to wake it up."""
    assert live.end(signal.SIGTERM) < SHUTDOWN_TIMEOUT + 2.0


@pytest.mark.slow
@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_web_processes_and_workers_send_their_spans_of_one_trace(
    product: Product, fresh: str, collected: Collector, other: Receiver, tmp_path: Path
) -> None:
    other.always = 200
    contact, order = await product.mapped(licenses=LICENSES[:1])
    id = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=id, sites=sites("acme-one"))
    webex = {"CONNECTOR": "webex", "WEBEX_URL": f"http://127.0.0.1:{other.port}", "WEBEX_TOKEN": "t"}
    own = {"OTEL_EXPORTER_OTLP_ENDPOINT": collected.url, "OTEL_EXPORTER_OTLP_HEADERS": "api-key=k"} | webex
    with ExitStack() as stack:
        web, worker = (stack.enter_context(Live(fresh, tmp_path / name)) for name in ("web", "worker"))
        web.start(command=["serve", "--workers", "2", "--no-worker"], environment=own)
        worker.start(command=["worker"], environment=own)
        cookies = {cookie.name: cookie.value or "" for cookie in contact.http.cookies.jar}  # of another host
        async with httpx2.AsyncClient(base_url=web.address, cookies=cookies, timeout=60, verify=False) as http:
            caller = Caller(http)
            trace = asking(caller)
            assert not (await caller.do("submitService", serviceId=id)).refused
            assert (await caller.do("requestSignIn", email="pat@acme.example")).payload["accepted"]
        wanted = {"POST /graphql", "provisioning step", "connector", "mail", "send"}
        await asyncio.to_thread(collected.wait_for, lambda: wanted <= {one.name for one in collected.of(trace)})
        spans = collected.of(trace)
        assert lineage(spans, named(spans, "POST"))[0] == "POST /graphql"
        assert named(spans, "POST /graphql").process != named(spans, "mail").process
        assert {"service.instance.id"} <= set(spans[0].process)
        assert collected.headers[0]["api-key"] == "k"
        # What was recorded last goes out at the end; a collector that hangs keeps nobody.
        caller = web.caller()
        last = asking(caller)
        await caller.get("/")
        await caller.http.aclose()
        end_in_time(web)
        assert await asyncio.to_thread(collected.wait_for, lambda: collected.of(last))
        collected.hold.clear()
        end_in_time(worker)


@pytest.mark.slow
@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_server_ends_in_time_while_the_collector_hangs(fresh: str, collected: Collector) -> None:
    collected.hold.clear()
    with Live(fresh) as live:
        live.start(environment={"OTEL_EXPORTER_OTLP_ENDPOINT": collected.url, "OTEL_BSP_SCHEDULE_DELAY": "10"})
        caller = live.caller()
        assert (await caller.get("/")).status_code == 200
        await asyncio.to_thread(collected.wait_for, lambda: collected.paths)  # it holds the sender now
        assert (await caller.get("/")).status_code == 200
        await caller.http.aclose()
        end_in_time(live)
    assert collected.spans == []
