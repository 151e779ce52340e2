"""`make bench`: CPU per request of the API against a bare handler with SQL, in the same run; the PDF; memory.

Both are served by uvicorn with one process on loopback, on the same SQLite database. What is measured is the CPU time
of the server's process, which a busy machine disturbs least. Everything is switched on: session, access, limits, cost.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import httpx2
import psutil

from backend import clock, database
from backend.migrate import migrate
from backend.models.order import Audience, LicenseScope
from backend.models.organization import OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning import links, sign_in
from backend.provisioning.access import Actor
from backend.provisioning.act import Act, perform
from backend.provisioning.audience import choose_audience
from backend.provisioning.intake import NewOrder, SoldLicense, place_order
from backend.provisioning.journey import TRANSITIONS
from backend.provisioning.organizations import confirm, create
from backend.schema.ids import global_id

WARM_UP, REQUESTS = 300, 2000
EMAIL = "lena.vogt@halden.example"
QUERY = """query Page($id: ID!) { order(id: $id) {
  id orderNumber companyName status provisioningStatus version nextStep deadline viewerRole allowedMutations
  subscription { subscriptionNumber offer termMonths startDate endDate licenses { id name service scope totalUnits } }
  partnerOrganization { id displayName country } customerOrganization { id displayName country }
  services { id kind state progress nextStep savedAt }
} }"""
LATER = """mutation Later($input: ServiceInput!) { setUpLater(input: $input) {
  order { id version nextStep services { id state } } userErrors { code message field } } }"""
NOW = LATER.replace("setUpLater", "setUpNow").replace("Later", "Now")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ |= {
            "DATABASE_URL": f"sqlite://{folder}/bench.db",
            "RATE_LIMIT_FACTOR": "100000",
            "LOG_LEVEL": "ERROR",
        }
        order_id, service_id, session = asyncio.run(_prepare(os.environ["DATABASE_URL"]))
        cookies = {"session": session}
        with _served("benchmarks.raw:app", cookies) as raw:
            raw_query = raw.measure("/order", lambda _n: {"id": order_id})
            states = ("DEFERRED", "DRAFT")
            raw_step = raw.measure("/step", lambda n: {"id": order_id, "service": service_id, "state": states[n % 2]})
        with _served("backend.http.serving:without_worker", cookies) as api:
            print(f"memory, idle with all loaded  {api.memory():7.1f} MiB")
            query = {"query": QUERY, "variables": {"id": global_id("Order", order_id)}}
            api_query = api.measure("/graphql", lambda _n: query)
            given = {"input": {"serviceId": global_id("Service", service_id)}}
            api_step = api.measure("/graphql", lambda n: {"query": NOW if n % 2 else LATER, "variables": given})
            api.pdf(f"/orders/{global_id('Order', order_id)}/summary.pdf")
        _row("order page query", raw_query, api_query)
        _row("wizard step mutation", raw_step, api_step)


def _row(name: str, raw: float, ours: float) -> None:
    print(
        f"{name:28}  raw {raw * 1000:5.2f} ms   API {ours * 1000:5.2f} ms   ratio {ours / raw:4.2f}   (CPU a request)"
    )


async def _prepare(url: str) -> tuple[int, int, str]:
    await migrate(url)
    await database.connect(url)
    try:
        async with database.transaction():
            order = await place_order(_order(), "bench", clock.now())
        actor = Actor(email=EMAIL, email_key=EMAIL)

        async def change(mutation: str, rule: Any) -> None:
            async with database.transaction():
                await perform(order.id, TRANSITIONS[mutation], actor, clock.now(), rule)

        await change("chooseAudience", lambda act: choose_audience(act, Audience.CUSTOMER))
        await change("createOrganization", _creating(OrganizationType.PARTNER, "Halden Networks"))
        await change("createOrganization", _creating(OrganizationType.CUSTOMER, "Brandt Logistik"))
        await change(
            "confirmOrganizations", lambda act: confirm(act, customer_sets_up_services=False, customer_admin_email=None)
        )
        link = await links.issue(order.id, EMAIL, EMAIL, None, clock.now())
        found = await links.find(link.partition("#")[2])
        if found is None:
            raise LookupError(link)
        return order.id, order.services[0].id, await sign_in.enter_by(found, clock.now())
    finally:
        await database.disconnect()


def _creating(slot: OrganizationType, name: str) -> Any:
    async def rule(act: Act) -> None:
        await create(act, slot, name, "AGRICULTURE", "DE")

    return rule


def _order() -> NewOrder:
    per_site, wide = LicenseScope.PER_SITE, LicenseScope.ORGANIZATION_WIDE
    sold = [("Meetings", ServiceKind.MEETINGS, per_site), ("Webinars", ServiceKind.MEETINGS, per_site)]
    sold += [("Calling", ServiceKind.CALLING, wide), ("Messaging", ServiceKind.MESSAGING, wide)]
    return NewOrder(
        order_number="B-1",
        offer="Webex Suite",
        company_name="Brandt Logistik GmbH",
        provisioning_contact_email=EMAIL,
        requested_start_date=date(2026, 1, 1),
        seller_name="Nordlicht",
        term_months=36,
        licenses=[SoldLicense(name, kind, scope, 250) for name, kind, scope in sold],
    )


class _Server:
    def __init__(self, process: psutil.Process, client: httpx2.Client) -> None:
        self.process = process
        self.client = client

    def memory(self) -> float:
        """MiB that only this process holds."""
        return float(self.process.memory_full_info().uss) / 2**20

    def measure(self, path: str, body: Any) -> float:
        """Seconds of CPU a request."""
        for number in range(WARM_UP):
            self._send(path, body(number), f"w{path}{number}")
        before = self.process.cpu_times()
        for number in range(REQUESTS):
            self._send(path, body(number), f"m{path}{number}")
        after = self.process.cpu_times()
        return (after.user + after.system - before.user - before.system) / REQUESTS

    def _send(self, path: str, body: dict[str, Any], key: str) -> None:
        answer = self.client.post(path, json=body, headers={"Idempotency-Key": f"{key}{body.get('query', '')[:14]}"})
        answer.raise_for_status()
        told = answer.json()
        if told.get("errors") or any(part and part.get("userErrors") for part in (told.get("data") or {}).values()):
            raise RuntimeError(answer.text)

    def pdf(self, path: str) -> None:
        """Print how long the order summary takes, first and cached."""
        taken = []
        for _ in range(2):
            start = time.perf_counter()
            self.client.get(path).raise_for_status()
            taken.append(time.perf_counter() - start)
        print(f"order summary (PDF)           first {taken[0] * 1000:5.0f} ms, cached {taken[1] * 1000:4.1f} ms")


@contextmanager
def _served(app: str, cookies: dict[str, str]) -> Iterator[_Server]:
    port = "8799"
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        app,
        "--factory",
        "--port",
        port,
        "--log-level",
        "error",
        "--no-access-log",
    ]
    started = subprocess.Popen(command, cwd=Path(__file__).parent.parent)
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", cookies=cookies, timeout=30) as client:
            _wait(client)
            yield _Server(psutil.Process(started.pid), client)
    finally:
        started.terminate()
        started.wait()


def _wait(client: httpx2.Client) -> None:
    for _ in range(200):
        try:
            client.get("/healthz")
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server did not start")


if __name__ == "__main__":
    main()
